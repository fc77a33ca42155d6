// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/insight/runs.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

std::string adviceFor(const SampleRun& run)
{
    std::string text = run.summary().advice;
    for (const std::string space : {"\u00a0", "\u202f"}) {
        for (std::size_t at; (at = text.find(space)) != std::string::npos;) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

/// Chunks of one item, each with 5 µs around 1.6 µs of work; slower than a plain loop.
SampleRun smallChunks()
{
    SampleRun run;
    run.plan.chunksize = 1;
    run.totals.chunks = run.totals.done;
    run.totals.wall = 2310 * millisecond;
    for (LaneTotals& lane : run.totals.lane) {
        lane.chunks = lane.items;
        lane.step = {};
        set(lane, Step::Compute, 400);
        set(lane, Step::Pickle, 440);
        set(lane, Step::Unpickle, 280);
        set(lane, Step::In, 530);
        set(lane, Step::Wait, 659);
        lane.waitCause = {0, 659 * millisecond, 0};
    }
    return run;
}

TEST(Advice, findsAChunkSizeWhoseFixedCostIsBearable)
{
    // fixed: half of 2.88 µs pickling and about all of 2.12 µs moving = 3.6 µs; 5 % of 1.6 µs × 64 is 5.1 µs.
    EXPECT_EQ(adviceFor(smallChunks()), "Chunks of 1 cost more than the work in them: try 64.");
}

TEST(Advice, leavesEachWorkerFourChunks)
{
    SampleRun run = smallChunks();
    run.plan.items = run.totals.items = 600;
    run.totals.done = run.totals.chunks = 600;
    EXPECT_EQ(adviceFor(run), "Chunks of 1 cost more than the work in them: try 32.");
}

TEST(Advice, tellsWhatAnAffordableOverheadIsOfTheWork)
{
    SampleRun run = smallChunks();
    run.probe.roundPerItem = {1e-5};
    for (LaneTotals& lane : run.totals.lane) {
        set(lane, Step::Compute, 1700);
        set(lane, Step::Wait, 10);
        set(lane, Step::In, 10);
        set(lane, Step::Unpickle, 10);
        set(lane, Step::Pickle, 579);
    }
    EXPECT_EQ(adviceFor(run), "Chunks of 1 cost 35 % of the work in them: try 4.");
    run.plan.chunksize = 128;
    run.totals.chunks = run.totals.done / 128;
    EXPECT_EQ(adviceFor(run),
              "Carrying an item costs 35 % of the work in it, mostly pickling: send less "
              "with it, or give it more to do.");
    run.plan.chunksize = 1;
    run.totals.chunks = run.totals.done;
    for (LaneTotals& lane : run.totals.lane) {
        set(lane, Step::In, 579);
        set(lane, Step::Pickle, 10);
    }
    EXPECT_EQ(adviceFor(run), "Chunks of 1 cost 35 % of the work in them: try 8.");
}

TEST(Advice, doesNotAdviseLargerChunksForLargeItems)
{
    SampleRun run = smallChunks();
    for (LaneTotals& lane : run.totals.lane) {
        lane.bytesOut = lane.chunks * 1'000'000;
        set(lane, Step::Unpickle, 0);
        set(lane, Step::Pickle, 200);
        set(lane, Step::In, 1200);
        set(lane, Step::Wait, 509);
    }
    EXPECT_EQ(adviceFor(run), "Carrying an item costs 3.5× the work in it, mostly moving bytes, which 4 "
                              "workers cannot make up for: a plain loop is faster.");
    run.plan.workers = 8; // might make up for it
    EXPECT_EQ(adviceFor(run), "Carrying an item costs 3.5× the work in it, mostly moving bytes: "
                              "send less with it, or give it more to do.");
}

TEST(Advice, sendsLargeBytesBesideTheMessagesWhereTheyWentThroughThem)
{
    SampleRun run = smallChunks();
    run.plan.items = run.totals.items = run.totals.done = run.totals.chunks = 2000;
    for (LaneTotals& lane : run.totals.lane) {
        lane.items = lane.chunks = 500;
        lane.bytesOut = 500 * 1'000'000ull;
        set(lane, Step::Unpickle, 0);
        set(lane, Step::Pickle, 200);
        set(lane, Step::In, 1200);
        set(lane, Step::Wait, 509);
    }
    const std::string beside = "Carrying an item costs 3.5× the work in it, mostly moving bytes: protocol 5 over "
                               "shared memory lets large bytes travel beside the messages.";
    run.plan.protocol = 4;
    EXPECT_EQ(adviceFor(run), beside);
    run.plan.protocol = 5;
    run.plan.transport = "pipe";
    EXPECT_EQ(adviceFor(run), beside);
    run.plan.transport = "ring"; // they could travel beside them, and were not of a kind that does
    EXPECT_EQ(adviceFor(run).find("beside"), std::string::npos);
    run.plan.transport = "pipe";
    for (LaneTotals& lane : run.totals.lane) lane.bytesOut = 500 * 100'000ull;
    EXPECT_EQ(adviceFor(run).find("beside"), std::string::npos);
}

TEST(Advice, namesTheOneStraggler)
{
    SampleRun run;
    run.plan.chunksize = 1;
    run.shift(Step::Compute, Step::Wait, 100);
    for (LaneTotals& lane : run.totals.lane) {
        lane.waitCause = {};
        lane.waitCause[static_cast<std::size_t>(WaitCause::NothingLeft)] = lane[Step::Wait];
    }
    EXPECT_EQ(adviceFor(run), "Workers waited 64 % of their time with nothing left to do while others finished "
                              "the last tasks.");
    set(run.totals.lane[2], Step::Compute, 370);
    set(run.totals.lane[2], Step::Wait, 39);
    run.totals.lane[2].waitCause[static_cast<std::size_t>(WaitCause::NothingLeft)] = 39 * millisecond;
    EXPECT_EQ(adviceFor(run), "Workers waited 50 % of their time with nothing left to do while worker 2 computed "
                              "3.7× as long as the others: begin with the items that take longest.");
}

TEST(Advice, isSilentOnAPoolThatLosesNothing)
{
    SampleRun run;
    run.plan.chunksizeReason = "";
    for (LaneTotals& lane : run.totals.lane) {
        lane.step = {};
        lane.start = 0;
        set(lane, Step::Compute, 480);
        lane.waitCause = {};
    }
    EXPECT_EQ(adviceFor(run), "");
}

TEST(Advice, saysThatAChunkPays)
{
    // 370 ms of work against 70 ms of overhead
    EXPECT_EQ(adviceFor(SampleRun()), "Chunks of 256 pay: the work costs 5.3× its overhead.");
    SampleRun run;
    run.totals.finished = false;
    EXPECT_EQ(adviceFor(run), "Chunks of 256 pay: the work costs ≈ 5.3× its overhead.");
}

TEST(Advice, doesNotPraiseAPoolThatLoses)
{
    SampleRun run;
    run.probe.roundPerItem = {0.3e-6};
    EXPECT_EQ(run.summary().pace, Pace::Slower);
    EXPECT_EQ(adviceFor(run).find("pay:"), std::string::npos);
}

TEST(Advice, namesWhyWorkersWait)
{
    SampleRun run;
    run.shift(Step::Compute, Step::Wait, 100);
    const auto because = [&](WaitCause cause) {
        for (LaneTotals& lane : run.totals.lane) {
            lane.waitCause = {};
            lane.waitCause[static_cast<std::size_t>(cause)] = lane[Step::Wait];
        }
        return adviceFor(run);
    };
    EXPECT_EQ(
        because(WaitCause::Input),
        "Workers waited 64 % of their time for items: reading the input is what holds them up.");
    EXPECT_EQ(
        because(WaitCause::Retry),
        "Workers waited 64 % of their time for tasks that were run again after a worker died.");
    EXPECT_EQ(because(WaitCause::NothingLeft),
              "Workers waited 64 % of their time with nothing left to do while others finished the "
              "last tasks.");
    run.plan.chunksize = 100'000;
    EXPECT_EQ(
        because(WaitCause::NothingLeft),
        "Workers waited 64 % of their time with nothing left to do: chunks of 8 192 would share "
        "the work more evenly.");
    run.plan.api = "apply";
    EXPECT_EQ(because(WaitCause::NothingLeft),
              "Workers waited 64 % of their time: apply has one task "
              "under way at a time; map keeps all of them busy.");
}

TEST(Advice, countsTheWaitForAnAttendantAsACostOfTheChunk)
{
    SampleRun run = smallChunks();
    for (LaneTotals& lane : run.totals.lane) {
        set(lane, Step::In, 50);
        set(lane, Step::Wait, 1139);
        lane.waitCause = {};
        lane.waitCause[static_cast<std::size_t>(WaitCause::Attendant)] = lane[Step::Wait];
    }
    EXPECT_EQ(adviceFor(run), "Chunks of 1 cost more than the work in them: try 128.");
    run.plan.items = run.totals.items = run.totals.done = run.totals.chunks = 16;
    EXPECT_EQ(adviceFor(run),
              "Workers waited 49 % of their time for the parent to serve them: try fewer workers.");
    run.plan.workers = 2;
    run.totals.lane.resize(2);
    run.plan.items = run.totals.items = run.totals.done = run.totals.chunks = 8;
    EXPECT_EQ(adviceFor(run), "Workers waited 49 % of their time for the parent to serve them: give an item more to do.");
}

TEST(Advice, tellsAJobThatIsTooShort)
{
    SampleRun run;
    run.shift(Step::Compute, Step::Wait, 0);
    for (LaneTotals& lane : run.totals.lane) {
        lane.start = lane[Step::Wait];
        set(lane, Step::Wait, 0);
    }
    EXPECT_EQ(adviceFor(run),
              "Starting the workers took 85 % of their time: the job is too short to "
              "pay for it.");
}

TEST(Advice, tellsWorkersThatHaveNoCpu)
{
    SampleRun run;
    for (LaneTotals& lane : run.totals.lane) {
        lane.cpuWait = 240 * millisecond;
    }
    EXPECT_EQ(adviceFor(run),
              "Workers were ready but had no CPU for 50 % of their time: fewer of them "
              "would do as much.");
}

TEST(Advice, isSilentWithNothingToGoBy)
{
    SampleRun run;
    run.plan.backend = "serial";
    EXPECT_EQ(adviceFor(run), "");
    SampleRun early;
    early.totals.finished = false;
    early.totals.done = 0;
    EXPECT_EQ(adviceFor(early), "");
}

} // namespace
} // namespace poolscope
