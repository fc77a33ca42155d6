// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/insight/runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace poolscope {
namespace {

LatencyCounts allOf(double seconds)
{
    LatencyCounts counts;
    counts.add(seconds);
    return counts;
}

/// The slow run of the picture: chunks of one item, 2.31 s.
Summary slow()
{
    SampleRun run;
    run.plan.chunksize = 1;
    run.totals.wall = 2310 * millisecond;
    for (LaneTotals& lane : run.totals.lane) {
        set(lane, Step::Pickle, 430);
        set(lane, Step::WaitPickle, 0);
        set(lane, Step::In, 500);
        lane.bytesOut = 25'000'000;
    }
    return run.summary();
}

Summary fast() { return SampleRun().summary(); }

const Difference& rowNamed(const std::vector<Difference>& rows, const std::string& name)
{
    return *std::find_if(rows.begin(), rows.end(),
                         [&](const Difference& row) { return row.name == name; });
}

TEST(CompareRuns, saysHowMuchFasterAndWhatWasChanged)
{
    const Comparison comparison = compareRuns(slow(), fast(), {"run 3", "run 4"});
    EXPECT_EQ(plain(comparison.headline),
              "Run 4 is 4.8× faster than run 3 · one thing changed: chunk 256 instead of 1");
    EXPECT_EQ(comparison.begin, "Run 4 is ");
    EXPECT_EQ(comparison.verdict, "4.8× faster than run 3");
    EXPECT_EQ(comparison.pace, Pace::Faster);
    EXPECT_FALSE(comparison.perItem);
    ASSERT_EQ(comparison.changed.size(), 1U);
    EXPECT_EQ(comparison.changed[0].name, "chunk");
    EXPECT_EQ(comparison.changed[0].a, "1");
    EXPECT_EQ(comparison.changed[0].b, "256");
}

TEST(CompareRuns, saysSlowerTheOtherWayRound)
{
    const Comparison comparison = compareRuns(fast(), slow());
    EXPECT_EQ(plain(comparison.headline),
              "Run 2 is 4.8× slower than run 1 · one thing changed: chunk 1 instead of 256");
    EXPECT_EQ(comparison.pace, Pace::Slower);
}

TEST(CompareRuns, callsLessThanATenthAlike)
{
    SampleRun other;
    other.totals.wall = 520 * millisecond; // 1.08×
    const Comparison comparison = compareRuns(fast(), other.summary());
    EXPECT_EQ(comparison.headline, "Run 2 is alike to run 1 · nothing was changed");
    EXPECT_EQ(comparison.pace, Pace::Alike);
    EXPECT_EQ(comparison.totals.front().changeText, "alike");
    EXPECT_EQ(comparison.totals.front().strength, Strength::None);
}

TEST(CompareRuns, tellsEveryFigureOfThePicture)
{
    const Comparison comparison = compareRuns(slow(), fast());
    std::vector<std::string> names;
    for (const Difference& row : comparison.totals) {
        names.push_back(row.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"time of the run", "throughput (items/s)", "compute",
                                               "pickle", "unpickle", "transfer", "wait",
                                               "bytes, out and back"}));
    const Difference& time = comparison.totals[0];
    EXPECT_EQ(plain(time.aText), "2.31 s");
    EXPECT_EQ(plain(time.bText), "0.48 s");
    EXPECT_EQ(plain(time.differenceText), "−1.83 s");
    EXPECT_EQ(time.changeText, "4.8× less");
    EXPECT_EQ(time.strength, Strength::Clear);
    const Difference& rate = comparison.totals[1];
    EXPECT_EQ(plain(rate.aText), "433 k");
    EXPECT_EQ(plain(rate.bText), "2.08 M");
    EXPECT_EQ(plain(rate.differenceText), "+1.65 M");
    EXPECT_EQ(rate.changeText, "4.8× more");
    EXPECT_EQ(rowNamed(comparison.totals, "pickle").phase, Phase::Pickle);
    EXPECT_EQ(plain(rowNamed(comparison.totals, "bytes, out and back").aText), "126 MB");
}

TEST(CompareRuns, tellsLatencyWhereBothRunsKnowIt)
{
    SampleRun run;
    const Summary a = summarise(run.plan, run.totals, run.probe, allOf(8.27e-6));
    const Summary b = summarise(run.plan, run.totals, run.probe, allOf(519e-6));
    const Comparison comparison = compareRuns(a, b);
    const Difference& median = rowNamed(comparison.totals, "chunk latency, p50");
    EXPECT_EQ(plain(median.aText), "8.27 µs");
    EXPECT_EQ(plain(median.bText), "519 µs");
    EXPECT_EQ(plain(median.differenceText), "+511 µs");
    EXPECT_EQ(median.changeText, "63× more");
    EXPECT_EQ(median.strength, Strength::Huge);
    EXPECT_EQ(compareRuns(a, fast()).totals.size(), 8U);
}

