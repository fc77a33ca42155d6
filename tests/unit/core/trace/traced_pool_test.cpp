// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Three sides tell of a chunk, in any order: it becomes one row, and all sums are those of the rows.
#include "tests/unit/core/trace/trace_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace poolscope {
namespace {

constexpr std::uint64_t poolBegan = 900'000;

TraceLine lineOf(const std::string& text)
{
    const auto line = traceLineOf(text);
    EXPECT_TRUE(line) << text;
    return line.value_or(TraceLine());
}

TracedPool startedPool(const std::string& kind = "multiprocessing.Pool")
{
    TracedPool pool(10, 1);
    pool.takeLine(lineOf(R"({"what":"pool","t":900000,"pool":1,"workers":2,"start_method":"fork","kind":")" + kind + "\"}"));
    TraceLine worker = lineOf(R"({"what":"worker","t":950000,"pool":1,"parent":10,"worker":0})");
    worker.pid = 20;
    pool.takeLine(worker);
    pool.takeLine(lineOf(R"({"what":"call","t":960000,"pool":1,"job":0,"api":"map","function":"power","site":"a.py:3","items":12,"chunksize":2})"));
    return pool;
}

TEST(TracedPool, joinsThreeSidesInAnyOrder)
{
    const ToldChunk told(0, 3, 2);
    std::array<TraceRecord, 3> sides{told.sent, told.chunk, told.received};
    std::array<int, 3> order{0, 1, 2};
    do {
        TracedPool pool = startedPool();
        FeedBatch batch;
        for (const int side : order) {
            pool.drain(batch);
            EXPECT_TRUE(batch.rows.empty());
            pool.takeRecord(sides[static_cast<std::size_t>(side)], 20);
        }
        pool.drain(batch);
        ASSERT_EQ(batch.rows.size(), 1U);
        const Row& row = batch.rows[0];
        EXPECT_EQ(row.start, static_cast<Nanos>(told.chunk.begin - poolBegan));
        EXPECT_EQ(row.item, 6U); // the third chunk of two
        EXPECT_EQ(row.count, 2U);
        EXPECT_EQ(row[Step::Compute], 500);
        EXPECT_EQ(row[Step::ParentUnpickle], 25);
        EXPECT_EQ(row[Step::WaitPickle], 30); // the parent pickled while the worker waited
        EXPECT_EQ(row[Step::WaitSend], 20);
        EXPECT_EQ(row[Step::Wait], 50);
        EXPECT_EQ(row.bytesOut, 100U);
        EXPECT_EQ(row.bytesBack, 100U);
        EXPECT_EQ(row.failed, 0);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(TracedPool, totalsAreTheSumsOfItsRows)
{
    TracedPool pool = startedPool();
    for (std::uint32_t i = 0; i < 6; ++i) {
        const ToldChunk told(0, i, 2);
        for (const TraceRecord& side : {told.sent, told.chunk, told.received}) pool.takeRecord(side, 20);
    }
    const RunTotals totals = pool.totals(1'100'000);
    EXPECT_EQ(totals.items, 12U);
    EXPECT_EQ(totals.done, 12U);
    EXPECT_EQ(totals.chunks, 6U);
    EXPECT_EQ(totals.inFlight, 0U);
    EXPECT_EQ(totals.wall, 200'000);
    ASSERT_EQ(totals.lane.size(), 1U);
    EXPECT_EQ(totals.lane[0][Step::Compute], 3000);
    EXPECT_EQ(totals.lane[0].start, 50'000);
    EXPECT_EQ(totals.lane[0].bytesBack, 360U);
    const LaneTotals& lane = totals.lane[0];
    const Nanos waits = std::accumulate(lane.waitCause.begin(), lane.waitCause.end(), Nanos{0});
    EXPECT_EQ(waits, lane[Step::Wait]);
    EXPECT_GT(lane.waitCause[static_cast<std::size_t>(WaitCause::Attendant)], 0); // its input was there
    EXPECT_EQ(lane.waitCause[static_cast<std::size_t>(WaitCause::Input)], 0);
}

TEST(TracedPool, moreTimeThanThereWasIsAsMuchAsThereCanBe)
{
    TracedPool pool = startedPool();
    for (std::uint32_t i = 0; i < 200; ++i) {
        ToldChunk told(0, i);
        told.chunk.step.fill(9e16F); // three years
        for (const TraceRecord& side : {told.sent, told.chunk, told.received}) pool.takeRecord(side, 20);
    }
    const LaneTotals lane = pool.totals(1'100'000).lane[0];
    EXPECT_EQ(lane[Step::Compute], Nanos{1} << 62);
    EXPECT_EQ(lane.waitCause[static_cast<std::size_t>(WaitCause::Attendant)], lane[Step::Wait]);
}

TEST(TracedPool, whatIsUnderWayIsInFlightAndAtItsWorker)
{
    TracedPool pool = startedPool();
    const ToldChunk told(0, 0, 2);
    pool.takeRecord(told.sent, 10);
    pool.takeHeld(20, {true, 0, 0, 2, 1'000'100});
    const RunTotals totals = pool.totals(1'200'000);
    EXPECT_EQ(totals.inFlight, 1U);
    EXPECT_EQ(totals.done, 0U);
    EXPECT_EQ(totals.lane[0].busySince, 100'100);
    EXPECT_TRUE(totals.lane[0].alive);
}

TEST(TracedPool, chunksThatNeverComeBackAreNotKeptForEver)
{
    TracedPool pool = startedPool();
    constexpr std::uint32_t most = 1 << 18, half = most / 2;
    pool.takeRecord(ToldChunk(0, 0).chunk, 20); // what its worker told is a row, as at the end
    for (std::uint32_t i = 0; i < most; ++i) pool.takeRecord(ToldChunk(0, i).sent, 10);
    FeedBatch batch;
    pool.drain(batch);
    EXPECT_EQ(batch.rows.size(), 1U);
    const RunTotals totals = pool.totals(1'100'000);
    EXPECT_EQ(totals.inFlight, half);
    EXPECT_EQ(totals.dropped, half - 1U);
    EXPECT_EQ(totals.rows, half);
    const ToldChunk last(0, most - 1);
    for (const TraceRecord& side : {last.chunk, last.received}) pool.takeRecord(side, 20);
    EXPECT_EQ(pool.totals(1'100'000).inFlight, half - 1U);
    EXPECT_EQ(pool.totals(1'100'000).done, 2U);
}

TEST(TracedPool, aKilledWorkerTakesItsChunkWithIt)
{
    TracedPool pool = startedPool();
    pool.takeRecord(ToldChunk(0, 2, 2).sent, 10);
    pool.takeHeld(20, {true, 0, 2, 2, 1'000'100});
    pool.takeLine(lineOf(R"({"what":"worker_exit","t":1300000,"pool":1,"pid":20,"exitcode":-9})"));
    ASSERT_EQ(pool.deaths().size(), 1U);
    const TracedDeath& death = pool.deaths()[0];
    EXPECT_EQ(death.signal, 9);
    EXPECT_TRUE(death.held);
    EXPECT_EQ(death.item, 4U);
    EXPECT_EQ(death.items, 2U);
    EXPECT_TRUE(death.hangs);
    EXPECT_EQ(death.call.function, "power");
    EXPECT_EQ(pool.totals(1'400'000).lostWorkers, 1U);
    TraceLine next = lineOf(R"({"what":"worker","t":1310000,"pool":1,"parent":10,"worker":1})");
    next.pid = 21;
    pool.takeLine(next); // it takes the lane of the dead
    EXPECT_EQ(pool.totals(1'400'000).lane.size(), 1U);
    EXPECT_EQ(pool.totals(1'400'000).lane[0].pid, 21);
}

TEST(TracedPool, onlyAPoolThatWaitsForTheDeadHangs)
{
    TracedPool executor = startedPool("concurrent.futures");
    executor.takeHeld(20, {true, 0, 0, 1, 1'000'100});
    executor.takeLine(lineOf(R"({"what":"worker_exit","t":1300000,"pool":1,"pid":20,"exitcode":-11})"));
    ASSERT_EQ(executor.deaths().size(), 1U);
    EXPECT_FALSE(executor.deaths()[0].hangs);
}

TEST(TracedPool, aWorkerThatItsPoolEndsDidNotDie)
{
    TracedPool terminated = startedPool();
    terminated.takeLine(lineOf(R"({"what":"worker_exit","t":1300000,"pool":1,"pid":20,"exitcode":-15})"));
    EXPECT_TRUE(terminated.deaths().empty());
    TracedPool ended = startedPool();
    ended.takeHeld(20, {true, 0, 0, 1, 1'000'100});
    ended.takeLine(lineOf(R"({"what":"pool_end","t":1290000,"pool":1})"));
    ended.takeLine(lineOf(R"({"what":"worker_exit","t":1300000,"pool":1,"pid":20,"exitcode":-9})"));
    EXPECT_TRUE(ended.deaths().empty());
    EXPECT_TRUE(ended.totals(9'000'000).finished);
    EXPECT_EQ(ended.totals(9'000'000).wall, 390'000);
}

TEST(TracedPool, tellsWhatItsWorkersTake)
{
    TracedPool pool = startedPool();
    pool.measure(); // nobody knows process 20, or it is another's: nothing happens, or something is told
    TraceLine worker = lineOf(R"({"what":"worker","t":960000,"pool":1,"parent":10,"worker":1})");
    worker.pid = static_cast<std::uint32_t>(::getpid());
    pool.takeLine(worker);
    pool.measure();
    const LaneTotals lane = pool.totals(1'100'000).lane[1];
    EXPECT_GT(lane.rss, 100'000U);
    EXPECT_EQ(lane.rss, lane.maxRss);
}

TEST(TracedPool, whatFailsIsCounted)
{
    TracedPool pool = startedPool();
    ToldChunk told(0, 0, 2);
    told.received.flags = TraceRecord::taskFailed;
    for (const TraceRecord& side : {told.sent, told.chunk, told.received}) pool.takeRecord(side, 20);
    TraceRecord never = ToldChunk(0, 1, 2).sent;
    never.flags = TraceRecord::picklingFailed;
    pool.takeRecord(never, 10);
    pool.takeLine(lineOf(R"({"what":"pickle_failed","t":1000000,"pool":1,"job":0,"index":1,"direction":"argument","error":"no",)"
                         R"("paths":[{"path":"task[3]","type":"Pool","bytes":null}],"cures":["x"]})"));
    const RunTotals totals = pool.totals(1'100'000);
    EXPECT_EQ(totals.done, 4U);
    EXPECT_EQ(totals.failed, 4U);
    EXPECT_EQ(totals.inFlight, 0U);
    FeedBatch batch;
    pool.drain(batch);
    ASSERT_EQ(batch.failures.size(), 1U);
    EXPECT_EQ(batch.failures[0].error.path, "task[3]");
    EXPECT_EQ(batch.failures[0].item, 2U);
    EXPECT_GT(batch.rows[0].failed, 0);
}

TEST(TracedPool, whatCannotBePickledIsToldOnceWithItsCures)
{
    TracedPool pool = startedPool();
    for (int i = 0; i < 3; ++i) {
        pool.takeLine(lineOf(R"({"what":"pickle_failed","t":1000000,"pool":1,"job":0,"index":)" + std::to_string(i) +
                             R"(,"direction":"argument","error":"no","paths":[{"path":"task[3].pool","type":"Pool"}],"cures":["leave it out"]})"));
    }
    ASSERT_EQ(pool.refusals().size(), 1U);
    EXPECT_EQ(pool.refusals()[0].times, 3U);
    EXPECT_EQ(pool.refusals()[0].culprits[0].type, "Pool");
    EXPECT_EQ(pool.refusals()[0].cures, std::vector<std::string>{"leave it out"});
}

TEST(TracedPool, anExecutorsMapHasAJobForEachChunk)
{
    TracedPool pool = startedPool("concurrent.futures");
    for (std::uint32_t job = 0; job < 6; ++job) {
        const ToldChunk told(job, 0, 2);
        for (const TraceRecord& side : {told.sent, told.chunk, told.received}) pool.takeRecord(side, 20);
    }
    FeedBatch batch;
    pool.drain(batch);
    EXPECT_EQ(batch.rows[5].item, 10U);
    EXPECT_EQ(pool.totals(1'100'000).items, 12U);
}

TEST(TracedPool, callsFollowEachOtherInTheirItems)
{
    TracedPool pool = startedPool();
    pool.takeLine(lineOf(R"({"what":"call","t":970000,"pool":1,"job":1,"api":"apply_async","function":"g","site":"a.py:9","items":1,"chunksize":1})"));
    EXPECT_EQ(pool.calls()[1].firstItem, 12U);
    const ToldChunk untold(7, 0); // the sixth apply after the one that was told
    for (const TraceRecord& side : {untold.sent, untold.chunk, untold.received}) pool.takeRecord(side, 20);
    FeedBatch batch;
    pool.drain(batch);
    EXPECT_EQ(batch.rows[0].item, 18U);
    EXPECT_EQ(pool.totals(1'100'000).items, 19U);
    EXPECT_EQ(pool.calls().size(), 2U);
}

TEST(TracedPool, aCallBehindMoreItemsThanARowCanNameHasItsOwnNumber)
{
    TracedPool pool = startedPool();
    pool.takeLine(lineOf(R"({"what":"call","t":970000,"pool":1,"job":1,"api":"imap","function":"f","site":"a.py:8","items":5000000000,"chunksize":1})"));
    pool.takeLine(lineOf(R"({"what":"call","t":980000,"pool":1,"job":2,"api":"map","function":"g","site":"a.py:9","items":2,"chunksize":1})"));
    const ToldChunk told(2, 2); // the third, of two that were told
    for (const TraceRecord& side : {told.sent, told.chunk, told.received}) pool.takeRecord(side, 20);
    EXPECT_EQ(pool.calls()[2].items, 3U);
    EXPECT_EQ(pool.totals(1'100'000).items, 5'000'000'015U);
}

} // namespace
} // namespace poolscope
