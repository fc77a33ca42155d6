// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The translations: every text has one with the same figures in it, and what core says is understood.
#include "app/jobs/jobs.h"
#include "core/pickle/pickle.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/random_runs.h"
#include "tests/gui/strict_messages.h"

#include "ui/views/views.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>

using namespace poolscope;

namespace {

struct Entry {
    QString context, source, type;
    QStringList forms; ///< of the translation: one, or one for each plural
};

Entry readMessage(QXmlStreamReader& xml, const QString& context)
{
    Entry entry{context, {}, {}, {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            entry.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entry.type = xml.attributes().value("type").toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            entry.forms = text.split('\n', Qt::SkipEmptyParts);
            entry.forms.removeIf([](const QString& form) { return form.trimmed().isEmpty(); });
            if (entry.forms.isEmpty()) entry.forms = QStringList{text};
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> entriesOf(const char* language)
{
    QFile file(QFINDTESTDATA(
        QStringLiteral("../resources/translations/poolscope_%1.ts").arg(language)));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Entry> all;
    QString context;
    while (!xml.atEnd()) {
        if (!(xml.readNext() == QXmlStreamReader::StartElement)) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        if (xml.name() == u"message") all += readMessage(xml, context);
    }
    return all;
}

/// "%1", "%2", "%n" of a text, sorted.
QStringList placesOf(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(L?[1-9]|n)"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();) places += found.next().captured();
    places.sort();
    return places;
}

/// Fails where something of a sentence is still English, or all of it. `heard` takes it without figures.
void checkGerman(const std::string& text, const std::function<QString(const std::string&)>& spoken,
                 QSet<QString>& heard)
{
    static const QRegularExpression english(QStringLiteral(
        "\\b(the|of|took|than|cost|costs|worker time|their|items?|run [0-9]|slower|faster|less|more)\\b"));
    static const QRegularExpression figures(QStringLiteral("[0-9.\u202f]+"));
    QString said;
    {
        const SpokenLanguage german(QStringLiteral("de"));
        said = spoken(text);
    }
    QVERIFY2(!english.match(said).hasMatch(), qPrintable(QString::fromStdString(text) + " | " + said));
    heard.insert(QString::fromStdString(text).remove(figures));
}

} // namespace

class TranslationTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void everyTextHasATranslation();
    void aTranslationHasTheFiguresOfItsText();
    void pluralsAreThoseOfTheLanguage();
    void textsOfQtAreTranslated();
    void figuresHaveTheSignOfTheLanguage();
    void whatCoreSaysIsTranslated_data();
    void whatCoreSaysIsTranslated();
    void whatJobsAndOpcodesSayIsTranslated();
    void whateverIsSaidOfARunIsTranslated();
    void afterItAllIsEnglishAgain();

private:
    StrictMessages m_strict;
};

void TranslationTest::everyTextHasATranslation()
{
    const QList<Entry> all = entriesOf("de");
    QVERIFY(all.size() > 1000);
    QVERIFY(entriesOf("en").size() >= 2);
    for (const Entry& entry : all + entriesOf("en")) {
        QVERIFY2(entry.type.isEmpty(),
                 qPrintable(entry.context + ": " + entry.source + " is " + entry.type));
        for (const QString& form : entry.forms) QVERIFY2(!form.isEmpty(), qPrintable(entry.source));
    }
}

void TranslationTest::aTranslationHasTheFiguresOfItsText()
{
    for (const Entry& entry : entriesOf("de") + entriesOf("en")) {
        for (const QString& form : entry.forms) {
            QVERIFY2(placesOf(form) == placesOf(entry.source),
                     qPrintable(entry.source + " | " + form));
        }
    }
}

void TranslationTest::pluralsAreThoseOfTheLanguage()
{
    const auto left = [](int runs) {
        return MainWindow::tr("Poolscope ended before %n run(s) were saved.", nullptr, runs);
    };
    {
        const SpokenLanguage german(QStringLiteral("de"));
        QCOMPARE(left(1), QStringLiteral("Poolscope endete, bevor 1 Lauf gespeichert war."));
        QCOMPARE(left(2), QStringLiteral("Poolscope endete, bevor 2 Läufe gespeichert waren."));
    }
    const SpokenLanguage english(QStringLiteral("en"));
    QCOMPARE(left(1), QStringLiteral("Poolscope ended before 1 run was saved."));
    QCOMPARE(left(2), QStringLiteral("Poolscope ended before 2 runs were saved."));
}

void TranslationTest::textsOfQtAreTranslated()
{
    const SpokenLanguage german(QStringLiteral("de"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
}

void TranslationTest::figuresHaveTheSignOfTheLanguage()
{
    QCOMPARE(spoken(timeText(1.41)), QStringLiteral("1.41\u00a0s"));
    const SpokenLanguage german(QStringLiteral("de"));
    QCOMPARE(spoken(timeText(1.41)), QStringLiteral("1,41\u00a0s"));
    QCOMPARE(spoken("≈ " + factorText(1.7)), QStringLiteral("≈ 1,7×"));
    QCOMPARE(spoken(bytesText(38.4e6)), QStringLiteral("38,4\u00a0MB"));
    QCOMPARE(decimalText(0.5, 1), QStringLiteral("0,5"));
    QCOMPARE(spoken("power(x, n=0.5)"),
             QStringLiteral("power(x, n=0.5)")); // no figure: somebody's code
}

void TranslationTest::whatCoreSaysIsTranslated_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const auto row = [](const char* english, const char* german) {
        QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(german);
    };
    row("4 processes: stopped after 41\u00a0%", "4 Prozesse: nach 41\u00a0% abgebrochen");
    row("serial: ≈ 2.4\u00a0s", "seriell: ≈ 2,4\u00a0s");
    row("≈ 1.7× slower than a plain loop", "≈ 1,7× langsamer als eine einfache Schleife");
    row("(1.41\u00a0s ±2\u00a0%)", "(1,41\u00a0s ±2\u00a0%)");
    row("(estimated: Σ compute ÷ wall)", "(geschätzt: Σ Rechnen ÷ Laufzeit)");
    row("W1 (process 4711) was killed (signal 9) while it ran items 55 to 59 of map(work), a.py:9.",
        "W1 (Prozess 4711) wurde beendet (Signal 9), als er die Elemente 55 bis 59 von map(work), a.py:9 hatte.");
    row("multiprocessing.Pool waits for what is lost for ever: the program will not go on until it is stopped.",
        "multiprocessing.Pool wartet ewig auf das, was verloren ist: Das Programm geht nicht weiter, bis es angehalten wird.");
    row("Chunks of 1 cost more than the work in them: try 256.",
        "Blöcke zu 1 kosten mehr als die Arbeit darin: 256 versuchen.");
    row("Carrying an item costs 3.4× the work in it, mostly pickling: send less with it, or give "
        "it more to do.",
        "Ein Element zu befördern kostet 3,4× so viel wie die Arbeit darin, vor allem das Pickeln: "
        "weniger mitschicken oder mehr zu tun geben.");
    row("Carrying an item costs ≈ 40\u00a0% of the work in it, mostly moving bytes, which 2 "
        "workers cannot make "
        "up for: a plain loop is faster.",
        "Ein Element zu befördern kostet ≈ 40\u00a0% der Arbeit darin, vor allem das Übertragen "
        "der Bytes, und das "
        "machen 2 Worker nicht wett: Eine einfache Schleife ist schneller.");
    row("Chunks of 64 were chosen: handing out a chunk costs 12.3\u00a0µs, an item 85.0\u00a0ns.",
        "Gewählt wurden Blöcke zu 64: einen Block auszugeben kostet 12,3\u00a0µs, ein Element "
        "85,0\u00a0ns.");
    row("The serial time was not asked for.", "Die serielle Zeit wurde nicht verlangt.");
    row("items must be a whole number from 0 to 1000000000, not \"abc\".",
        "items muss eine ganze Zahl von 0 bis 1000000000 sein, nicht „abc“.");
    row("Segmentation fault", "Segmentation fault");
}

void TranslationTest::whatCoreSaysIsTranslated()
{
    QFETCH(QString, english);
    QFETCH(QString, german);
    QCOMPARE(spoken(english.toStdString()), english);
    const SpokenLanguage language(QStringLiteral("de"));
    QCOMPARE(spoken(english.toStdString()), german);
}

void TranslationTest::whatJobsAndOpcodesSayIsTranslated()
{
    const SpokenLanguage german(QStringLiteral("de"));
    const auto isTold = [](const std::string& text) {
        return text.empty() || spoken(text) != QString::fromStdString(text);
    };
    Catalogue catalogue;
    addJobs(catalogue);
    for (const Job& job : catalogue.jobs()) {
        QVERIFY2(isTold(job.summary), job.summary.c_str());
        for (const Parameter& parameter : job.parameters) {
            QVERIFY2(isTold(parameter.help), parameter.help.c_str());
        }
    }
    for (int code = 0; code < 256; ++code) {
        const std::string meaning(opcodeMeaning(static_cast<std::uint8_t>(code)));
        if (meaning.empty()) continue;
        QVERIFY2(meaningOf(static_cast<std::uint8_t>(code)) != QString::fromStdString(meaning),
                 meaning.c_str());
    }
}

/// Of every kind of run that there is, as far as many runs with figures drawn at random find them.
void TranslationTest::whateverIsSaidOfARunIsTranslated()
{
    test::RandomRuns runs;
    QSet<QString> heard;
    Summary before = runs.next();
    for (int i = 0; i < 20'000; ++i) {
        const Summary summary = runs.next();
        const Comparison compared = compareRuns(before, summary);
        std::vector<std::string> said = {summary.headline, summary.comparison, summary.serialText, summary.advice,
                                         compared.verdict};
        before = summary;
        for (const std::string& text : said) checkGerman(text, spoken, heard);
        checkGerman(summary.verdict, [&](const std::string&) { return verdictText(summary); }, heard);
        if (QTest::currentTestFailed()) return;
    }
    QVERIFY2(heard.size() > 60, qPrintable(QString::number(heard.size())));
}

void TranslationTest::afterItAllIsEnglishAgain()
{
    QCOMPARE(MainWindow::tr("Pick a job first"), QStringLiteral("Pick a job first"));
    QCOMPARE(decimalText(0.5, 1), QStringLiteral("0.5"));
}

POOLSCOPE_GUI_TEST(TranslationTest);
#include "translation_test.moc"
