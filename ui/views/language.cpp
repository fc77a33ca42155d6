// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/language.h"

#include "ui/views/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>

static void initTranslations() { Q_INIT_RESOURCE(translations); } // outside any namespace

namespace poolscope {

namespace {

/// The first of the desktop's languages that there is.
QString ofTheDesktop()
{
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QString language = wanted.section(QChar('-'), 0, 0);
        if (languages().contains(language)) return language;
    }
    return languages().constFirst();
}

} // namespace

QStringList languages() { return {QStringLiteral("en"), QStringLiteral("de")}; }

QString languageFor(const QString& asked)
{
    const QString wanted =
        asked.isEmpty() ? userSettings().value(QStringLiteral("look/language")).toString() : asked;
    return languages().contains(wanted) ? wanted : ofTheDesktop();
}

SpokenLanguage::SpokenLanguage(const QString& language)
{
    initTranslations();
    QLocale locale(language); // its figures are grouped by us, alike in all languages
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QLocale::setDefault(locale);
    if (m_ours.load(QStringLiteral(":/translations/poolscope_%1.qm").arg(language))) {
        QCoreApplication::installTranslator(&m_ours);
    }
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qts.load(QStringLiteral("qtbase_%1").arg(language), folder)) {
        QCoreApplication::installTranslator(&m_qts);
    }
}

SpokenLanguage::~SpokenLanguage() { QLocale::setDefault(m_before); }

} // namespace poolscope
