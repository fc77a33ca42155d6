// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette: finding by a few letters, and doing it by keys alone.
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"
#include "ui/views/command_palette.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QTest>

using namespace poolscope;

class PaletteSearchTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void lettersMustOccurInTheirOrder();
    void beginningsOfWordsCountForMore();
    void lettersThatFollowEachOtherCountForMore();
    void hugeTextsAreSearchedAtOnce();
    void whatWasUsedStandsFirst();
    void theModelKeepsItsPromises();
    void everyCommandAndJobIsFound();
    void aCommandIsDoneByKeysAlone();
    void whatCannotBeDoneSaysWhyAndStays();
    void aJobIsPickedAndItsFirstParameterHasTheFocus();
    void escGivesTheFocusBack();

private:
    StrictMessages m_strict;
};

namespace {

int scoreOf(const char* typed, const char* text)
{
    const auto match = fuzzyMatch(typed, text);
    return match ? match->score : -1;
}

std::vector<PaletteEntry> entriesNamed(const QStringList& texts)
{
    std::vector<PaletteEntry> entries;
    for (const QString& text : texts) entries.push_back({text, text, {}, {}, {}, {}, false, [] {}});
    return entries;
}

CommandPalette& opened(WindowBench& bench)
{
    bench.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    return *bench.window().findChild<CommandPalette*>();
}

QLineEdit* lineOf(CommandPalette& palette)
{
    return palette.findChild<QLineEdit*>();
}

} // namespace

void PaletteSearchTest::lettersMustOccurInTheirOrder()
{
    QVERIFY(fuzzyMatch("zin", "Zoom in"));
    QVERIFY(!fuzzyMatch("niz", "Zoom in"));
    QVERIFY(!fuzzyMatch("zoom inn", "Zoom in"));
    QCOMPARE(fuzzyMatch("", "anything")->score, 0);
    QCOMPARE(fuzzyMatch("ZI", "Zoom in")->at, (QList<qsizetype>{0, 5}));
}

void PaletteSearchTest::beginningsOfWordsCountForMore()
{
    QVERIFY(scoreOf("fs", "Full screen") > scoreOf("fs", "Off and lists"));
    QCOMPARE(fuzzyMatch("rl", "Restore layout")->at, (QList<qsizetype>{0, 8}));
    QVERIFY(scoreOf("bp", "BigPow") > scoreOf("bp", "blimp"));
}

void PaletteSearchTest::lettersThatFollowEachOtherCountForMore()
{
    QVERIFY(scoreOf("esu", "results") > scoreOf("esu", "reasoun"));
    QCOMPARE(fuzzyMatch("sul", "a lasting result")->at, (QList<qsizetype>{12, 13, 14}));
}

void PaletteSearchTest::hugeTextsAreSearchedAtOnce()
{
    QVERIFY(fuzzyMatch(QString(100'000, 'a'), QString(100'000, 'a')));
    QVERIFY(!fuzzyMatch("b", QString(100'000, 'a')));
}

void PaletteSearchTest::whatWasUsedStandsFirst()
{
    PaletteModel model;
    model.setEntries(entriesNamed({"one", "two", "three"}));
    model.noteUse("three");
    model.noteUse("two");
    model.setTyped({});
    QCOMPARE(model.entry(0).text, QStringLiteral("two"));
    QCOMPARE(model.entry(1).text, QStringLiteral("three"));
    QCOMPARE(model.entry(2).text, QStringLiteral("one"));
    for (int i = 0; i < 20; ++i) model.noteUse(QString::number(i));
    QCOMPARE(model.recent().size(), PaletteModel::mostRecent);
}

void PaletteSearchTest::theModelKeepsItsPromises()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(entriesNamed({"Run", "Stop"}));
    model.setTyped("st");
    QCOMPARE(model.rowCount(), 1);
    model.setTyped("none such");
    QCOMPARE(model.rowCount(), 0);
}

void PaletteSearchTest::everyCommandAndJobIsFound()
{
    WindowBench bench;
    CommandPalette& palette = opened(bench);
    QVERIFY(palette.isVisible());
    QStringList texts;
    for (int row = 0; row < palette.model().rowCount(); ++row) texts += palette.model().entry(row).text;
    for (const QAction* action : bench.window().actions()) {
        const QString text = action->text().remove(QChar('&')).remove(QChar(0x2026));
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)) continue;
        QVERIFY2(texts.contains(text), qPrintable(text));
    }
    QVERIFY(texts.contains(QStringLiteral("Run power …")));
    QVERIFY(texts.contains(QStringLiteral("Colours: Dark")));
    QVERIFY(texts.contains(QStringLiteral("Call: imap_unordered")));
    bench.close();
}

void PaletteSearchTest::aCommandIsDoneByKeysAlone()
{
    WindowBench bench;
    CommandPalette& palette = opened(bench);
    QTest::keyClicks(lineOf(palette), "blaw");
    QCOMPARE(palette.model().entry(0).text, QStringLiteral("Black and white"));
    QTest::keyClick(lineOf(palette), Qt::Key_Return);
    QVERIFY(palette.isHidden());
    QCOMPARE(palette.model().recent().first(), QStringLiteral("Black and white"));
    opened(bench);
    QVERIFY(palette.model().entry(0).checked);
    bench.close();
}

void PaletteSearchTest::whatCannotBeDoneSaysWhyAndStays()
{
    WindowBench bench;
    CommandPalette& palette = opened(bench);
    QTest::keyClicks(lineOf(palette), "stop");
    QCOMPARE(palette.model().entry(0).text, QStringLiteral("Stop"));
    QVERIFY(!palette.model().entry(0).whyNot.isEmpty());
    QTest::keyClick(lineOf(palette), Qt::Key_Return);
    QVERIFY(palette.isVisible());
    bench.close();
}

void PaletteSearchTest::aJobIsPickedAndItsFirstParameterHasTheFocus()
{
    WindowBench bench;
    CommandPalette& palette = opened(bench);
    QTest::keyClicks(lineOf(palette), "run primes");
    QTest::keyClick(lineOf(palette), Qt::Key_Return);
    auto* field = qobject_cast<QWidget*>(QApplication::focusWidget());
    QVERIFY(field != nullptr);
    QVERIFY2(!field->accessibleName().isEmpty(), field->metaObject()->className());
    QVERIFY(bench.window().findChild<QWidget*>(field->objectName()) == field);
    bench.press(Qt::Key_F5);
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().run()->plan().job, std::string("primes"));
    bench.close();
}

void PaletteSearchTest::escGivesTheFocusBack()
{
    WindowBench bench;
    QWidget* const before = QApplication::focusWidget();
    CommandPalette& palette = opened(bench);
    QVERIFY(QApplication::focusWidget() != before);
    QTest::keyClick(lineOf(palette), Qt::Key_Escape);
    QVERIFY(palette.isHidden());
    QCOMPARE(QApplication::focusWidget(), before);
    bench.close();
}

POOLSCOPE_GUI_TEST(PaletteSearchTest);
#include "palette_search_test.moc"
