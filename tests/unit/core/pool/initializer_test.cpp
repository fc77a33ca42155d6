// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an initializer promises: once per worker, before its first task; where it fails every task is told
// and nothing hangs.

#include "tests/unit/core/pool/limits_test.h"

namespace poolscope::test {

using namespace std::chrono_literals;

namespace {

class InitializerTest : public LimitTest, public ::testing::WithParamInterface<Backend> {
protected:
    PoolOptions with(std::shared_ptr<const Callable> callable) const
    {
        PoolOptions asked = options(GetParam());
        asked.initializer = initializer(catalogue, std::move(callable));
        return asked;
    }
};

using FatalInitializer = LimitTest;

std::set<std::pair<std::string, std::string>> kindsAndTexts(const Done& done)
{
    std::set<std::pair<std::string, std::string>> all;
    for (const auto& [item, failure] : done.failures) {
        all.emplace(failure.error.kind, failure.error.text);
    }
    return all;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Pool, InitializerTest,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         backendTestName);

TEST_P(InitializerTest, runsOncePerWorkerBeforeItsFirstTask)
{
    PoolOptions asked = options(GetParam());
    asked.initializer =
        initializer(catalogue, limited.remembers(file), std::int64_t{41}); // what it is called on
    {
        Pool pool(catalogue, asked);
        for (int i = 0; i < 3; ++i) {
            auto call = pool.start(range(limited.remembered(), 40), Api::Map, 1);
            ASSERT_TRUE(call) << call.error().text;
            EXPECT_EQ(finish(**call, catalogue.registry()).values,
                      std::vector<Integer>(40, Integer(41)));
        }
    }
    const std::uintmax_t workers = GetParam() == Backend::Serial ? 1 : 2;
    EXPECT_GE(bytes(), 1u); // a worker that was not ready in time was not needed
    EXPECT_LE(bytes(), workers);
}

TEST_P(InitializerTest, itsFailureIsToldToEveryTask)
{
    Pool pool(catalogue, with(limited.fails("throws")));
    for (int i = 0; i < 2; ++i) { // the second call is told so too
        auto call = pool.start(range(functions.twice(), 50), Api::Map, 3);
        ASSERT_TRUE(call);
        const Done done = finish(**call, catalogue.registry());
        EXPECT_EQ(done.failures.size(), 50u);
        EXPECT_EQ(kindsAndTexts(done), (std::set<std::pair<std::string, std::string>>{
                                           {"std::runtime_error", "there is no database"}}));
        EXPECT_EQ(done.failures.at(0).error.path, "initializer");
        EXPECT_LE(done.feed.events.size(), 6u); // no worker is started again and again
    }
}

TEST_F(FatalInitializer, thatEndsItsWorkerFailsEveryTask)
{
    PoolOptions asked = options(Backend::Processes);
    asked.initializer = initializer(catalogue, limited.fails("dies"));
    const Done done = runWith(asked, range(functions.twice(), 20), 2);
    ASSERT_EQ(done.failures.size(), 20u);
    for (const auto& [item, failure] : done.failures) {
        EXPECT_EQ(failure.error.kind, "WorkerDied");
        EXPECT_NE(failure.error.text.find("exit code 7 while it ran the initializer"),
                  std::string::npos)
            << failure.error.text;
    }
    EXPECT_LE(done.totals.lostWorkers, 6u); // three tries in each lane
}

TEST_F(FatalInitializer, thatHangsIsEndedByTheTasksLimit)
{
    PoolOptions asked = options(Backend::Processes);
    asked.initializer = initializer(catalogue, limited.fails("hangs"));
    asked.taskTimeout = 100ms;
    const Done done = runWith(asked, range(functions.twice(), 20), 2);
    ASSERT_EQ(done.failures.size(), 20u);
    EXPECT_EQ(done.failures.at(0).error.kind, "TaskTimeout");
}

TEST_F(FatalInitializer, thatCannotTravelIsRefusedBeforeAnythingStarts)
{
    const auto idOf = functions.idOf();
    PoolOptions asked = options(Backend::Processes);
    asked.initializer = initializer(catalogue, idOf, Fragile{1, Holder{}});
    Pool pool(catalogue, asked);
    auto call = pool.start(range(functions.twice(), 3));
    ASSERT_FALSE(call);
    EXPECT_EQ(call.error().kind, "PicklingError");
    EXPECT_EQ(call.error().path, "initializer.holder.pool");
}

} // namespace poolscope::test
