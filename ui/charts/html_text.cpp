// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/html_text.h"

namespace poolscope {

QString printable(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const bool control =
            (c < QChar(0x20) && c != '\t' && c != '\n') || (c >= QChar(0x7f) && c < QChar(0xa0));
        if (control || c.isSurrogate() || c >= QChar(0xfffe)) text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

HtmlText::HtmlText()
{
    m_buffer.open(QIODevice::WriteOnly);
    m_xml.setDevice(&m_buffer);
    m_xml.writeDTD(QStringLiteral("<!DOCTYPE html>"));
}

void HtmlText::start(const char* tag, bool empty, Attributes attributes)
{
    const auto name = QString::fromLatin1(tag);
    empty ? m_xml.writeEmptyElement(name) : m_xml.writeStartElement(name);
    for (const auto& [key, value] : attributes)
        m_xml.writeAttribute(QString::fromLatin1(key), printable(value));
    if (!empty) m_xml.writeCharacters(QString()); // ends the tag: <td/> is no HTML
}

void HtmlText::open(const char* tag, Attributes attributes) { start(tag, false, attributes); }

void HtmlText::close(int levels)
{
    while (levels-- > 0) m_xml.writeEndElement();
}

void HtmlText::text(const QString& text) { m_xml.writeCharacters(printable(text)); }

void HtmlText::leaf(const char* tag, const QString& words, Attributes attributes)
{
    open(tag, attributes);
    text(words);
    close();
}

void HtmlText::empty(const char* tag, Attributes attributes)
{
    start(tag, true, attributes);
    m_xml.writeCharacters(QString());
}

void HtmlText::raw(const QByteArray& markup)
{
    m_xml.writeCharacters(QString());
    m_buffer.write(markup);
}

QByteArray HtmlText::take()
{
    m_xml.writeEndDocument();
    return m_buffer.data();
}

} // namespace poolscope
