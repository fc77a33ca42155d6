// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a pool ends, on every backend: close and join, terminate, and going while it runs.

#include "tests/unit/core/pool/calls.h"

namespace poolscope::test {

class Ends : public Calls {};

INSTANTIATE_TEST_SUITE_P(Pool, Ends,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

TEST_P(Ends, closeAndJoinFinishWhatWasGivenAndRefuseMore) // test_context, test_enter
{
    const auto future = pool.mapAsync(f.twice, range(1000), 10);
    pool.close();
    EXPECT_THROW(pool.map(f.twice, range(3)), PoolClosed);
    pool.join();
    EXPECT_TRUE(future.ready());
    EXPECT_EQ(future.get(), loop(1000, twice));
    EXPECT_THROW(pool.mapAsync(f.twice, range(3)), PoolClosed);
    pool.join(); // again is nothing
}

TEST_P(Ends, joinOfAPoolThatTakesCallsIsRefused)
{
    EXPECT_THROW(pool.join(), ValueError);
    EXPECT_EQ(pool.apply(f.twice, 1), 2);
}

TEST_P(Ends, terminateEndsAtOnceWithTenThousandTasksQueued) // test_terminate
{
    const Sign sign;
    const bool processes = GetParam() == Backend::Processes;
    const std::int64_t millis = processes ? 600'000 : 100; // a thread finishes its task
    const auto future =
        pool.mapAsync(f.lingers(sign.path()), std::vector<std::int64_t>(10'000, millis), 1);
    sign.await();
    pool.terminate();
    pool.join();
    EXPECT_THROW(future.get(), PoolClosed);
    EXPECT_THROW(pool.apply(f.twice, 1), PoolClosed);
}

TEST_P(Ends, aPoolThatGoesWhileItRunsSaysSoToWhoeverWaits)
{
    const Sign sign;
    std::string heard;
    std::optional<AsyncResult<std::vector<std::int64_t>>> future;
    std::optional<Results<std::int64_t>> results;
    {
        Pool going(catalogue, options());
        future = going.mapAsync(f.lingers(sign.path()), std::vector<std::int64_t>(10'000, 20), 1);
        future->then({}, [&](std::exception_ptr) { heard += "error"; });
        results.emplace(going.imap(f.sleeps, [] { return std::optional<std::int64_t>(1); }));
        sign.await();
    }
    EXPECT_THROW(future->get(), PoolClosed);
    EXPECT_THROW(
        {
            while (results->next()) {
            }
        },
        PoolClosed);
    EXPECT_EQ(heard, "error");
    future->then({}, [&](std::exception_ptr) { heard += " again"; }); // here, without its thread
    EXPECT_EQ(heard, "error again");
}

TEST_P(Ends, anImapThatNobodyReadsAnyMoreDoesNotHoldUpJoin)
{
    {
        auto results = pool.imap(f.twice, [] { return std::optional<std::int64_t>(1); });
        EXPECT_EQ(results.next(), 2);
    }
    pool.close();
    pool.join();
}

TEST_P(Ends, joinWaitsForManyShortCalls)
{
    std::vector<AsyncResult<std::int64_t>> futures;
    for (std::int64_t x = 0; x < 100; ++x) {
        futures.push_back(pool.applyAsync(f.twice, x));
    }
    pool.close();
    pool.join();
    for (std::int64_t x = 0; x < 100; ++x) {
        EXPECT_EQ(futures[static_cast<std::size_t>(x)].get(), 2 * x);
    }
}

int leaveAPoolInAGlobal()
{
    static Catalogue catalogue;
    static const Handles handles(catalogue);
    static Pool pool(catalogue, {.workers = 2});
    return pool.map(handles.twice, range(10)) == loop(10, twice) ? 0 : 1;
}

TEST(Pool, heldInAGlobalAtExitEndsWithCodeZero) // test_worker_finalization_via_atexit_handler
{
    const std::string command = "'" + programPath() + "' " + globalPoolFlag;
    EXPECT_EQ(std::system(command.c_str()), 0);
}

} // namespace poolscope::test
