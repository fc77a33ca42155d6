// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of all processes of a program become its pools.
#include "tests/unit/core/trace/trace_writer.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

const char* const poolLine =
    R"({"what":"pool","t":900000,"pool":1,"kind":"multiprocessing.Pool","workers":1,"start_method":"fork"})";
const char* const workerLine = R"({"what":"worker","t":950000,"pool":1,"parent":10,"worker":0,"pid":20})";
const char* const exitLine = R"({"what":"worker_exit","t":2000000,"pool":1,"pid":20,"exitcode":-9})";

std::size_t rowsOf(TraceReader& reader)
{
    FeedBatch batch;
    if (reader.pools().empty()) return 0;
    reader.pools().front()->drain(batch);
    return batch.rows.size();
}

TEST(TraceReader, joinsWhatComesFromSeveralProcesses)
{
    TestTrace trace;
    TraceReader reader(trace.folder());
    reader.read();
    EXPECT_TRUE(reader.pools().empty());
    TestRing parent = trace.ring(10), worker = trace.ring(20);
    trace.line(10, poolLine);
    for (std::uint32_t i = 0; i < 50; ++i) {
        const ToldChunk told(0, i);
        parent.put(told.sent);
        worker.put(told.chunk);
        parent.put(told.received);
    }
    reader.read(); // whose worker it is has not been told
    EXPECT_EQ(rowsOf(reader), 0U);
    trace.line(20, workerLine);
    reader.read();
    EXPECT_EQ(rowsOf(reader), 50U);
    EXPECT_EQ(reader.pools().size(), 1U);
    EXPECT_EQ(reader.damaged(), 0U);
    reader.finish();
    EXPECT_TRUE(reader.pools()[0]->ended());
}

TEST(TraceReader, knowsWhatADeadWorkerHeldAlthoughBothAreReadAtOnce)
{
    TestTrace trace;
    TestRing parent = trace.ring(10), worker = trace.ring(20);
    trace.line(10, poolLine);
    trace.line(10, exitLine);
    trace.line(20, workerLine);
    parent.put(ToldChunk(0, 4).sent);
    worker.hold(0, 4, 1, 1'000'000);
    TraceReader reader(trace.folder());
    reader.read();
    ASSERT_EQ(reader.pools()[0]->deaths().size(), 1U);
    EXPECT_TRUE(reader.pools()[0]->deaths()[0].held);
    EXPECT_EQ(reader.pools()[0]->deaths()[0].item, 4U);
}

TEST(TraceReader, aChunkWhoseResultNobodyTookIsARowAtTheEnd)
{
    TestTrace trace;
    TestRing parent = trace.ring(10), worker = trace.ring(20);
    trace.line(10, poolLine);
    trace.line(20, workerLine);
    parent.put(ToldChunk(0, 0).sent);
    worker.put(ToldChunk(0, 0).chunk);
    TraceReader reader(trace.folder());
    reader.read();
    EXPECT_EQ(rowsOf(reader), 0U);
    reader.finish();
    EXPECT_EQ(rowsOf(reader), 1U);
}

TEST(TraceReader, theChunkThatAWorkerCouldNotTellBeforeItWasEndedCounts)
{
    TestTrace trace;
    TestRing parent = trace.ring(10), worker = trace.ring(20);
    trace.line(10, poolLine);
    trace.line(20, workerLine);
    for (std::uint32_t i = 0; i < 2; ++i) {
        parent.put(ToldChunk(0, i).sent);
        parent.put(ToldChunk(0, i).received);
    }
    worker.put(ToldChunk(0, 0).chunk);
    const TraceRecord last = ToldChunk(0, 1).chunk;
    worker.write(&last, sizeof last, 4096 + 64); // behind what is published
    TraceReader reader(trace.folder());
    reader.read();
    EXPECT_EQ(rowsOf(reader), 1U);
    reader.finish();
    EXPECT_EQ(rowsOf(reader), 1U);
    EXPECT_EQ(reader.pools()[0]->totals(9'000'000).done, 2U);
}

TEST(TraceReader, strangeFilesHarmNothing)
{
    TestTrace trace;
    std::ofstream(trace.path("notes.txt")) << "hello";
    std::ofstream(trace.path("x.ring")) << "hello";
    std::ofstream(trace.path("77.1.ring")) << "hello";
    std::filesystem::create_directory(trace.path("78.1.jsonl"));
    trace.line(10, "nonsense");
    trace.line(10, R"({"what":"not_traced","t":1,"why":"Pool._setup_queues is another"})");
    trace.line(10, R"({"what":"not_traced","t":2,"why":"Pool._setup_queues is another"})");
    TraceReader reader(trace.folder());
    reader.read();
    reader.read();
    EXPECT_TRUE(reader.pools().empty());
    EXPECT_EQ(reader.notTraced(), std::vector<std::string>{"Pool._setup_queues is another"});
    EXPECT_EQ(reader.damaged(), 2U); // a line that is none, a folder in the place of a file
}

TEST(TraceReader, whatWasOverwrittenIsCountedWithThePool)
{
    TestTrace trace;
    TestRing parent = trace.ring(10), worker = trace.ring(20, 16);
    trace.line(10, poolLine);
    trace.line(20, workerLine);
    TraceReader reader(trace.folder());
    reader.read();
    for (std::uint32_t i = 0; i < 40; ++i) worker.put(ToldChunk(0, i).chunk);
    reader.read();
    EXPECT_EQ(reader.pools()[0]->totals(5'000'000).dropped, 25U);
}

TEST(TraceReader, theChunksOfAWorkerThatNeverTellsWhoseItIsAreNotKeptForEver)
{
    TestTrace trace;
    TestRing worker = trace.ring(20);
    TraceReader reader(trace.folder());
    constexpr std::uint32_t most = 1 << 17;
    for (std::uint32_t i = 0; i < most + 5; ++i) {
        worker.put(ToldChunk(0, i).chunk);
        if (i % 4000 == 0) reader.read();
    }
    reader.read();
    trace.line(10, poolLine);
    trace.line(20, workerLine);
    reader.read();
    EXPECT_EQ(reader.pools()[0]->totals(1'000'000'000).dropped, 5U);
}

} // namespace
} // namespace poolscope
