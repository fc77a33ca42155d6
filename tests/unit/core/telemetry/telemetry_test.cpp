// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

void makeReady(LaneRecorder& lane, Nanos at)
{
    lane.started(began, 40, std::make_shared<StatusPage>());
    lane.ready(began + at);
}

/// A row with 100 ns of computing, right behind what the lane has.
void recordNext(LaneRecorder& lane, std::uint32_t count)
{
    Steps steps{};
    at(steps, Step::Compute) = 100;
    lane.record(rowOf(lane.accountedUntil(), steps, count), WaitCause::Input);
}

Failure failureOf(std::uint64_t item, std::uint16_t worker)
{
    Failure failure;
    failure.item = item;
    failure.worker = worker;
    failure.error = {"ValueError", "No.", {}};
    return failure;
}

TEST(Telemetry, saysWhyALaneHasNoWorkerUntilOneIsThere)
{
    Telemetry telemetry(3, 20, began);
    EXPECT_EQ(telemetry.totals(began).lane[1].noWorker, "");
    telemetry.noWorker(1, "It ended with exit code 9.");
    telemetry.noWorker(2, "It ended with exit code 7.");
    telemetry.noWorker(2, "");
    const RunTotals totals = telemetry.totals(began);
    EXPECT_EQ(totals.lane[0].noWorker, "");
    EXPECT_EQ(totals.lane[1].noWorker, "It ended with exit code 9.");
    EXPECT_EQ(totals.lane[2].noWorker, "");
}

TEST(Telemetry, addsUpItsLanes)
{
    Telemetry telemetry(2, 20, began);
    makeReady(telemetry.lane(0), 10);
    makeReady(telemetry.lane(1), 20);
    recordNext(telemetry.lane(0), 5);
    recordNext(telemetry.lane(1), 4);
    recordNext(telemetry.lane(1), 3);
    telemetry.lane(0).setInFlight(2);
    telemetry.lane(1).setInFlight(1);
    telemetry.fail(failureOf(7, 1));
    telemetry.countRetried(3);
    telemetry.countLostWorker();
    const RunTotals totals = telemetry.totals(began + 1000);
    EXPECT_EQ(totals.wall, 1000);
    EXPECT_EQ(totals.items, 20u);
    EXPECT_EQ(totals.done, 13u);
    EXPECT_EQ(totals.failed, 1u);
    EXPECT_EQ(totals.chunks, 3u);
    EXPECT_EQ(totals.rows, 3u);
    EXPECT_EQ(totals.dropped, 0u);
    EXPECT_EQ(totals.inFlight, 3u);
    EXPECT_EQ(totals.retried, 3u);
    EXPECT_EQ(totals.lostWorkers, 1u);
    EXPECT_EQ(totals.lane[1].items, 8u);
    EXPECT_EQ(totals.lane[1].failed, 1u);
    for (const LaneTotals& lane : totals.lane) {
        EXPECT_EQ(accounted(lane), totals.wall);
    }
}

TEST(Telemetry, countsAFailureThatBelongsToNoLane)
{
    Telemetry telemetry(1, 5, began);
    telemetry.fail(failureOf(0, 9));
    EXPECT_EQ(telemetry.totals(began).done, 1u);
    EXPECT_EQ(telemetry.totals(began).failed, 1u);
    EXPECT_EQ(telemetry.totals(began).lane[0].failed, 0u);
}

