// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a pool promises on every backend (BEHAVIOUR: calls, options, errors, ends).

#include "tests/unit/core/pool/pool_test.h"

#include <thread>

namespace poolscope::test {

namespace {

std::vector<Integer> doubled(std::int64_t items)
{
    std::vector<Integer> values;
    for (std::int64_t x = 0; x < items; ++x) {
        values.push_back(Integer(2 * x));
    }
    return values;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Pool, EveryBackend,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         backendTestName);

TEST_P(EveryBackend, givesWhatALoopGivesInOrder)
{
    const std::vector<std::pair<std::int64_t, std::uint64_t>> shapes{
        {10, 1}, {100, 20}, {1000, 100}, {1, 1}, {7, 100}};
    for (const auto& [items, chunksize] : shapes) {
        const Done done =
            run(GetParam(), range(functions.twice(), static_cast<std::uint64_t>(items)), chunksize);
        EXPECT_EQ(done.values, doubled(items));
        EXPECT_TRUE(done.inOrder);
        EXPECT_TRUE(done.failures.empty());
    }
}

TEST_P(EveryBackend, imapAndApplyGiveTheSame)
{
    for (const Api api : {Api::Imap, Api::Apply}) {
        const Done done = run(GetParam(), range(functions.twice(), 50), 1, api);
        EXPECT_EQ(done.values, doubled(50));
        EXPECT_EQ(done.totals.chunks, 50u);
    }
}

TEST_P(EveryBackend, anEmptyInputEndsAtOnce)
{
    const Done done = run(GetParam(), range(functions.twice(), 0), 3);
    EXPECT_EQ(done.outcomes, 0u);
    EXPECT_TRUE(done.totals.finished);
}

TEST_P(EveryBackend, aTaskThatThrowsFailsAlone)
{
    const Done done = run(GetParam(), range(functions.throwsAt(7), 20), 5);
    ASSERT_EQ(done.failures.size(), 1u);
    const Failure& failure = done.failures.at(7);
    EXPECT_EQ(failure.error.kind, "std::invalid_argument");
    EXPECT_EQ(failure.error.text, "seven is not wanted");
    EXPECT_EQ(failure.argument, "7");
    EXPECT_EQ(done.values.size(), 19u);
    EXPECT_EQ(done.totals.failed, 1u);
    EXPECT_EQ(done.totals.done, 20u);
    ASSERT_EQ(done.feed.failures.size(), 1u);
    EXPECT_EQ(done.feed.failures[0].item, 7u);
}

TEST_P(EveryBackend, aTaskThatThrowsSomethingOddFailsAlone)
{
    const Done done = run(GetParam(), range(functions.throwsOddly(3), 10), 2);
    ASSERT_EQ(done.failures.size(), 1u);
    EXPECT_EQ(done.failures.at(3).error.kind, "int");
    EXPECT_EQ(done.values.size(), 9u);
}

TEST_P(EveryBackend, servesOneCallAfterTheOther)
{
    Pool pool(catalogue, options(GetParam()));
    for (int i = 0; i < 5; ++i) {
        auto call = pool.start(range(functions.twice(), 30), Api::Map, 4);
        ASSERT_TRUE(call);
        EXPECT_EQ(finish(**call, catalogue.registry()).values, doubled(30));
    }
}

TEST_P(EveryBackend, refusesOptionsThatCannotBe)
{
    Pool none(catalogue, options(GetParam(), 0));
    auto call = none.start(range(functions.twice(), 3));
    ASSERT_FALSE(call);
    EXPECT_EQ(call.error().path, "workers");
    EXPECT_EQ(call.error().text, "workers must be a whole number from 1 to 1024, not 0.");
    Pool pool(catalogue, options(GetParam()));
    call = pool.start(range(functions.twice(), 3), Api::Map, 0);
    ASSERT_FALSE(call);
    EXPECT_EQ(call.error().path, "chunksize");
    PoolOptions many = options(GetParam());
    for (const std::size_t rows : {std::size_t{0}, std::size_t{1000}, 2 * PoolOptions::mostRows}) {
        many.rowsHeld = rows;
        call = Pool(catalogue, many).start(range(functions.twice(), 3));
        ASSERT_FALSE(call) << rows;
        EXPECT_EQ(call.error().path, "rowsHeld");
    }
}

TEST_P(EveryBackend, countsTheRowsThatAFullFeedCannotHold)
{
    PoolOptions few = options(GetParam());
    few.rowsHeld = 4;
    Pool pool(catalogue, few);
    auto call = pool.start(range(functions.twice(), 1000), Api::Map, 1);
    ASSERT_TRUE(call);
    const Done done = finish(**call, catalogue.registry());
    EXPECT_EQ(done.values.size(), 1000U);
    const RunTotals& totals = done.totals;
    EXPECT_LE(done.feed.rows.size(), 4 * totals.lane.size());
    EXPECT_EQ(totals.rows, totals.chunks);
    EXPECT_EQ(done.feed.rows.size() + totals.dropped, totals.rows);
    EXPECT_EQ(totals.done, 1000U);
}

TEST_P(EveryBackend, cancelEndsACallAndThePoolGoesOn)
{
    Pool pool(catalogue, options(GetParam()));
    auto call = pool.start(range(functions.sleeps(5), 100'000), Api::Map, 1);
    ASSERT_TRUE(call);
    Outcomes outcomes;
    ASSERT_TRUE((*call)->next(outcomes)); // it runs
    (*call)->cancel();
    (*call)->wait();
    EXPECT_TRUE((*call)->totals().cancelled);
    EXPECT_LT((*call)->totals().done, 100'000u);
    auto again = pool.start(range(functions.twice(), 30), Api::Map, 4);
    ASSERT_TRUE(again);
    EXPECT_EQ(finish(**again, catalogue.registry()).values, doubled(30));
}

TEST_P(EveryBackend, aPoolThatGoesWhileItRunsEndsTheCall)
{
    std::shared_ptr<Call> call;
    {
        Pool pool(catalogue, options(GetParam()));
        call = *pool.start(range(functions.sleeps(1), 1'000'000), Api::Map, 10);
        Outcomes outcomes;
        ASSERT_TRUE(call->next(outcomes));
    }
    EXPECT_TRUE(call->finished());
}

TEST_P(EveryBackend, everyMomentOfEveryWorkerIsAccountedFor)
{
    const Done done = run(GetParam(), range(functions.sleeps(1), 60), 1);
    ASSERT_EQ(done.totals.lane.size(), GetParam() == Backend::Serial ? 1u : 2u);
    std::uint64_t items = 0;
    for (const auto& lane : done.totals.lane) {
        Nanos sum = lane.start;
        for (std::size_t i = 0; i < workerSteps; ++i) {
            sum += lane.step[i];
        }
        EXPECT_NEAR(static_cast<double>(sum), static_cast<double>(done.totals.wall),
                    0.05 * static_cast<double>(done.totals.wall));
        items += lane.items;
    }
    EXPECT_EQ(items, 60u);
    EXPECT_EQ(done.feed.rows.size(), 60u);
}

TEST_F(PoolTest, theDefaultChunksizeIsCPythons)
{
    Pool pool(catalogue, options(Backend::Processes, 3));
    for (const auto& [items, chunksize] : std::vector<std::pair<std::uint64_t, std::uint64_t>>{
             {1000, 84}, {12, 1}, {13, 2}, {0, 1}}) {
        auto call = pool.start(range(functions.twice(), items));
        ASSERT_TRUE(call);
        EXPECT_EQ((*call)->chunksize(), chunksize); // divmod(items, 3 * 4), rounded up
        (*call)->wait();
    }
}

} // namespace poolscope::test
