// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run's facts as they come: one change a tick, bounded memory, exact totals, live tails.
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/simulated_run.h"

#include "ui/models/models.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::SimulatedOptions;
using poolscope::test::SimulatedRun;

class RunModelTest final : public QObject {
    Q_OBJECT

private slots:
    void aTickIsOneChange()
    {
        const SimulatedRun run({.seconds = 0.1});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        QSignalSpy changes(&model, &RunModel::changed);
        for (int i = 0; i < 10; ++i) feed.apply(run, i * run.end() / 10, (i + 1) * run.end() / 10);
        QCOMPARE(changes.count(), 10);
        QCOMPARE(model.state(), RunState::Finished);
        QCOMPARE(model.rowCount(), run.rows().size());
    }

    void theRowsAddUpToTheCounters()
    {
        const SimulatedRun run({.seconds = 0.1});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        feed.apply(run, 0, run.end());
        for (std::size_t lane = 0; lane < model.laneCount(); ++lane) {
            const PhaseTimes times = model.workerTimes(lane, 0, model.now());
            const PhaseSeconds& counted = model.worker(lane).phases;
            for (std::size_t i = 0; i < phaseCount; ++i) {
                QVERIFY(std::abs(times[i] * 1e-9 - counted.all[i]) < 1e-3 * counted.total());
            }
        }
    }

    void memoryIsBoundedAndTheTotalsStayExact()
    {
        const SimulatedRun run({.seconds = 0.2, .failures = 3});
        RunModel model;
        test::RunFeed feed(model, 2000);
        model.begin(run.plan());
        for (int i = 0; i < 20; ++i) {
            feed.apply(run, i * run.end() / 20, (i + 1) * run.end() / 20);
            QVERIFY(model.rowCount() <= 2000 + run.rows().size() / 15);
        }
        QVERIFY(model.folded() > 0);
        QCOMPARE(model.folded() + model.rowCount(), run.rows().size());
        double items = 0;
        for (std::size_t lane = 0; lane < model.laneCount(); ++lane) items += model.lane(lane).items(0, 1e12);
        QCOMPARE(items, static_cast<double>(model.summary().done));
    }

    void foldingHidesNoChunkThatWasInFlight()
    {
        const SimulatedRun run({.seconds = 0.2, .gaps = false});
        RunModel whole, folded;
        test::RunFeed feedWhole(whole), feedFolded(folded, 2000);
        for (RunModel* model : {&whole, &folded}) model->begin(run.plan());
        constexpr int ticks = 100;
        for (int i = 0; i < ticks; ++i) {
            feedWhole.apply(run, i * run.end() / ticks, (i + 1) * run.end() / ticks);
            feedFolded.apply(run, i * run.end() / ticks, (i + 1) * run.end() / ticks);
        }
        QVERIFY(folded.folded() > 0);
        const double end = folded.now() * 1e-9;
        const auto exact = whole.throughput(0, end, 4), counted = folded.throughput(0, end, 4);
        for (std::size_t i = 0; i < exact.size(); ++i) {
            QVERIFY2(std::abs(counted[i].inFlight - exact[i].inFlight) < 0.25 * exact[i].inFlight,
                     qPrintable(QStringLiteral("%1 and %2").arg(counted[i].inFlight).arg(exact[i].inFlight)));
        }
    }

    void aChunkThatRunsIsDrawnAsComputeUntilNow()
    {
        const SimulatedRun run({.workers = 1, .chunksize = 1000, .seconds = 1, .computeMicros = 50, .gaps = false});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        const Row& row = run.rows()[5];
        const Nanos inside = row.start + std::llround(durationOf(row) / 2);
        feed.apply(run, 0, inside);
        const std::vector<Stretch> tail = model.tail(0);
        QVERIFY(!tail.empty());
        QCOMPARE(tail.back().phase, Phase::Compute);
        QCOMPARE(tail.back().end, static_cast<double>(inside));
        feed.apply(run, inside, run.end());
        for (const Stretch& stretch : model.tail(0)) QCOMPARE(stretch.phase, Phase::Wait);
    }

