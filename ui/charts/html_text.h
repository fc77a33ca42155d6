// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a page that is HTML and well-formed XML at once: what comes from outside is escaped, what is
// opened is closed. Private to the exports.

#include <QBuffer>
#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace poolscope {

/// Control characters and halves of pairs, which no page may hold, as U+FFFD.
QString printable(QString text);

class HtmlText final {
public:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    HtmlText();
    void open(const char* tag, Attributes attributes = {});
    void close(int levels = 1);
    void text(const QString& text);
    void leaf(const char* tag, const QString& text, Attributes attributes = {});
    void empty(const char* tag, Attributes attributes = {}); ///< one that has no end: meta
    void raw(const QByteArray& markup);                      ///< ours, well-formed
    QByteArray take();

private:
    void start(const char* tag, bool empty, Attributes attributes);

    QBuffer m_buffer;
    QXmlStreamWriter m_xml;
};

} // namespace poolscope
