// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over any stretch of a lane are exact, also after folding; columns add up.
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/simulated_run.h"

#include "ui/models/models.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace poolscope;
using poolscope::test::SimulatedRun;

namespace {

// The plain sum that the prefix sums must equal.
PhaseTimes plainly(const std::vector<Row>& rows, double from, double to)
{
    PhaseTimes times{};
    for (const Row& row : rows) {
        for (const Stretch& stretch : workerStretches(row)) {
            at(times, stretch.phase) += std::max(0.0, std::min(to, stretch.end) - std::max(from, stretch.begin));
        }
    }
    return times;
}

std::vector<Row> rowsOf(const LaneSeries& lane)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < lane.size(); ++i) rows.push_back(lane.row(i));
    return rows;
}

LaneSeries laneOf(const SimulatedRun& run, int worker)
{
    LaneSeries lane;
    for (const Row& row : run.rows()) {
        if (row.worker == worker) lane.append(row);
    }
    return lane;
}

void compareTimes(const PhaseTimes& a, const PhaseTimes& b, double tolerance)
{
    for (std::size_t i = 0; i < phaseCount; ++i) {
        QVERIFY2(std::abs(a[i] - b[i]) <= tolerance, qPrintable(QStringLiteral("%1: %2 and %3").arg(i).arg(a[i]).arg(b[i])));
    }
}

} // namespace

class LaneSeriesTest final : public QObject {
    Q_OBJECT

private slots:
    void anyStretchIsAnExactSum()
    {
        const SimulatedRun run({.seconds = 0.05, .seed = 3});
        const LaneSeries lane = laneOf(run, 1);
        QVERIFY(lane.size() > 1000);
        for (int i = 0; i < 40; ++i) {
            const double from = lane.begin() + i * 731'000.0, to = from + 1000.0 * (i * i + 1);
            compareTimes(lane.worker(from, to), plainly(rowsOf(lane), from, to), 2);
        }
    }

    void rowsOutOfOrderArePutInTheirPlace()
    {
        const SimulatedRun run({.seconds = 0.02});
        const LaneSeries ordered = laneOf(run, 0);
        LaneSeries shuffled;
        std::vector<Row> rows = rowsOf(ordered);
        std::swap(rows[3], rows[200]);
        std::swap(rows[40], rows[41]);
        for (const Row& row : rows) shuffled.append(row);
        for (std::size_t i = 0; i < rows.size(); ++i) QCOMPARE(shuffled.row(i).start, ordered.row(i).start);
        compareTimes(shuffled.worker(0, 1e9), ordered.worker(0, 1e9), 1);
    }

    void foldingHalvesTheRowsAndKeepsTheSums()
    {
        const SimulatedRun run({.seconds = 0.05});
        LaneSeries lane = laneOf(run, 2);
        const std::size_t before = lane.size();
        const PhaseTimes times = lane.worker(0, 1e9);
        const PhaseTimes parent = lane.attendant(0, 1e9);
        const double items = lane.items(0, 1e9), bytes = lane.bytesOut(0, 1e9);
        lane.fold(false);
        QVERIFY(lane.size() < before * 3 / 4);
        QCOMPARE(lane.folded(), before - lane.size());
        compareTimes(lane.worker(0, 1e9), times, static_cast<double>(before)); // whole ns of their starts
        compareTimes(lane.attendant(0, 1e9), parent, 1e-6 * total(parent));
        QCOMPARE(lane.items(0, 1e9), items);
        QCOMPARE(lane.bytesOut(0, 1e9), bytes);
    }

    void foldingKeepsFailuresAndStragglersApart()
    {
        const SimulatedRun run({.seconds = 0.05, .straggler = true, .failures = 5});
        LaneSeries lane = laneOf(run, 1);
        const auto longest = [](const LaneSeries& series) {
            double most = 0;
            for (const Row& row : rowsOf(series)) most = std::max(most, static_cast<double>(row[Step::Compute]));
            return most;
        };
        const double straggler = longest(lane);
        for (int i = 0; i < 3; ++i) lane.fold(false);
        QCOMPARE(longest(lane), straggler);
        for (const Row& row : rowsOf(lane)) QVERIFY(row.failed == 0 || row.count == 1);
    }

    void chunksInFlightAreTheMeanOverTheStretch()
    {
        LaneSeries lane;
        Row row; // 1 µs of pickling, sent at once, 8 µs of work, 1 µs of unpickling
        row[Step::ParentPickle] = 1000;
        row.lead = 1000;
        row[Step::Compute] = 8000;
        row[Step::ParentUnpickle] = 1000;
        row.start = 1000;
        row.count = 1;
        lane.append(row);
        QCOMPARE(lane.inFlight(0, 10'000), 1.0);
        QCOMPARE(lane.inFlight(0, 20'000), 0.5);
        QCOMPARE(lane.inFlight(5000, 6000), 1.0);
        QCOMPARE(lane.items(1000, 5000), 0.5);
    }

    void columnHeightsAddUpToTheBar()
    {
        const SimulatedRun run({.seconds = 0.2, .straggler = true});
        RunModel model;
        test::tell(model, run);
        for (std::size_t lane = 0; lane < model.laneCount(); ++lane) {
            int drawn = 0;
            for (const Column& column : workerColumns(model, lane, 0, model.now(), 800, 32)) {
                QCOMPARE(std::accumulate(column.height.begin(), column.height.end(), 0), 32);
                drawn += column.width;
            }
            QVERIFY(drawn > 700);
            QVERIFY(drawn <= 800);
        }
        for (const Column& column : parentColumns(model, 0, model.now(), 800, 32)) {
            QCOMPARE(std::accumulate(column.height.begin(), column.height.end(), 0), 32);
            QCOMPARE(column.height[static_cast<std::size_t>(Phase::Compute)], 0);
        }
    }

    void sharesThatDoNotDivideGoToTheLargestRemainder()
    {
        const auto heights = wholeHeights({1, 1, 1, 0, 0}, 32);
        QCOMPARE(heights, (std::array<int, phaseCount>{11, 11, 10, 0, 0}));
        QCOMPARE(wholeHeights({}, 32), (std::array<int, phaseCount>{}));
    }

    void everyTaskIsDrawnOnlyWhereItCanBeSeen()
    {
        const SimulatedRun run({.seconds = 0.2});
        const LaneSeries lane = laneOf(run, 0);
        QVERIFY(!everyTaskFits(lane, 0, 200e6, 800));
        QVERIFY(everyTaskFits(lane, 100e6, 100.24e6, 800));
    }

    void aColumnIsPaleWhereComputeCostsLessThanItsOverhead()
    {
        QVERIFY(isPale({10, 4, 4, 4, 100}));
        QVERIFY(!isPale({13, 4, 4, 4, 0}));
    }
};

POOLSCOPE_GUILESS_TEST(LaneSeriesTest);
#include "lane_series_test.moc"
