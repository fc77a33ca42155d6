// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spoken.h"

#include "ui/models/spoken_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>
#include <vector>

namespace poolscope {

namespace {

struct Pattern {
    const char* english;
    QRegularExpression shape;
    bool quotes = false; ///< what stands in it is not told again
};

/// "Run %1 is " as an expression that finds what stands for %1.
Pattern patternOf(const char* english)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    const QString text = QString::fromUtf8(english);
    QString shape;
    qsizetype from = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        shape += QRegularExpression::escape(text.mid(from, match.capturedStart() - from)) +
                 QStringLiteral("(.+?)");
        from = match.capturedEnd();
    }
    shape += QRegularExpression::escape(text.mid(from));
    return {english, QRegularExpression(QRegularExpression::anchoredPattern(shape)), false};
}

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        for (const char* english : engineSentences()) made.push_back(patternOf(english));
        for (const char* english : engineRefusals()) {
            made.push_back(patternOf(english));
            made.back().quotes = true;
        }
        return made;
    }();
    return all;
}

bool isEnglish()
{
    const auto language = QLocale().language();
    return language == QLocale::English || language == QLocale::C;
}

/// "≈ 2.41 s", "1 000 B", "1.7×", "12 %"
bool isFigure(const QString& text)
{
    static const QRegularExpression figure(QRegularExpression::anchoredPattern(
        QStringLiteral("[≈±−+ ]*[0-9][0-9\u202f]*(\\.[0-9]+)?(\u00a0[kMGTnµm]?[sB%]?)?×?")));
    return figure.match(text).hasMatch();
}

QString told(const QString& text);

/// Of the first pattern that fits; empty where none does.
QString fromPatterns(const QString& text)
{
    for (const Pattern& pattern : patterns()) {
        const auto match = pattern.shape.match(text);
        if (!match.hasMatch()) continue;
        QString all = QCoreApplication::translate("Engine", pattern.english);
        for (int i = pattern.shape.captureCount(); i > 0; --i) {
            const QString here = match.captured(i);
            all.replace(QStringLiteral("%%1").arg(i), pattern.quotes ? here : told(here));
        }
        return all;
    }
    return {};
}

/// "The input is empty." where "the input is empty" is known.
QString asSentence(const QString& text)
{
    if (!text.endsWith(QChar('.'))) return {};
    const QString whole = text.chopped(1);
    QString all = fromPatterns(whole);
    if (all.isEmpty()) all = fromPatterns(whole.left(1).toLower() + whole.mid(1));
    return all.isEmpty() ? all : all.left(1).toUpper() + all.mid(1) + QChar('.');
}

QString told(const QString& text)
{
    if (text.isEmpty()) return text;
    if (isFigure(text)) return QString(text).replace(QChar('.'), QLocale().decimalPoint());
    if (const QString known = fromPatterns(text); !known.isEmpty()) return known;
    if (const QString known = asSentence(text); !known.isEmpty()) return known;
    for (const char* english : jobSentences()) {
        if (text == QString::fromUtf8(english)) return QCoreApplication::translate("Jobs", english);
    }
    return text;
}

/// " Pickling took 9 % of worker time. 3 of 100 items failed."
QString toldOneByOne(const QString& sentences)
{
    QString all;
    for (const QString& sentence : sentences.split(QStringLiteral(". "), Qt::SkipEmptyParts)) {
        const QString whole = sentence.trimmed();
        all += QChar(' ') + told(whole.endsWith(QChar('.')) ? whole : whole + QChar('.'));
    }
    return all;
}

} // namespace

QString spoken(const std::string& text)
{
    const QString english = QString::fromStdString(text);
    return isEnglish() ? english : told(english);
}

QString countOf(std::uint64_t count) { return QString::fromStdString(countText(count)); }

QString timeOf(double seconds) { return spoken(timeText(seconds)); }

QString percentOf(double share)
{
    return QString::number(std::lround(share * 100)) + QStringLiteral("\u00a0%");
}

QString phaseName(Phase phase) { return QCoreApplication::translate("Verdict", nameOf(phase)); }

QString decimalText(double value, int decimals)
{
    return QString::number(value, 'f', decimals).replace(QChar('.'), QLocale().decimalPoint());
}

QString verdictText(const Summary& summary)
{
    const QString english = QString::fromStdString(summary.verdict);
    if (isEnglish()) return english;
    const auto part = [](const std::string& text) { return QString::fromStdString(text); };
    QString begin = part(summary.headline), ours = spoken(summary.headline);
    if (summary.speedup) {
        begin += QStringLiteral(", %1 %2.").arg(part(summary.comparison), part(summary.serialText));
        ours +=
            QStringLiteral(", %1 %2.").arg(spoken(summary.comparison), spoken(summary.serialText));
    } else {
        begin += QChar('.');
        ours += QChar('.');
    }
    if (!english.startsWith(begin)) return english;
    return ours + toldOneByOne(english.mid(begin.size()));
}

} // namespace poolscope
