// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each state of the window, reached by a real run.

#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include <QAbstractItemView>
#include <QPushButton>
#include <QTest>

using namespace poolscope;

class WindowStatesTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void atFirstThereAreThreeThingsToTry();
    void aFinishedRunHasItsVerdictItsResultsAndAllInView();
    void whatCannotBePickledShowsThePathAndItsCures();
    void aFailedTaskIsCountedAndListed();
    void aDeadWorkerIsNamedWithItsTask();
    void aStoppedRunKeepsWhatIsDone();
    void theTitleSaysWhatRuns();
    void theViewHoldsStillWhileTheJobGoesOn();
    void aFormerRunCanBeLookedAtAgain();

private:
    StrictMessages m_strict;
};

void WindowStatesTest::atFirstThereAreThreeThingsToTry()
{
    WindowBench bench;
    QCOMPARE(bench.window().state(), RunState::FirstStart);
    QCOMPARE(bench.page(), "FirstStartPage");
    QCOMPARE(bench.window().windowTitle(), "Poolscope");
    QCOMPARE(bench.strip(), QString());
    bench.press(Qt::Key_F5); // no job is picked: nothing to run
    QVERIFY(!bench.window().running());
    bench.close();
}

void WindowStatesTest::aFinishedRunHasItsVerdictItsResultsAndAllInView()
{
    WindowBench bench;
    bench.run("power", {{"items", "3000"}, {"n", "2"}});
    QVERIFY(bench.window().running());
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::Finished);
    QCOMPARE(bench.page(), "ChartsPage");
    QVERIFY2(bench.strip().contains("2 processes"), qPrintable(bench.strip()));
    QCOMPARE(bench.window().run()->summary().done, 3000U);
    QVERIFY(bench.window().run()->rowCount() > 0);
    QCOMPARE(bench.window().shownValues(), 1000);
    bench.close();
}

void WindowStatesTest::whatCannotBePickledShowsThePathAndItsCures()
{
    WindowBench bench;
    bench.run("BigPow.pow", {{"items", "20"}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::CannotPickle);
    QCOMPARE(bench.page(), "CannotPicklePage");
    QCOMPARE(bench.strip(), "BigPow cannot travel: it holds a Pool.");
    QCOMPARE(bench.window().run()->weights(), (std::map<std::string, std::size_t>{{"n", 2}}));
    QPushButton* cure = nullptr;
    for (auto* button : bench.window().findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String("Run BigPow.pow/getstate")) cure = button;
    }
    QVERIFY(cure != nullptr);
    cure->click();
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::Finished);
    QCOMPARE(bench.window().run()->plan().job, "BigPow.pow/getstate");
    QCOMPARE(bench.window().run()->summary().done, 20U);
    bench.close();
}

void WindowStatesTest::aFailedTaskIsCountedAndListed()
{
    WindowBench bench;
    bench.run("faults", {{"items", "60"}, {"at", "7"}, {"mode", "raise"}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().run()->summary().failed, 1U);
    QVERIFY2(bench.window().alertText().startsWith("1 of 60 items failed"), qPrintable(bench.window().alertText()));
    QCOMPARE(bench.window().run()->failures().size(), 1U);
    QCOMPARE(bench.window().run()->failures()[0].item, 7U);
    bench.close();
}

void WindowStatesTest::aDeadWorkerIsNamedWithItsTask()
{
    WindowBench bench;
    bench.type("chunksize", "5");
    bench.run("faults", {{"items", "100"}, {"at", "5"}, {"mode", "kill"}});
    QVERIFY(bench.waitUntilOver());
    const QString alert = bench.window().alertText();
    QVERIFY2(alert.contains("was killed (signal 9): task 5 failed"), qPrintable(alert));
    QCOMPARE(bench.window().run()->summary().done, 100U);
    QCOMPARE(bench.window().run()->summary().failed, 1U);
    bench.close();
}

void WindowStatesTest::aStoppedRunKeepsWhatIsDone()
{
    WindowBench bench;
    bench.type("chunksize", "1");
    bench.run("sleep", {{"items", "100000"}, {"ms", "1"}});
    QVERIFY(bench.waitUntilSomeAreDone());
    bench.press(Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::Cancelled);
    QVERIFY2(bench.window().alertText().startsWith("Stopped after"), qPrintable(bench.window().alertText()));
    QVERIFY(bench.window().shownValues() > 0);
    QCOMPARE(bench.page(), "ChartsPage");
    bench.close();
}

void WindowStatesTest::theTitleSaysWhatRuns()
{
    WindowBench bench;
    bench.run("power", {{"items", "2000"}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().windowTitle(), QString::fromUtf8("power(x, n=10) · 2\u202f000 items[*] — Poolscope"));
    bench.close();
}

void WindowStatesTest::theViewHoldsStillWhileTheJobGoesOn()
{
    WindowBench bench;
    bench.type("chunksize", "1");
    bench.run("sleep", {{"items", "100000"}, {"ms", "1"}});
    QVERIFY(bench.waitUntilSomeAreDone());
    bench.press(Qt::Key_Space);
    QVERIFY(bench.window().viewHeld());
    const auto done = bench.window().run()->summary().done;
    QVERIFY(QTest::qWaitFor([&] { return bench.window().run()->summary().done > done + 20; }, 30'000));
    QVERIFY(bench.window().viewHeld());
    bench.press(Qt::Key_Space);
    QVERIFY(!bench.window().viewHeld());
    bench.close();
}

void WindowStatesTest::aFormerRunCanBeLookedAtAgain()
{
    WindowBench bench;
    bench.run("BigPow.pow", {{"items", "20"}});
    QVERIFY(bench.waitUntilOver());
    bench.run("power", {{"items", "500"}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.page(), "ChartsPage");
    for (auto* list : bench.window().findChildren<QAbstractItemView*>()) {
        if (list->accessibleName() == QLatin1String("Runs")) emit list->clicked(list->model()->index(1, 0));
    }
    QCOMPARE(bench.page(), "CannotPicklePage");
    QCOMPARE(bench.window().state(), RunState::CannotPickle);
    bench.close();
}

POOLSCOPE_GUI_TEST(WindowStatesTest);
#include "window_states_test.moc"
