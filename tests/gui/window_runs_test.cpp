// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing, repeating, sweeping and checking, in a window with real runs.
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include "ui/views/break_even_page.h"
#include "ui/views/sweep_page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QTest>

using namespace poolscope;

namespace {

} // namespace

class WindowRunsTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void twoRunsAreComparedAndAClickChangesThem();
    void oneRunSaysThatAnotherIsMissing();
    void aRunIsRepeatedAsItWas();
    void aSweepMeasuresEachPoint();
    void aSweepCanBeStopped();
    void aPredictionIsCheckedByARun();

private:
    StrictMessages m_strict;
};

void WindowRunsTest::twoRunsAreComparedAndAClickChangesThem()
{
    WindowBench bench;
    bench.run("power", {{"items", "2000"}});
    QVERIFY(bench.waitUntilOver());
    bench.type("chunksize", "16");
    bench.press(Qt::Key_F5);
    QVERIFY(bench.waitUntilOver());
    bench.press(Qt::Key_C);
    QCOMPARE(bench.page(), "ComparePage");
    QVERIFY2(bench.strip().startsWith("Run 2 is "), qPrintable(bench.strip()));
    QVERIFY2(bench.window().windowTitle().contains("run 1 and run 2"),
             qPrintable(bench.window().windowTitle()));
    for (auto* list : bench.window().findChildren<QAbstractItemView*>()) {
        if (list->accessibleName() == QLatin1String("Runs"))
            emit list->clicked(list->model()->index(0, 0));
    }
    QVERIFY2(bench.strip().startsWith("Nothing to compare"), qPrintable(bench.strip()));
    QCOMPARE(bench.page(), "ComparePage");
    bench.press(Qt::Key_C);
    QCOMPARE(bench.page(), "ChartsPage");
    bench.close();
}

void WindowRunsTest::oneRunSaysThatAnotherIsMissing()
{
    WindowBench bench;
    bench.run("power", {{"items", "500"}});
    QVERIFY(bench.waitUntilOver());
    QAction* compare = bench.command("Compare");
    QVERIFY(compare != nullptr && !compare->isEnabled());
    QVERIFY2(compare->toolTip().startsWith("Nothing to compare yet"),
             qPrintable(compare->toolTip()));
    bench.close();
}

void WindowRunsTest::aRunIsRepeatedAsItWas()
{
    WindowBench bench;
    bench.run("power", {{"items", "700"}, {"n", "3"}});
    QVERIFY(bench.waitUntilOver());
    bench.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().run()->plan().items, 700U);
    QCOMPARE(QString::fromStdString(bench.window().run()->plan().title), "power(x, n=3)");
    bench.close();
}

void WindowRunsTest::aSweepMeasuresEachPoint()
{
    WindowBench bench;
    bench.run("power", {{"items", "400"}});
    QVERIFY(bench.waitUntilOver());
    SweepPage& page = bench.window().showSweep();
    bench.type("sweep limit", "3");
    bench.type("sweep repeats", "2");
    emit page.startWanted();
    QVERIFY(bench.window().running());
    bench.press(Qt::Key_F5); // one at a time
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(page.model().points().size(), 3U);
    for (const SweepPoint& point : page.model().points()) QCOMPARE(point.rates.size(), 2U);
    QVERIFY(page.model().serialRate().has_value());
    QVERIFY(page.model().over());
    QCOMPARE(bench.page(), "SweepPage");
    bench.close();
}

void WindowRunsTest::aSweepCanBeStopped()
{
    WindowBench bench;
    bench.type("chunksize", "1");
    bench.run("sleep", {{"items", "200"}, {"ms", "1"}});
    QVERIFY(bench.waitUntilOver());
    SweepPage& page = bench.window().showSweep();
    emit page.startWanted();
    QVERIFY(QTest::qWaitFor([&] { return page.model().done() > 0; }, 60'000));
    bench.press(Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(bench.waitUntilOver());
    QVERIFY2(page.words().contains("Stopped after"), qPrintable(page.words()));
    QVERIFY(page.model().done() < page.model().planned());
    bench.close();
}

void WindowRunsTest::aPredictionIsCheckedByARun()
{
    WindowBench bench;
    BreakEvenPage& page = bench.window().showBreakEven();
    QVERIFY2(page.words().startsWith("Run a job on a pool first"), qPrintable(page.words()));
    bench.run("power", {{"items", "2000"}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.page(), "ChartsPage");
    bench.window().showBreakEven();
    QVERIFY(page.model().costs().has_value());
    emit page.checkWanted(MapPlace{1e-3, 1e4});
    QVERIFY(bench.window().running());
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(page.model().checks().size(), 1U);
    const BreakEvenCheck& check = page.model().checks().front();
    QVERIFY(check.measured.has_value());
    QVERIFY(check.measured->bytes > 1e4 && check.measured->bytes < 1.5e4);
    QVERIFY(check.predicted > 0 && check.measured->speedup > 0);
    bench.close();
}

POOLSCOPE_GUI_TEST(WindowRunsTest);
#include "window_runs_test.moc"
