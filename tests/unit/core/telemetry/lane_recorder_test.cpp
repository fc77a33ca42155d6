// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// A lane whose worker was started at 100 and ready at 400, both since the run began.
struct ReadyLane {
    std::shared_ptr<StatusPage> page = std::make_shared<StatusPage>();
    LaneRecorder lane{3, began, 16};

    ReadyLane()
    {
        lane.started(began + 100, 42, page);
        lane.ready(began + 400);
    }
};

TEST(LaneRecorder, countsAsStartUntilItsWorkerIsReady)
{
    LaneRecorder lane(0, began, 16);
    EXPECT_EQ(lane.totals(began + 50).start, 50);
    lane.started(began + 100, 42, nullptr);
    EXPECT_EQ(lane.totals(began + 300).start, 300);
    lane.ready(began + 400);
    EXPECT_EQ(lane.totals(began + 400).start, 400);
    EXPECT_EQ(lane.totals(began + 900).start, 400);
    EXPECT_EQ(lane.accountedUntil(), 400);
}

TEST(LaneRecorder, countsNoStartForAWorkerThatStayedFromAnEarlierRun)
{
    LaneRecorder lane(0, began, 16);
    lane.started(began - 5000, 42, nullptr);
    lane.ready(began - 4000);
    EXPECT_EQ(lane.totals(began + 900).start, 0);
    EXPECT_EQ(accounted(lane.totals(began + 900)), 900);
}

TEST(LaneRecorder, addsUpWhatItsRowsSay)
{
    ReadyLane ready;
    Steps steps;
    std::iota(steps.begin(), steps.end(), 1);
    Row row = rowOf(400, steps, 7);
    row.bytesOut = 1000;
    row.bytesBack = 200;
    row.failed = 2;
    ready.lane.record(row, WaitCause::Input);
    row.start = ready.lane.accountedUntil();
    ready.lane.record(row, WaitCause::Retry);
    const LaneTotals totals = ready.lane.totals(began + ready.lane.accountedUntil());
    for (std::size_t i = 0; i < stepCount; ++i) {
        EXPECT_EQ(totals.step[i], 2 * steps[i]) << i;
    }
    EXPECT_EQ(totals.chunks, 2u);
    EXPECT_EQ(totals.items, 10u); // the failed ones count with Telemetry::fail()
    EXPECT_EQ(totals.bytesOut, 2000u);
    EXPECT_EQ(totals.bytesBack, 400u);
    EXPECT_EQ(totals.waitCause, (std::array<Nanos, waitCauseCount>{1, 0, 1, 0}));
    EXPECT_EQ(ready.lane.accountedUntil(), 400 + 2 * workerTime(steps));
}

