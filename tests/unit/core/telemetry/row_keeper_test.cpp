// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was kept at a moment stays as it was, whatever is kept afterwards, and is read while it grows.
#include "tests/unit/core/telemetry/rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <thread>

namespace poolscope {
namespace {

constexpr double ever = 1e18;

std::vector<Nanos> startsOf(const LaneSeries& lane)
{
    std::vector<Nanos> starts;
    LaneReader reader(lane);
    for (std::size_t i = 0; i < lane.size(); ++i) starts.push_back(reader.row(i).start);
    return starts;
}

/// All that a lane answers, so that two answers can be compared.
struct Answers {
    explicit Answers(const LaneSeries& lane)
        : starts(startsOf(lane)), worker(lane.workerUntil(ever)), attendant(lane.attendantUntil(ever)),
          items(lane.items(0, ever)), longest(lane.longest(0, lane.size())), folded(lane.folded())
    {
    }
    bool operator==(const Answers&) const = default;
    std::vector<Nanos> starts;
    PhaseTimes worker, attendant;
    double items;
    std::size_t longest;
    std::uint64_t folded;
};

/// Rows of so many lanes, mixed as a feed brings them.
std::vector<Row> feedOf(std::uint16_t lanes, std::size_t each)
{
    std::vector<Row> feed;
    for (std::uint16_t lane = 0; lane < lanes; ++lane) std::ranges::copy(busyRows(each, lane + 1U, 900, lane), std::back_inserter(feed));
    std::ranges::stable_sort(feed, {}, &Row::start);
    return feed;
}

/// Rows of one lane that are all alike: nothing keeps them apart.
std::vector<Row> evenRows(std::size_t count)
{
    std::vector<Row> rows = busyRows(count);
    Nanos start = rows.front().start;
    for (Row& row : rows) {
        row.start = start;
        row.failed = row.attempt = 0;
        row[Step::Compute] = std::min(row[Step::Compute], 1200.0F);
        start += static_cast<Nanos>(durationOf(row));
    }
    return rows;
}

RowNotes notesOf(const std::vector<Row>& rows)
{
    RowNotes notes;
    for (const Row& row : rows) notes.take(row);
    return notes;
}

} // namespace

TEST(LaneSeries, aCopyShowsWhatWasThere)
{
    const std::vector<Row> rows = busyRows(20'000);
    for (const std::size_t until : {1, 16, 200, 1024, 4111, 16'384}) {
        LaneSeries lane;
        for (std::size_t i = 0; i < until; ++i) lane.append(rows[i]);
        const LaneSeries copy = lane;
        const Answers before(lane);
        for (std::size_t i = until; i < rows.size(); ++i) lane.append(rows[i]);
        lane.append(rows[until / 2]); // late: the blocks behind it are made anew
        EXPECT_EQ(Answers(copy), before) << until;
        lane.fold(true);
        EXPECT_EQ(Answers(copy), before) << until;
    }
}

TEST(LaneSeries, aCopyAndItsOriginalMayBothGrow)
{
    const std::vector<Row> rows = busyRows(9000);
    LaneSeries lane, longer, other;
    for (std::size_t i = 0; i < 4111; ++i) lane.append(rows[i]);
    LaneSeries copy = lane;
    for (std::size_t i = 4111; i < rows.size(); ++i) {
        lane.append(rows[i]);
        Row changed = rows[i];
        changed[Step::Compute] += 5000;
        changed.start += 1'000'000'000;
        copy.append(changed);
        other.append(changed);
    }
    for (const Row& row : rows) longer.append(row);
    EXPECT_EQ(Answers(lane), Answers(longer));
    EXPECT_EQ(copy.size(), rows.size());
    EXPECT_EQ(startsOf(copy).back(), startsOf(other).back());
    EXPECT_EQ(copy.row(4111)[Step::Compute], rows[4111][Step::Compute] + 5000);
}

TEST(LaneSeries, aCopyOfACopyHoldsWhenBothOthersAreGone)
{
    auto lane = std::make_unique<LaneSeries>();
    for (const Row& row : busyRows(3000)) lane->append(row);
    const Answers before(*lane);
    auto first = std::make_unique<LaneSeries>(*lane);
    const LaneSeries second = *first;
    lane.reset();
    first.reset();
    EXPECT_EQ(Answers(second), before);
}

TEST(RowKeeper, keepsEachRowInItsLane)
{
    RowKeeper keeper;
    keeper.growTo(5);
    const std::vector<Row> feed = feedOf(3, 2000);
    keeper.take(feed);
    const auto kept = keeper.kept();
    ASSERT_EQ(kept->lane.size(), 5U);
    EXPECT_EQ(kept->count(), feed.size());
    EXPECT_TRUE(kept->lane[4].empty());
    for (std::uint16_t lane = 0; lane < 3; ++lane) {
        LaneSeries plain;
        for (const Row& row : busyRows(2000, lane + 1U, 900, lane)) plain.append(row);
        EXPECT_EQ(Answers(kept->lane[lane]), Answers(plain));
    }
}

TEST(RowKeeper, givesTheSameValueWhileNothingCame)
{
    RowKeeper keeper;
    keeper.take(busyRows(20));
    const auto kept = keeper.kept();
    keeper.take({});
    EXPECT_EQ(keeper.kept(), kept);
    keeper.take(busyRows(1));
    EXPECT_NE(keeper.kept(), kept);
    EXPECT_EQ(kept->count(), 20U);
}

TEST(RowKeeper, pastTheBudgetRowsAreFoldedAndTheSumsStay)
{
    RowKeeper keeper(2000);
    const std::vector<Row> feed = feedOf(4, 5000);
    double items = 0;
    for (const Row& row : feed) items += row.count;
    for (std::size_t i = 0; i < feed.size(); i += 500) {
        keeper.take({&feed[i], 500});
        EXPECT_LE(keeper.kept()->count(), 2500U);
    }
    const auto kept = keeper.kept();
    EXPECT_EQ(kept->count() + kept->folded(), feed.size());
    EXPECT_EQ(kept->notes.latencies().total(), feed.size());
    double keptItems = 0;
    for (const LaneSeries& lane : kept->lane) keptItems += lane.items(0, ever);
    EXPECT_EQ(keptItems, items);
}

TEST(RowKeeper, pastTheBudgetRowsAreJoinedAsTheyComeAndAllIsSeldomFolded)
{
    RowKeeper keeper(2000);
    const std::vector<Row> feed = evenRows(200'000);
    for (std::size_t i = 0; i < feed.size(); i += 500) keeper.take({&feed[i], 500});
    const auto kept = keeper.kept();
    EXPECT_EQ(kept->count() + kept->folded(), feed.size());
    EXPECT_GT(kept->count(), 500U);
    EXPECT_LT(kept->lane[3].revision(), 10U); // it rises each time that all is folded: 100 times the budget came
}

TEST(RowKeeper, whatOneLooksForIsNotJoined)
{
    constexpr Nanos longer = 10'000'000;
    RowKeeper keeper(2000);
    std::vector<Row> feed = evenRows(40'000);
    feed[30'000].failed = 1;
    feed[34'999][Step::Compute] += static_cast<float>(longer); // a straggler
    for (std::size_t i = 35'000; i < feed.size(); ++i) feed[i].start += longer;
    for (std::size_t i = 0; i < feed.size(); i += 500) keeper.take({&feed[i], 500});
    const LaneSeries lane = keeper.kept()->lane[3];
    EXPECT_GT(lane.folded(), 30'000U);
    for (const std::size_t alone : {30'000, 34'999}) {
        const Row found = lane.row(lane.firstEndingAfter(static_cast<double>(feed[alone].start)));
        EXPECT_EQ(found.start, feed[alone].start);
        EXPECT_EQ(found.count, feed[alone].count);
    }
}

TEST(RowKeeper, rowsOfLanesBeyondTheMostAreNotKept)
{
    RowKeeper keeper;
    std::vector<Row> rows = busyRows(2);
    rows[1].worker = 65'535;
    keeper.take(rows);
    EXPECT_EQ(keeper.kept()->count(), 1U);
    EXPECT_LE(keeper.kept()->lane.size(), RowKeeper::mostLanes);
}

TEST(RowKeeper, whatItKeptIsReadOnAnotherThreadWhileItGrows)
{
    const std::vector<Row> feed = feedOf(2, 20'000);
    RowKeeper keeper(15'000);
    std::mutex mutex;
    std::shared_ptr<const KeptRows> shown = keeper.kept();
    std::atomic<bool> over = false;
    std::jthread reader([&] {
        while (!over) {
            const auto kept = [&] {
                const std::lock_guard lock(mutex);
                return shown;
            }();
            for (const LaneSeries& lane : kept->lane) {
                std::uint64_t items = 0;
                LaneReader rows(lane);
                for (std::size_t i = 0; i < lane.size(); ++i) items += rows.row(i).count;
                EXPECT_EQ(lane.items(0, ever), static_cast<double>(items));
                EXPECT_LE(lane.longest(0, lane.size()), lane.size());
            }
        }
    });
    for (std::size_t i = 0; i < feed.size(); i += 400) {
        keeper.take({&feed[i], 400});
        keeper.take({&feed[i / 2], 1}); // and one that comes late
        const std::lock_guard lock(mutex);
        shown = keeper.kept();
    }
    over = true;
}

TEST(RowNotes, ofTheLanesTogetherAreThoseOfAllRows)
{
    const std::vector<Row> feed = feedOf(3, 2000);
    const RowNotes whole = notesOf(feed);
    RowNotes joined;
    for (std::uint16_t lane = 0; lane < 3; ++lane) joined += notesOf(busyRows(2000, lane + 1U, 900, lane));
    EXPECT_EQ(joined.latencies(), whole.latencies());
    EXPECT_EQ(joined.slowestLane(), whole.slowestLane());
    EXPECT_EQ(joined.slowestAt(), whole.slowestAt());
    EXPECT_EQ(joined.medianCompute(), whole.medianCompute());
    ASSERT_EQ(joined.failed().size(), whole.failed().size());
    EXPECT_GT(whole.failed().size(), 50U);
    EXPECT_TRUE(std::ranges::is_permutation(joined.failed(), whole.failed()));
}

TEST(RowNotes, theMedianIsOfRowsSpreadOverAll)
{
    std::vector<Row> rows = busyRows(50'000);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i][Step::Compute] = static_cast<float>(i);
    EXPECT_NEAR(notesOf(rows).medianCompute(), 25'000, 500);
    RowNotes joined = notesOf({rows.begin(), rows.begin() + 1000}); // sampled less thinly than the rest
    joined += notesOf({rows.begin() + 1000, rows.end()});
    EXPECT_NEAR(joined.medianCompute(), 25'000, 500);
}

TEST(RunSamples, areSpreadOverTheRunHoweverLongItIs)
{
    RunSamples samples;
    RunTotals totals;
    totals.lane.resize(2);
    totals.lane[1].busySince = 5;
    totals.lane[1].begun = 3;
    for (int i = 0; i < 100'000; ++i) {
        totals.wall = i * Nanos{1'000'000};
        totals.done = static_cast<std::uint64_t>(i);
        samples.take(totals);
    }
    EXPECT_LE(samples.all().size(), 4096U);
    EXPECT_EQ(samples.all().back().done, 100'002);
    EXPECT_GT(samples.all().size(), 1000U);
    EXPECT_EQ(samples.all().front(), (RunSample{0, 3, 0, 1}));
    EXPECT_NEAR(samples.all()[samples.all().size() / 2].at, 50, 1);
}

} // namespace poolscope