TEST(CompareRuns, theSmallerOfTwoTimesKeepsItsDigits)
{
    SampleRun before, after;
    before.totals.wall = 113 * millisecond;
    after.totals.wall = 19 * millisecond;
    const Difference near = compareRuns(before.summary(), after.summary()).totals[0];
    EXPECT_EQ(plain(near.aText), "113 ms");
    EXPECT_EQ(plain(near.bText), "19.0 ms");
    EXPECT_EQ(plain(near.differenceText), "−94.0 ms");
    before.totals.wall = 30'000 * millisecond;
    const Difference far = compareRuns(before.summary(), after.summary()).totals[0];
    EXPECT_EQ(plain(far.aText), "30.0 s");
    EXPECT_EQ(plain(far.bText), "0.02 s");
}

TEST(CompareRuns, comparesItemsWhereTheRunsDidNotDoTheSame)
{
    SampleRun half;
    half.plan.items = half.totals.items = half.totals.done = 500'000;
    const Comparison comparison =
        compareRuns(fast(), half.summary()); // the same wall for half of them
    EXPECT_TRUE(comparison.perItem);
    EXPECT_EQ(plain(comparison.headline),
              "Run 2 is 2.0× slower an item than run 1 · one thing changed: "
              "items 500 000 instead of 1 000 000");
    EXPECT_EQ(comparison.items[0].name, "time of an item");
    EXPECT_EQ(plain(comparison.items[0].aText), "480 ns");
    EXPECT_EQ(plain(comparison.items[0].bText), "960 ns");
    EXPECT_EQ(comparison.totals[0].changeText, "alike");
}

TEST(CompareRuns, leavesOutWhatAPlainLoopHasNot)
{
    SampleRun serial;
    serial.plan.backend = "serial";
    serial.plan.workers = 1;
    serial.plan.chunksize = 1;
    serial.plan.startMethod = "none";
    const Comparison comparison = compareRuns(serial.summary(), fast());
    EXPECT_EQ(comparison.change, "one thing changed: backend processes instead of serial");
}

TEST(CompareRuns, countsChangesAndTellsThreeOfThem)
{
    SampleRun other;
    other.plan.job = "primes";
    other.plan.workers = 2;
    other.plan.retries = 3;
    other.plan.taskTimeout = 5;
    const Comparison comparison = compareRuns(fast(), other.summary());
    EXPECT_EQ(plain(comparison.change),
              "4 things changed: job primes instead of power, workers 2 instead "
              "of 4, time limit of a task 5.00 s instead of no limit, and 1 more");
}

TEST(CompareRuns, takesChosenChunksForTheSame)
{
    SampleRun a, b;
    a.plan.chunksizeReason = b.plan.chunksizeReason = "an item takes 1 µs";
    b.plan.chunksize = 301;
    EXPECT_EQ(compareRuns(a.summary(), b.summary()).change, "nothing was changed");
    EXPECT_EQ(compareRuns(a.summary(), fast()).change,
              "one thing changed: chunk 256 instead of 256 (auto)");
}

TEST(CompareRuns, saysWhichRunFinishedNothing)
{
    const Comparison comparison = compareRuns(fast(), Summary(), {"run 3", "run 4"});
    EXPECT_EQ(comparison.headline, "Nothing to compare: run 4 finished no item");
    EXPECT_EQ(comparison.pace, Pace::Unknown);
    for (const Difference& row : comparison.items) {
        EXPECT_TRUE(std::isfinite(row.a) && std::isfinite(row.b)) << row.name;
    }
}

TEST(CompareRuns, hasWordsForAllOrNothing)
{
    SampleRun silent;
    for (LaneTotals& lane : silent.totals.lane) {
        lane.bytesOut = lane.bytesBack = 0;
    }
    const Summary without = silent.summary();
    EXPECT_EQ(rowNamed(compareRuns(fast(), without).totals, "bytes, out and back").changeText,
              "nothing left");
    EXPECT_EQ(rowNamed(compareRuns(without, fast()).totals, "bytes, out and back").changeText,
              "more, from none");
    EXPECT_EQ(rowNamed(compareRuns(without, without).totals, "bytes, out and back").changeText,
              "alike");
}

TEST(CompareRuns, keepsAUnitOfItsOwnForWhatWouldReadZero)
{
    SampleRun tiny;
    for (LaneTotals& lane : tiny.totals.lane) {
        set(lane, Step::Unpickle, 0.001);
    }
    EXPECT_EQ(plain(rowNamed(compareRuns(slow(), tiny.summary()).totals, "unpickle").bText),
              "4.00 µs");
}

TEST(CompareRuns, leavesTheNameOfAFileAsItIs)
{
    EXPECT_EQ(compareRuns(slow(), fast(), {"a.poolscope", "b.poolscope"}).begin, "b.poolscope is ");
}

} // namespace
} // namespace poolscope