    void whatAWorkerDidBeforeItDiedIsDrawn()
    {
        const SimulatedRun run({.seconds = 0.5, .death = true});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        for (int i = 0; i < 5; ++i) feed.apply(run, i * run.end() / 5, (i + 1) * run.end() / 5);
        QCOMPARE(model.lost(2).size(), std::size_t{1});
        QVERIFY(model.lost(0).empty());
        const Stretch lost = model.lost(2).front();
        QCOMPARE(model.workerTimes(2, lost.begin, lost.end), (PhaseTimes{lost.end - lost.begin, 0, 0, 0, 0}));
        QCOMPARE(total(model.workerTimes(2, lost.end + 1e6, lost.end + 10e6)), 0.0); // the gap until the next began
    }

    void throughputAddsUpToTheItems()
    {
        const SimulatedRun run({.seconds = 0.3, .straggler = true});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        feed.apply(run, 0, run.end());
        double items = 0, busy = 0;
        const auto series = model.throughput(0, 0.3, 60);
        QCOMPARE(series.size(), std::size_t{60});
        for (const Throughput& part : series) {
            items += part.itemsPerSecond * (part.to - part.from);
            busy = std::max(busy, part.busy);
            QVERIFY(part.inFlight >= 0);
        }
        QVERIFY(std::abs(items - static_cast<double>(model.summary().done)) < 1);
        QVERIFY(busy <= 4.0001);
    }

    void theSlowestChunkIsKnown()
    {
        const SimulatedRun run({.seconds = 0.3, .straggler = true});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        feed.apply(run, 0, run.end());
        QCOMPARE(model.slowest().lane, 1);
        QCOMPARE(static_cast<double>(model.row(model.slowest())[Step::Compute]), std::round(0.3e9 / 15));
        QVERIFY(!model.rowAt(1, 0).valid());
        QVERIFY(model.latencies().percentile(0.999) < 1e-3);
        QCOMPARE(model.latencies().total(), run.rows().size());
    }

    void beginningAgainForgetsEverything()
    {
        const SimulatedRun run({.seconds = 0.1, .failures = 2});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        feed.apply(run, 0, run.end());
        model.begin(run.plan());
        QCOMPARE(model.state(), RunState::Measuring);
        QCOMPARE(model.rowCount(), std::size_t{0});
        QVERIFY(model.failures().empty());
        QVERIFY(!model.slowest().valid());
        QCOMPARE(model.now(), 0.0);
    }

    void theViewFollowsTheRightEdgeUntilItIsMoved()
    {
        const SimulatedRun run({.seconds = 1});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        TimeRange range;
        range.setRun(&model);
        feed.apply(run, 0, run.end() / 2);
        QVERIFY(range.live());
        QCOMPARE(range.end(), 0.5e9);
        QCOMPARE(range.length(), 0.2e9);
        range.zoom(0.5, 0.4e9);
        QVERIFY(!range.live());
        const double begin = range.begin();
        feed.apply(run, run.end() / 2, run.end() * 3 / 4);
        QCOMPARE(range.begin(), begin);
        QVERIFY(range.behind() > 0.2e9);
        range.follow();
        QVERIFY(range.live());
        feed.apply(run, run.end() * 3 / 4, run.end());
        QVERIFY(range.whole());
        QVERIFY(!range.live());
    }

    void aPausedViewStandsStillWhileTheRunGoesOn()
    {
        const SimulatedRun run({.seconds = 0.4});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        TimeRange range;
        range.setRun(&model);
        feed.apply(run, 0, run.end() / 4);
        range.setFrozen(true);
        const double end = range.end();
        QSignalSpy moves(&range, &TimeRange::viewChanged);
        feed.apply(run, run.end() / 4, run.end() / 2);
        QCOMPARE(range.end(), end);
        QCOMPARE(moves.count(), 0);
        QCOMPARE(range.behind(), 0.1e9);
        range.setFrozen(false);
        QCOMPARE(range.end(), 0.2e9);
    }

    void aRangeStaysWithinTheRun()
    {
        const SimulatedRun run({.seconds = 0.1});
        RunModel model;
        test::RunFeed feed(model);
        model.begin(run.plan());
        TimeRange range;
        range.setRun(&model);
        feed.apply(run, 0, run.end());
        range.show(-1e9, 5e9);
        QVERIFY(range.whole());
        range.zoom(1e-9, 50e6);
        QVERIFY(range.length() >= 200);
        range.pan(-1e12);
        QCOMPARE(range.begin(), 0.0);
        range.select(80e6, 20e6);
        QCOMPARE(range.selectionBegin(), 20e6);
        range.zoomToSelection();
        QCOMPARE(range.end(), 80e6);
    }
};

POOLSCOPE_GUILESS_TEST(RunModelTest);
#include "run_model_test.moc"