TEST(Telemetry, standsStillOnceFinished)
{
    Telemetry telemetry(1, 5, began);
    const auto page = std::make_shared<StatusPage>();
    telemetry.lane(0).started(began, 40, page);
    telemetry.lane(0).ready(began + 100);
    EXPECT_FALSE(telemetry.totals(began + 400).finished);
    telemetry.finish(began + 500, true);
    page->cpuWait = 9000; // the pool lives on, and the worker serves another call
    page->chunk = 1;
    page->computeBegan = began + 600;
    EXPECT_EQ(telemetry.totals(began + 700).lane[0].busySince, 0);
    telemetry.lane(0).ended(died(90'000));
    const RunTotals totals = telemetry.totals(began + 100'000);
    EXPECT_EQ(totals.lane[0].cpuWait, 0);
    EXPECT_EQ(totals.lane[0][Step::Compute], 0);
    EXPECT_TRUE(totals.finished);
    EXPECT_TRUE(totals.cancelled);
    EXPECT_EQ(totals.wall, 500);
    EXPECT_EQ(accounted(totals.lane[0]), 500);
}

TEST(Telemetry, countsWhatACancelledWorkerDidUntilTheEndAsCompute)
{
    Telemetry telemetry(1, 5, began);
    const auto page = std::make_shared<StatusPage>();
    telemetry.lane(0).started(began, 40, page);
    telemetry.lane(0).ready(began);
    page->chunk = 1;
    page->computeBegan = began + 100;
    telemetry.finish(began + 500, true);
    telemetry.lane(0).ended(died(700));
    EXPECT_EQ(telemetry.totals(began + 900).lane[0][Step::Compute], 400);
    EXPECT_EQ(accounted(telemetry.totals(began + 900).lane[0]), 500);
}

TEST(Telemetry, takesItsWallFromARowThatEndsAfterTheMoment)
{
    Telemetry telemetry(2, 5, began);
    makeReady(telemetry.lane(0), 0);
    makeReady(telemetry.lane(1), 0);
    recordNext(telemetry.lane(0), 1);
    const RunTotals totals = telemetry.totals(began + 60);
    EXPECT_EQ(totals.wall, 100);
    EXPECT_EQ(accounted(totals.lane[0]), 100);
    EXPECT_EQ(accounted(totals.lane[1]), 100);
}

TEST(Telemetry, neverShowsMoreBegunThanThereIs)
{
    Telemetry telemetry(1, 10, began);
    const auto page = std::make_shared<StatusPage>();
    telemetry.lane(0).started(began, 40, page);
    telemetry.lane(0).ready(began);
    page->chunk = 1;
    page->finished = 8;
    EXPECT_EQ(telemetry.totals(began + 10).lane[0].begun, 8u);
    recordNext(telemetry.lane(0), 8); // the page still shows what the row brought
    EXPECT_EQ(telemetry.totals(began + 200).lane[0].begun, 2u);
}

TEST(Telemetry, drainsRowsEventsAndFailuresOnce)
{
    Telemetry telemetry(2, 20, began);
    telemetry.lane(1).started(began + 5, 41, nullptr);
    telemetry.lane(0).started(began + 1, 40, nullptr);
    telemetry.lane(1).ready(began + 20);
    telemetry.lane(0).ready(began + 9);
    recordNext(telemetry.lane(0), 5);
    telemetry.fail(failureOf(7, 1));
    FeedBatch batch;
    telemetry.drain(batch);
    ASSERT_EQ(batch.rows.size(), 1u);
    EXPECT_EQ(batch.rows[0].count, 5u);
    ASSERT_EQ(batch.events.size(), 4u);
    const std::array<Nanos, 4> moments{batch.events[0].at, batch.events[1].at, batch.events[2].at,
                                       batch.events[3].at};
    EXPECT_EQ(moments, (std::array<Nanos, 4>{1, 5, 9, 20}));
    EXPECT_EQ(batch.events[2].kind, LaneEvent::Kind::Ready);
    EXPECT_EQ(batch.events[2].pid, 40);
    ASSERT_EQ(batch.failures.size(), 1u);
    EXPECT_EQ(batch.failures[0].item, 7u);
    telemetry.drain(batch);
    EXPECT_EQ(batch.rows.size(), 1u);
    EXPECT_EQ(batch.events.size(), 4u);
    EXPECT_EQ(batch.failures.size(), 1u);
}

TEST(Telemetry, countsTheRowsThatAFullFeedDrops)
{
    Telemetry telemetry(1, 100, began, 4);
    makeReady(telemetry.lane(0), 0);
    for (int i = 0; i < 10; ++i) {
        recordNext(telemetry.lane(0), 1);
    }
    FeedBatch batch;
    telemetry.drain(batch);
    EXPECT_EQ(batch.rows.size(), 4u);
    const RunTotals totals = telemetry.totals(began);
    EXPECT_EQ(totals.rows, 10u);
    EXPECT_EQ(totals.dropped, 6u);
    EXPECT_EQ(totals.done, 10u); // the counters lose nothing
    EXPECT_EQ(totals.lane[0][Step::Compute], 1000);
}

TEST(Telemetry, measuresWhatRecordingCosts)
{
    Telemetry telemetry(1, 1000, began);
    makeReady(telemetry.lane(0), 0);
    EXPECT_EQ(telemetry.totals(began).observing, 0);
    const Nanos before = now();
    for (int i = 0; i < 1000; ++i) {
        recordNext(telemetry.lane(0), 1);
    }
    EXPECT_GT(telemetry.totals(began).observing, 0);
    EXPECT_LT(telemetry.totals(began).observing, 64 * (now() - before));
}

} // namespace
} // namespace poolscope
