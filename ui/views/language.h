// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which language the window speaks: the one that was asked for, the one of the settings, or the
// first of the desktop's that there is.

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace poolscope {

/// "en", "de": what there is.
QStringList languages();
/// One of languages(). `asked` is one of them, or "system", or empty: as the settings say.
QString languageFor(const QString& asked = {});

/// As long as it lives, texts and numbers are those of one language: ours, and Qt's own. It is made
/// after the application and before any window.
class SpokenLanguage final {
public:
    explicit SpokenLanguage(const QString& language);
    ~SpokenLanguage();
    SpokenLanguage(const SpokenLanguage&) = delete;
    SpokenLanguage& operator=(const SpokenLanguage&) = delete;

private:
    QTranslator m_ours, m_qts;
    QLocale m_before;
};

} // namespace poolscope