TEST(LaneRecorder, keepsExactCountersBesideRoundedRows)
{
    ReadyLane ready;
    Steps steps{};
    at(steps, Step::Compute) = 1'000'000'007; // no float holds this
    constexpr int rows = 1000;
    for (int i = 0; i < rows; ++i) {
        const Row row = rowOf(ready.lane.accountedUntil(), steps, 1000);
        ready.lane.record(row, steps, WaitCause::Input, 300);
    }
    const LaneTotals totals = ready.lane.totals(began);
    EXPECT_EQ(totals[Step::Compute], Nanos{1'000'000'007} * rows);
    EXPECT_EQ(totals.items, 700u * rows);
}

TEST(LaneRecorder, leavesAGapBeforeARowUnaccounted)
{
    ReadyLane ready;
    Steps steps{};
    at(steps, Step::Compute) = 100;
    ready.lane.record(rowOf(450, steps, 1), WaitCause::Input);
    EXPECT_EQ(ready.lane.accountedUntil(), 550);
    EXPECT_EQ(accounted(ready.lane.totals(began + 550)), 500);
}

TEST(LaneRecorder, addsTimeThatNoRowCarries)
{
    ReadyLane ready;
    ready.lane.add(Step::Out, 10);
    ready.lane.add(Step::ParentUnpickle, 1000); // the attendant's: no time of the worker
    ready.lane.addWait(WaitCause::NothingLeft, 90);
    EXPECT_EQ(ready.lane.accountedUntil(), 500);
    const LaneTotals totals = ready.lane.totals(began + 500);
    EXPECT_EQ(totals[Step::Out], 10);
    EXPECT_EQ(totals[Step::ParentUnpickle], 1000);
    EXPECT_EQ(totals[Step::Wait], 90);
    EXPECT_EQ(totals.waitCause[static_cast<std::size_t>(WaitCause::NothingLeft)], 90);
}

TEST(LaneRecorder, putsTimeWithoutARowUnderWaitWhileNothingRuns)
{
    ReadyLane ready;
    const LaneTotals totals = ready.lane.totals(began + 1000);
    EXPECT_EQ(totals[Step::Wait], 600);
    EXPECT_EQ(totals[Step::Compute], 0);
    EXPECT_EQ(totals.busySince, 0);
}

TEST(LaneRecorder, putsTimeWithoutARowUnderComputeFromWhereThePageSaysSo)
{
    ReadyLane ready;
    ready.page->chunk = 1;
    EXPECT_EQ(ready.lane.totals(began + 1000)[Step::Wait], 600);
    ready.page->computeBegan = began + 700;
    ready.page->finished = 4;
    const LaneTotals running = ready.lane.totals(began + 1000);
    EXPECT_EQ(running[Step::Wait], 300);
    EXPECT_EQ(running[Step::Compute], 300);
    EXPECT_EQ(running.busySince, 700);
    EXPECT_EQ(running.begun, 4u);
    ready.page->computeBegan = 0; // it pickles the results
    EXPECT_EQ(ready.lane.totals(began + 1000)[Step::Compute], 0);
}

TEST(LaneRecorder, isNeverNegativeWhenAskedAboutThePast)
{
    ReadyLane ready;
    ready.page->chunk = 1;
    ready.page->computeBegan = began + 5000; // a moment that has not come
    for (const Nanos moment : {Nanos{0}, Nanos{200}, Nanos{4000}}) {
        const LaneTotals totals = ready.lane.totals(began + moment);
        EXPECT_GE(totals[Step::Wait], 0);
        EXPECT_GE(totals[Step::Compute], 0);
    }
}

TEST(LaneRecorder, countsWhatADeadWorkerDidAsCompute)
{
    ReadyLane ready;
    ready.page->chunk = 1;
    ready.page->computeBegan = began + 500;
    ready.lane.setInFlight(2);
    ready.lane.ended(died(900));
    EXPECT_EQ(ready.lane.accountedUntil(), 900);
    LaneTotals totals = ready.lane.totals(began + 1000);
    EXPECT_EQ(totals[Step::Wait], 200); // before it computed, and after it died
    EXPECT_EQ(totals[Step::Compute], 400);
    EXPECT_FALSE(totals.alive);
    EXPECT_EQ(totals.begun, 0u);
    ready.lane.started(began + 1000, 43, std::make_shared<StatusPage>());
    ready.lane.ready(began + 1200);
    totals = ready.lane.totals(began + 1200);
    EXPECT_EQ(totals.start, 400 + 200);
    EXPECT_EQ(accounted(totals), 1200);
    EXPECT_TRUE(totals.alive);
    EXPECT_EQ(totals.pid, 43);
}

TEST(LaneRecorder, keepsTheMachineFiguresOfEarlierWorkers)
{
    ReadyLane ready;
    ready.page->cpuWait = 1000;
    ready.page->rss = 50;
    ready.page->maxRss = 70;
    LaneTotals totals = ready.lane.totals(began + 500);
    EXPECT_EQ(totals.cpuWait, 1000);
    EXPECT_EQ(totals.rss, 50u);
    EXPECT_EQ(totals.maxRss, 70u);
    ready.lane.ended(died(600));
    EXPECT_EQ(ready.lane.totals(began + 700).maxRss, 70u);
    EXPECT_EQ(ready.lane.totals(began + 700).rss, 0u);
    const auto stayed = std::make_shared<StatusPage>();
    stayed->cpuWait = 5000; // of an earlier run: not this one's
    stayed->maxRss = 60;
    ready.lane.started(began + 700, 43, stayed);
    stayed->cpuWait = 5300;
    totals = ready.lane.totals(began + 800);
    EXPECT_EQ(totals.cpuWait, 1300);
    EXPECT_EQ(totals.maxRss, 70u);
}

} // namespace
} // namespace poolscope
