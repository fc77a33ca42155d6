// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a task, of two runs, of a sweep and of the break-even map say what these draw.
#include "tests/gui/charts_board.h"
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"
#include "ui/views/table_panel.h"

#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::ChartsBoard;
using poolscope::test::SimulatedRun;

namespace {

const SimulatedRun& pageRun()
{
    static const SimulatedRun run({.seconds = 0.3, .straggler = true, .seed = 5});
    return run;
}

bool alike(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

double sumOf(const ChartTable& table, std::size_t column)
{
    double sum = 0;
    for (const auto& row : table.rows) sum += row.at(column).toDouble();
    return sum;
}

Summary withRate(double rate)
{
    Summary summary;
    summary.plan.items = summary.done = 1000;
    summary.itemsPerSecond = rate;
    return summary;
}

} // namespace

class PageTablesTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void theStepsOfATaskSumToItsLatency()
    {
        const auto run = test::ran(pageRun());
        const TaskDetail detail = taskDetail(*run, run->slowest());
        TaskWaterfall waterfall;
        QVERIFY(waterfall.table().rows.empty());
        QVERIFY(!waterfall.table().summary.isEmpty()); // it says that none is selected
        waterfall.show(detail);
        const ChartTable table = waterfall.table();
        QCOMPARE(table.rows.size(), detail.steps.size());
        QVERIFY(alike(sumOf(table, 3) * 1e3, detail.total));
        const Row row = run->row(detail.row);
        const double bytes = 2.0 * (row.bytesOut + row.bytesBack); // made, and carried
        QCOMPARE(sumOf(table, 4), bytes);
    }

    void theFiguresOfTwoRunsAreThoseOfTheirSummaries()
    {
        RunsModel runs;
        ComparisonModel model;
        connect(&runs, &RunsModel::comparedChanged, &model, [&] { model.compare(runs); });
        CompareLanes lanes;
        lanes.resize(1048, 320);
        lanes.setModel(&model);
        QVERIFY(differencesTable(model, QStringLiteral("nothing")).rows.empty());
        QVERIFY(lanes.table(true).rows.empty());
        runs.add(test::ran(pageRun()));
        runs.add(test::ran(SimulatedRun({.chunksize = 64, .seconds = 0.1, .seed = 6})));
        runs.setComparing(true);
        model.setPerItem(false);
        const ChartTable table = differencesTable(model, QStringLiteral("sentence"));
        QCOMPARE(table.rows.size(), static_cast<std::size_t>(model.rowCount()));
        QCOMPARE(table.rows[0][2].toDouble(), model.before()->summary().wall);
        for (const auto& row : table.rows) {
            QVERIFY(alike(row[3].toDouble() - row[2].toDouble(), row[4].toDouble()));
        }
        for (const bool after : {false, true}) {
            const RunModel& run = after ? *model.after() : *model.before();
            double items = 0;
            for (const auto& row : lanes.table(after).rows) items += row[2].toDouble();
            QCOMPARE(items, static_cast<double>(run.summary().done));
        }
    }

    void theTableOfASweepHasItsPointsAndLaws()
    {
        SweepModel model;
        const std::vector<std::uint64_t> workers{1, 2, 3, 4, 6, 8};
        const ScalingLaw law{1000, 0.05, 0.004, 0, 0};
        model.begin(SweepModel::Variable::Workers, "power", workers, 1);
        for (std::size_t i = 0; i < workers.size(); ++i)
            model.add(i, withRate(law.rate(static_cast<double>(workers[i]))));
        model.end();
        SweepChart chart;
        chart.setModel(&model);
        const ChartTable table = chart.table();
        QCOMPARE(table.rows.size(), workers.size());
        QCOMPARE(table.heads.size(), 7); // with both laws
        for (std::size_t i = 0; i < workers.size(); ++i) {
            QCOMPARE(table.rows[i][0].toULongLong(), qulonglong{workers[i]});
            QCOMPARE(table.rows[i][2].toDouble(), model.points()[i].spread().median);
            QVERIFY(std::abs(table.rows[i][6].toDouble() / table.rows[i][2].toDouble() - 1) < 1e-3);
        }
        QCOMPARE(table.summary, model.sentence());
    }

    void theTablesOfTheMapAreItsPointsAndLines()
    {
        BreakEvenModel model;
        BreakEvenChart chart;
        chart.resize(700, 420);
        chart.setModel(&model);
        QVERIFY(chart.table().rows.empty());
        QVERIFY(chart.contoursTable().rows.empty());
        const SimulatedRun run({.seconds = 0.3});
        model.setRun(run.summaryAt(run.end()), "power, run 1");
        model.check(1e-4, 1e4);
        const ChartTable points = chart.table();
        QCOMPARE(points.rows.size(), std::size_t{2});
        QCOMPARE(points.rows[0][1].toDouble(), model.job()->work);
        QCOMPARE(points.rows[0][4].toDouble(), model.job()->speedup);
        QCOMPARE(points.rows[1][3].toDouble(), model.costs()->speedup(1e-4, 1e4));
        QVERIFY(!points.rows[1][4].isValid()); // it is being run
        const ChartTable lines = chart.contoursTable();
        const auto even = lines.heads.indexOf(QStringLiteral("work for 1.0× (s)"));
        QVERIFY2(even > 0, qPrintable(lines.heads.join(QChar('|'))));
        for (const auto& row : lines.rows) {
            const double work = row[static_cast<std::size_t>(even)].toDouble();
            QVERIFY(std::abs(model.costs()->speedup(work, row[0].toDouble()) - 1) < 1e-6);
        }
    }

    void thePageInViewIsToldAsATable()
    {
        WindowBench bench;
        for (const char* items : {"200", "300"}) {
            bench.run("power", {{"items", items}});
            QVERIFY(bench.waitUntilOver());
        }
        auto* const panel = bench.window().findChild<TablePanel*>();
        const auto title = [panel] { return panel->model().table().title; };
        bench.press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(panel->isVisible());
        QCOMPARE(title(), QStringLiteral("Verdict"));
        bench.window().compareRuns();
        QVERIFY(!panel->isVisible()); // what it told of is not in view any more
        bench.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(title(), QStringLiteral("Differences"));
        panel->dismiss();
        bench.window().showBreakEven();
        bench.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(title(), QStringLiteral("Points of the map"));
        bench.close();
    }

private:
    StrictMessages m_strict;
};

POOLSCOPE_GUI_TEST(PageTablesTest);
#include "page_tables_test.moc"
