// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the charts say what the counters say, and follow the range.
#include "tests/gui/charts_board.h"
#include "tests/gui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::ChartsBoard;
using poolscope::test::SimulatedRun;

namespace {

const SimulatedRun& simulated()
{
    static const SimulatedRun run({.seconds = 0.4, .straggler = true, .failures = 3, .seed = 5});
    return run;
}

/// The sum of a column over the rows from `first` to before the last `without`.
double sumOf(const ChartTable& table, const QString& head, std::size_t first = 0, std::size_t without = 0)
{
    const auto column = static_cast<std::size_t>(table.heads.indexOf(head));
    double sum = 0;
    for (std::size_t row = first; row + without < table.rows.size(); ++row) sum += table.rows[row].at(column).toDouble();
    return sum;
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)});
}

} // namespace

class ChartTablesTest final : public QObject {
    Q_OBJECT
private slots:
    void theVerdictSumsToTheWholeOfWorkerTime()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        board.picture();
        const ChartTable table = board.verdict.table();
        const Summary& summary = board.run.summary();
        QCOMPARE(sumOf(table, "share of worker time (%)"), 100.0);
        QVERIFY(near(sumOf(table, "time (s)"), summary.phases.total() + summary.start + summary.unaccounted));
        QCOMPARE(table.summary, QString::fromStdString(summary.verdict));
    }

    void theLanesSumToTheCounters()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        board.range.fit();
        board.picture();
        const ChartTable table = board.lanes.table();
        const Summary& summary = board.run.summary();
        QCOMPARE(table.rows.size(), std::size_t{5}); // the parent and four workers
        QCOMPARE(sumOf(table, "items", 1), static_cast<double>(summary.done));
        QCOMPARE(sumOf(table, "failed", 1), static_cast<double>(summary.failed));
        for (std::size_t lane = 0; lane < 4; ++lane) {
            double seconds = 0;
            for (std::size_t i = 0; i < phaseCount; ++i) seconds += table.rows[lane + 1][6 + i].toDouble();
            const PhaseTimes times = board.run.workerTimes(lane, 0, board.run.now());
            double wanted = 0;
            for (const double part : times) wanted += part * 1e-9;
            QVERIFY(near(seconds, wanted));
        }
    }

    void theLanesFollowTheRangeAndTheFilter()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        board.range.fit();
        board.range.select(1e8, 2e8);
        RunFilter filter;
        filter.set({Phase::Pickle});
        board.lanes.setFilter(&filter);
        board.picture();
        const ChartTable table = board.lanes.table();
        QVERIFY(table.heads.contains("pickle (s)") && !table.heads.contains("compute (s)"));
        const PhaseTimes times = board.run.workerTimes(2, 1e8, 2e8);
        QVERIFY(near(table.rows[3].back().toDouble(), at(times, Phase::Pickle) * 1e-9));
    }

    void theOverheadSumsToItsLastRow()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        board.overhead.setUnit(OverheadChart::Unit::Time);
        board.picture();
        const ChartTable table = board.overhead.table();
        for (const char* head : {"pickle (s)", "unpickle (s)", "transfer (s)", "time (s)"}) {
            QVERIFY2(near(sumOf(table, head, 0, 1), sumOf(table, head, table.rows.size() - 1)), head);
        }
        const Summary& summary = board.run.summary();
        QVERIFY(near(table.rows[0][1].toDouble(), summary.parent[Phase::Pickle]));
        board.overhead.setUnit(OverheadChart::Unit::Percent);
        QVERIFY(board.overhead.table().heads.contains("pickle (%)"));
    }

    void theThroughputSumsToTheItems()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        board.range.fit();
        board.picture();
        const ChartTable table = board.throughput.tableOf(false);
        double items = 0;
        for (const auto& row : table.rows) items += (row[1].toDouble() - row[0].toDouble()) * row[2].toDouble();
        const auto done = static_cast<double>(board.run.summary().done);
        QVERIFY2(std::abs(items - done) < 0.02 * done, qPrintable(QString::number(items)));
    }

    void theLatenciesSumToTheChunks()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        const ChartTable table = board.throughput.tableOf(true);
        QCOMPARE(sumOf(table, "chunks"), static_cast<double>(board.run.latencies().total()));
        QVERIFY(table.summary.contains("99"));
    }

    void aTableIsCopiedAsTextThatProgramsRead()
    {
        const ChartTable table{"t", "s", {"who", "time (s)", "bytes"}, {{"a\tb", 0.5, qulonglong{1234567}}, {"c", QVariant(), 1.5}}};
        QCOMPARE(table.asText(), QStringLiteral("who\ttime (s)\tbytes\na b\t0.5\t1234567\nc\t\t1.5\n"));
    }

    void theModelKeepsItsPromises()
    {
        ChartTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable({"t", "s", {"a", "b"}, {{"x", 1.0}, {"y", 2.0}}});
        model.setTable({"t", "s", {"a", "b"}, {{"x", 3.0}, {"y", 4.0}}});
        QCOMPARE(model.index(1, 1).data(Qt::EditRole).toDouble(), 4.0);
        model.setTable({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aScreenReaderIsToldTheSentence()
    {
        installChartAccessibility();
        ChartsBoard board(Theme::lightTheme());
        board.feed(simulated(), simulated().end());
        board.picture();
        for (Chart* chart : {static_cast<Chart*>(&board.verdict), static_cast<Chart*>(&board.lanes),
                             static_cast<Chart*>(&board.overhead), static_cast<Chart*>(&board.throughput)}) {
            QAccessibleInterface* const told = QAccessible::queryAccessibleInterface(chart);
            QVERIFY(told != nullptr);
            QCOMPARE(told->role(), QAccessible::Chart);
            QVERIFY(!told->text(QAccessible::Name).isEmpty());
            QCOMPARE(told->text(QAccessible::Description), chart->table().summary);
            QVERIFY(!chart->table().summary.isEmpty());
        }
    }

    void chartsWithoutARunSayThatThereIsNothing()
    {
        ChartsBoard board(Theme::lightTheme());
        QVERIFY(board.lanes.table().rows.empty());
        QVERIFY(board.verdict.table().rows.empty());
        QVERIFY(board.throughput.tableOf(true).rows.empty());
    }
};

POOLSCOPE_GUI_TEST(ChartTablesTest);
#include "chart_tables_test.moc"
