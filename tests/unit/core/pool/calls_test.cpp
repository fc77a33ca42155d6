// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the typed calls give and throw, on every backend: CPython's tests of its Pool, in our words.

#include "tests/unit/core/pool/calls.h"

#include <algorithm>
#include <list>
#include <set>
#include <span>

namespace poolscope::test {

INSTANTIATE_TEST_SUITE_P(Pool, Calls,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

TEST_P(Calls, mapGivesWhatALoopGives) // test_map
{
    EXPECT_EQ(pool.map(f.twice, range(10)), loop(10, twice));
    EXPECT_EQ(pool.map(f.twice, range(100), 20), loop(100, twice));
    EXPECT_EQ(pool.mapAsync(f.twice, range(10)).get(), loop(10, twice)); // test_map_async
    EXPECT_EQ(pool.map(f.twice, {3, 1, 2}), (std::vector<std::int64_t>{6, 2, 4}));
}

TEST_P(Calls, takesEveryKindOfInput)
{
    const std::vector<std::int64_t> items{0, 1, 2};
    EXPECT_EQ(pool.map(f.twice, items), loop(3, twice));
    EXPECT_EQ(pool.map(f.twice, std::list<int>{0, 1, 2}), loop(3, twice));
    EXPECT_EQ(pool.map(f.twice, std::span(items)), loop(3, twice));
    EXPECT_EQ(pool.map(f.twice, counting(3)), loop(3, twice));
    EXPECT_EQ(pool.map(f.twice, range(10, 0, -5)), (std::vector<std::int64_t>{20, 10}));
    EXPECT_EQ(pool.map(f.fails(7), range(3)), (std::vector<std::int64_t>{0, 1, 2}));
}

TEST_P(Calls, applyGivesOneValue) // test_apply
{
    EXPECT_EQ(pool.apply(f.twice, 5), 10);
    EXPECT_EQ(pool.apply(f.mul, {6, 7}), 42);
    EXPECT_EQ(pool.applyAsync(f.twice, 7).get(), 14);
}

TEST_P(Calls, starmapSpreadsTuples) // test_starmap, test_starmap_async
{
    std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
    std::vector<std::int64_t> products;
    for (std::int64_t i = 0; i < 100; ++i) {
        pairs.emplace_back(i, 99 - i);
        products.push_back(i * (99 - i));
    }
    EXPECT_EQ(pool.starmap(f.mul, pairs, 20), products);
    EXPECT_EQ(pool.starmapAsync(f.mul, pairs).get(), products);
    EXPECT_EQ(pool.starmap(f.mul, {{2, 3}, {4, 5}}), (std::vector<std::int64_t>{6, 20}));
}

TEST_P(Calls, imapGivesTheValuesInTheirOrder) // test_imap
{
    std::vector<std::int64_t> values;
    for (const std::int64_t value : pool.imap(f.twice, range(10))) {
        values.push_back(value);
    }
    EXPECT_EQ(values, loop(10, twice));
    auto results = pool.imap(f.twice, range(1000), 100);
    for (std::int64_t x = 0; x < 1000; ++x) {
        EXPECT_EQ(results.next(), 2 * x);
    }
    EXPECT_EQ(results.next(), std::nullopt);
    EXPECT_EQ(results.next(), std::nullopt);
}

TEST_P(Calls, imapUnorderedGivesEachValueOnceAndSaysOfWhichItem) // test_imap_unordered
{
    for (const std::int64_t chunksize : {1, 100}) {
        std::set<std::uint64_t> items;
        auto results = pool.imapUnordered(f.twice, range(1000), chunksize);
        while (const auto value = results.next()) {
            EXPECT_EQ(*value, 2 * static_cast<std::int64_t>(results.item()));
            EXPECT_TRUE(items.insert(results.item()).second);
        }
        EXPECT_EQ(items.size(), 1000u);
    }
}

TEST_P(Calls, anEmptyInputEndsAtOnce) // test_empty_iterable, test_map_chunksize
{
    EXPECT_TRUE(pool.map(f.twice, range(0)).empty());
    EXPECT_EQ(pool.imap(f.twice, range(0)).next(), std::nullopt);
    EXPECT_EQ(pool.imapUnordered(f.twice, counting(0)).next(), std::nullopt);
    EXPECT_TRUE(pool.mapAsync(f.twice, range(0), 1).get().empty());
}

TEST_P(Calls, mapThrowsWhatItsInputThrowsAndThePoolGoesOn) // test_map_handle_iterable_exception
{
    for (int again = 0; again < 2; ++again) {
        EXPECT_THROW(pool.map(f.twice, counting(1, -1), 1), Say);
        EXPECT_THROW(pool.map(f.twice, counting(10, 3), 1), Say);
        EXPECT_THROW(pool.map(f.twice, counting(10, 3)), Say);
        EXPECT_THROW(pool.mapAsync(f.twice, counting(10, 3), 4).get(), Say);
    }
    EXPECT_EQ(pool.map(f.twice, range(3)), loop(3, twice));
}

TEST_P(Calls,
       imapGivesTheItemsBeforeItsInputThrows) // test_imap(_unordered)_handle_iterable_exception
{
    for (const std::int64_t chunksize : {1, 2, 4}) {
        auto results = pool.imap(f.twice, counting(20, 7), chunksize);
        for (std::int64_t x = 0; x < 7; ++x) {
            EXPECT_EQ(results.next(), 2 * x);
        }
        EXPECT_THROW(results.next(), Say);
        EXPECT_EQ(results.next(), std::nullopt);
        auto unordered = pool.imapUnordered(f.twice, counting(20, 7), chunksize);
        for (int i = 0; i < 7; ++i) {
            EXPECT_TRUE(unordered.next());
        }
        EXPECT_THROW(unordered.next(), Say);
    }
    EXPECT_THROW(pool.imap(f.twice, counting(1, -1), 1).next(), Say);
}

/// A container that does not have what it says.
struct Liar {
    std::vector<std::int64_t> items;
    std::size_t said;
    auto begin() const { return items.begin(); }
    auto end() const { return items.end(); }
    std::size_t size() const { return said; }
};

TEST_P(Calls, anInputThatLiesAboutItsLengthIsAnError)
{
    for (const std::size_t said : {1u, 2u, 4u, 1000u}) {
        EXPECT_THROW(pool.map(f.twice, Liar{{1, 2, 3}, said}, 2), ValueError) << said;
        EXPECT_THROW(pool.map(f.twice, Liar{{1, 2, 3}, said}), ValueError) << said;
        auto results = pool.imap(f.twice, Liar{{1, 2, 3}, said});
        for (std::size_t i = 0; i < std::min<std::size_t>(3, said); ++i) {
            EXPECT_TRUE(results.next());
        }
        EXPECT_THROW(results.next(), ValueError);
    }
    EXPECT_EQ(pool.map(f.twice, range(3)), loop(3, twice));
}

TEST_P(Calls, endlessInputStopsAtTheBuffer)
{
    PoolOptions bounded = options();
    bounded.bufferItems = 10;
    Pool small(catalogue, bounded);
    std::atomic<std::int64_t> made{0};
    auto results = small.imap(f.twice, [&]() -> std::optional<std::int64_t> { return made++; });
    for (std::int64_t x = 0; x < 1000; ++x) {
        EXPECT_EQ(results.next(), 2 * x);
        EXPECT_LE(made.load(), x + 1 + 10);
    }
}

TEST_P(Calls, aFailureSaysEverything)
{
    try {
        pool.map(f.fails, range(8), 2);
        FAIL() << "no exception";
    } catch (const TaskFailed& failed) {
        EXPECT_EQ(failed.kind(), "ZeroDivisionError");
        EXPECT_STREQ(failed.what(), "no 3");
        EXPECT_EQ(failed.failure().item, 3u);
        EXPECT_EQ(failed.failure().argument, "3");
        EXPECT_EQ(failed.failure().attempt, 0);
        EXPECT_NE(failed.failure().pid, 0);
        EXPECT_NE(failed.where().find("throwNo("), std::string::npos) << failed.where();
    }
    EXPECT_THROW(pool.apply(f.fails, 3), TaskFailed);
}

TEST_P(Calls, mapThrowsTheFirstFailureByItemWhenAllHaveRun) // test_map_no_failfast
{
    try {
        pool.map(f.large, {0, 1}, 1);
        FAIL() << "no exception";
    } catch (const TaskFailed& failed) {
        EXPECT_EQ(failed.failure().item, 0u);
        EXPECT_EQ(std::string(failed.what()), std::string(1 << 20, 'a'));
    }
    pool.close();
    pool.join();
}

TEST_P(Calls, imapThrowsAtTheItemsTurnAndGoesOnBehindIt)
{
    auto results = pool.imap(f.fails, range(20), 4);
    std::vector<std::uint64_t> failed;
    std::int64_t values = 0;
    for (bool more = true; more;) {
        try {
            more = results.next().has_value();
            values += more ? 1 : 0;
        } catch (const TaskFailed& one) {
            failed.push_back(one.failure().item);
        }
    }
    EXPECT_EQ(values, 18);
    EXPECT_EQ(failed, (std::vector<std::uint64_t>{3, 13}));
}

TEST_P(Calls, refusesWhatCannotBe) // test_make_pool
{
    Pool none(catalogue, options(0));
    EXPECT_THROW(none.map(f.twice, range(3)), ValueError);
    EXPECT_THROW(pool.map(f.twice, range(3), 0), ValueError);
    EXPECT_THROW(pool.imap(f.twice, range(3), -1), ValueError);
    EXPECT_THROW(range(0, 1, 0), ValueError);
    EXPECT_THROW(pool.map("nowhere", range(3)), ValueError);
}

TEST_P(Calls, byNameTakesAndGivesValues)
{
    EXPECT_EQ(pool.map("twice", range(3)), (std::vector<AnyValue>{0, 2, 4}));
    EXPECT_EQ(pool.apply("calls:twice", 4).as<std::int64_t>(), 8);
    EXPECT_EQ(pool.map(ByName("fails", {{"at", 1}}), {5}).at(0).repr(), "5");
    EXPECT_THROW(pool.apply(ByName("fails", {{"at", 1}}), 1), TaskFailed);
    EXPECT_EQ(pool.starmap("mul", {std::tuple(2, 3), std::tuple(4, 5)}).at(1), AnyValue(20));
    EXPECT_THROW(pool.apply("twice", "text"), TaskFailed);
}

TEST_P(Calls, aTaskKnowsItsWorker)
{
    const auto indexes = pool.map(f.index, range(200), 1);
    const int workers = GetParam() == Backend::Serial ? 1 : 2;
    EXPECT_TRUE(std::all_of(indexes.begin(), indexes.end(),
                            [&](std::int64_t i) { return i >= 0 && i < workers; }));
    EXPECT_EQ(currentWorker().index, -1);
}

} // namespace poolscope::test
