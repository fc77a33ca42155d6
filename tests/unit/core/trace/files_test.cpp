// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a traced process wrote is read whole; what it could not have written is counted and harms nobody.
#include "core/trace/trace_files.h"
#include "tests/unit/core/trace/trace_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace poolscope {
namespace {

std::vector<std::uint32_t> indexesOf(RingFile& ring)
{
    std::vector<TraceRecord> records;
    ring.read(records);
    std::vector<std::uint32_t> indexes;
    for (const TraceRecord& record : records) indexes.push_back(record.index);
    return indexes;
}

TEST(RingFile, givesEachRecordOnceInOrder)
{
    TestTrace trace;
    TestRing writer = trace.ring(10, 8);
    auto ring = RingFile::open(trace.path("10.1.ring"));
    ASSERT_TRUE(ring) << ring.error().text;
    EXPECT_TRUE(indexesOf(*ring).empty());
    for (std::uint32_t i = 0; i < 5; ++i) writer.put(ToldChunk(0, i).chunk);
    EXPECT_EQ(indexesOf(*ring), (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    for (std::uint32_t i = 5; i < 11; ++i) writer.put(ToldChunk(0, i).chunk); // around the end
    EXPECT_EQ(indexesOf(*ring), (std::vector<std::uint32_t>{5, 6, 7, 8, 9, 10}));
    EXPECT_TRUE(indexesOf(*ring).empty());
    EXPECT_EQ(ring->lost(), 0U);
}

TEST(RingFile, countsWhatWasOverwritten)
{
    TestTrace trace;
    TestRing writer = trace.ring(10, 8);
    auto ring = RingFile::open(trace.path("10.1.ring"));
    for (std::uint32_t i = 0; i < 20; ++i) writer.put(ToldChunk(0, i).chunk);
    // The oldest of the eight may be the one that is being overwritten.
    EXPECT_EQ(indexesOf(*ring), (std::vector<std::uint32_t>{13, 14, 15, 16, 17, 18, 19}));
    EXPECT_EQ(ring->lost(), 13U);
}

TEST(RingFile, leavesOutWhatCannotBeTrue)
{
    TestTrace trace;
    TestRing writer = trace.ring(10);
    TraceRecord odd = ToldChunk(0, 1).chunk;
    odd.step[2] = std::numeric_limits<float>::quiet_NaN();
    writer.put(odd);
    odd = ToldChunk(0, 2).chunk;
    odd.step[0] = -1;
    writer.put(odd);
    odd = ToldChunk(0, 3).chunk;
    odd.kind = static_cast<TraceRecord::Kind>(9);
    writer.put(odd);
    odd = ToldChunk(0, 4).chunk;
    odd.bytes = ~std::uint64_t{0};
    writer.put(odd);
    odd = ToldChunk(0, 6).chunk;
    odd.begin = mostTraceTime;
    writer.put(odd);
    writer.put(ToldChunk(0, 5).chunk);
    auto ring = RingFile::open(trace.path("10.1.ring"));
    EXPECT_EQ(indexesOf(*ring), (std::vector<std::uint32_t>{5}));
    EXPECT_EQ(ring->damaged(), 5U);
}

TEST(RingFile, survivesARingThatIsCutShortOrGoesBack)
{
    TestTrace trace;
    TestRing writer = trace.ring(10);
    for (std::uint32_t i = 0; i < 100; ++i) writer.put(ToldChunk(0, i).chunk);
    auto ring = RingFile::open(trace.path("10.1.ring"));
    ASSERT_EQ(::truncate(trace.path("10.1.ring").c_str(), 4096 + 64 * 10), 0);
    indexesOf(*ring);
    const std::uint64_t less = 3;
    writer.write(&less, 8, 64);
    indexesOf(*ring);
    ASSERT_EQ(::truncate(trace.path("10.1.ring").c_str(), 0), 0);
    EXPECT_TRUE(indexesOf(*ring).empty());
    EXPECT_FALSE(ring->held().held);
}

TEST(RingFile, refusesWhatIsNoRing)
{
    TestTrace trace;
    {
        TestRing writer = trace.ring(10, 8);
        const std::uint64_t odd = 9;
        writer.write(&odd, 8, 16);
    }
    EXPECT_FALSE(RingFile::open(trace.path("10.1.ring")));
    std::ofstream(trace.path("11.1.ring")) << "short";
    EXPECT_FALSE(RingFile::open(trace.path("11.1.ring")));
    EXPECT_FALSE(RingFile::open(trace.path("none")));
    EXPECT_FALSE(RingFile::open(trace.folder()));
    TestRing good(trace.path("12.1.ring"), 12, 8);
    std::filesystem::create_symlink(trace.path("12.1.ring"), trace.path("13.1.ring"));
    EXPECT_TRUE(RingFile::open(trace.path("12.1.ring")));
    EXPECT_FALSE(RingFile::open(trace.path("13.1.ring"))); // never through a link
}

TEST(RingFile, tellsWhatAWorkerHolds)
{
    TestTrace trace;
    TestRing writer = trace.ring(20);
    auto ring = RingFile::open(trace.path("20.1.ring"));
    EXPECT_FALSE(ring->held().held);
    writer.hold(3, 4, 5, 77);
    EXPECT_TRUE(ring->held().held);
    EXPECT_EQ(ring->held().job, 3U);
    EXPECT_EQ(ring->held().index, 4U);
    EXPECT_EQ(ring->held().count, 5U);
    EXPECT_EQ(ring->held().since, 77U);
    writer.hold(3, 4, 5, mostTraceTime); // later than any machine runs
    EXPECT_FALSE(ring->held().held);
}

TEST(LineFile, givesWholeLinesAsTheyCome)
{
    TestTrace trace;
    trace.line(10, R"({"what":"pool","t":5,"pool":1,"kind":"multiprocessing.Pool","workers":4,"start_method":"fork"})");
    std::ofstream(trace.path("10.1.jsonl"), std::ios::app) << R"({"what":"call","t":6,"pool":1,"job":0,"api":"map",)";
    auto file = LineFile::open(trace.path("10.1.jsonl"));
    std::vector<TraceLine> lines;
    file->read(lines);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].kind, "multiprocessing.Pool");
    EXPECT_EQ(lines[0].workers, 4U);
    std::ofstream(trace.path("10.1.jsonl"), std::ios::app) << R"("function":"f","items":null,"chunksize":7})" << "\n";
    file->read(lines);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].api, "map");
    EXPECT_FALSE(lines[1].items);
    EXPECT_EQ(lines[1].chunksize, 7U);
    EXPECT_EQ(file->damaged(), 0U);
}

TEST(LineFile, countsWhatIsNoLine)
{
    TestTrace trace;
    for (const char* odd : {"nonsense", "[1,2]", R"({"what":"dance","t":1})", R"({"what":"pool"})", R"({"what":"pool","t":-1})",
                            R"({"what":"pool","t":9223372036854775808})"}) {
        trace.line(10, odd);
    }
    trace.line(10, "{\"what\":\"pool\",\"t\":1,\"kind\":\"" + std::string(100'000, 'x') + "\"}");
    trace.line(10, R"({"what":"worker_exit","t":2,"pool":1,"pid":99999999999,"exitcode":-9})");
    auto file = LineFile::open(trace.path("10.1.jsonl"));
    std::vector<TraceLine> lines;
    file->read(lines);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].exitCode, -9);
    EXPECT_EQ(lines[0].pid, 0U); // no process has that number
    EXPECT_EQ(file->damaged(), 7U);
}

TEST(TraceFolder, isForThisUserAloneAndGoesWithIt)
{
    std::string path;
    {
        const auto folder = TraceFolder::make();
        ASSERT_TRUE(folder);
        path = folder->path();
        EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
        std::ofstream(path + "/1.1.jsonl") << "x";
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

} // namespace
} // namespace poolscope
