// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Futures on every backend: callbacks, timeouts, waiting for several, cancelling.

#include "tests/unit/core/pool/calls.h"

#include <future>

namespace poolscope::test {

class Futures : public Calls {};

INSTANTIATE_TEST_SUITE_P(Pool, Futures,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

/// Long enough for any machine; what waits for it has failed.
constexpr std::chrono::seconds patience(60);

TEST_P(Futures, aCallbackRunsOnceWithTheValueOrTheError) // test_map_async_callbacks
{
    std::vector<std::string> heard;
    std::thread::id where;
    const auto note = [&](const std::vector<std::int64_t>& values) {
        heard.push_back("values " + std::to_string(values.size()));
        where = std::this_thread::get_id();
    };
    const auto noteError = [&](std::exception_ptr error) {
        try {
            std::rethrow_exception(error);
        } catch (const TaskFailed& failed) {
            heard.push_back(failed.kind());
        }
    };
    pool.mapAsync(f.twice, range(4)).then(note, noteError).wait();
    pool.mapAsync(f.fails, range(4)).then(note, noteError).wait();
    const auto late = pool.mapAsync(f.twice, range(5));
    late.wait();
    late.then(note, noteError); // also when it is over
    pool.close();
    pool.join(); // waits for callbacks
    EXPECT_EQ(heard, (std::vector<std::string>{"values 4", "ZeroDivisionError", "values 5"}));
    EXPECT_NE(where, std::this_thread::get_id());
}

TEST_P(Futures, aCallbackThatThrowsIsReportedAndTheNextRuns)
{
    std::vector<std::string> reported;
    PoolOptions told = options();
    told.callbackFailed = [&](std::exception_ptr error) {
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& thrown) {
            reported.push_back(thrown.what());
        }
    };
    Pool other(catalogue, told);
    std::promise<std::int64_t> next;
    other.applyAsync(f.twice, 1).then([](std::int64_t) { throw std::runtime_error("oh"); }).wait();
    other.applyAsync(f.twice, 2).then([&](std::int64_t value) { next.set_value(value); });
    EXPECT_EQ(next.get_future().get(), 4);
    EXPECT_EQ(reported, std::vector<std::string>{"oh"});
}

TEST_P(Futures, getThrowsAtItsTimeoutAndTheCallGoesOn) // test_async_timeout
{
    const Gate gate;
    const auto future = pool.applyAsync(f.held(gate.path()), 6);
    auto results = pool.imap(f.held(gate.path()), {7});
    EXPECT_THROW(future.get(std::chrono::milliseconds(1)), TimeoutError);
    EXPECT_FALSE(future.wait(std::chrono::milliseconds(1)));
    EXPECT_THROW(future.successful(), ValueError);
    EXPECT_THROW(results.next(std::chrono::milliseconds(1)), TimeoutError);
    gate.open();
    EXPECT_EQ(future.get(patience), 6);
    EXPECT_TRUE(future.ready());
    EXPECT_TRUE(future.successful());
    EXPECT_EQ(results.next(patience), 7);
}

TEST_P(Futures, waitsForTheFirstTheFirstFailureOrAll)
{
    const Gate gate;
    std::vector<AsyncResult<std::int64_t>> futures{pool.applyAsync(f.twice, 1),
                                                   pool.applyAsync(f.fails, 3),
                                                   pool.applyAsync(f.held(gate.path()), 0)};
    EXPECT_FALSE(waitFor(Until::First, futures, patience).done.empty());
    const Waited failed = waitFor(Until::FirstFailure, futures, patience);
    EXPECT_NE(std::find(failed.done.begin(), failed.done.end(), 1u), failed.done.end());
    EXPECT_EQ(failed.open.back(), 2u);
    const Waited some = waitFor(Until::All, futures, std::chrono::milliseconds(1));
    EXPECT_EQ(some.open, std::vector<std::size_t>{2});
    gate.open();
    EXPECT_TRUE(waitFor(Until::All, futures).open.empty());
    EXPECT_TRUE(waitFor(Until::All, std::vector<AsyncResult<int>>()).open.empty());
}

TEST_P(Futures, cancelsWhatHasNotBegunAndLeavesWhatIsOver)
{
    const auto done = pool.applyAsync(f.twice, 1);
    EXPECT_EQ(done.get(), 2);
    EXPECT_FALSE(done.cancel());
    EXPECT_EQ(done.get(), 2);
    Pool one(catalogue, options(1));
    const Gate gate;
    const auto running = one.applyAsync(f.held(gate.path()), 100);
    const auto pending = one.applyAsync(f.twice, 1);
    EXPECT_TRUE(pending.cancel());
    EXPECT_THROW(pending.get(patience), Cancelled);
    gate.open();
    EXPECT_EQ(running.get(), 100);
}

TEST_P(Futures, cancelStopsAtTheNextTaskAndTheWorkerStays)
{
    Pool one(catalogue, options(1));
    const auto before = one.apply(f.pid, 0);
    const Sign sign;
    const auto running = one.mapAsync(f.lingers(sign.path()), std::vector<std::int64_t>(600'000, 1),
                                      600'000); // ten minutes
    sign.await();
    EXPECT_TRUE(running.cancel());
    EXPECT_THROW(running.get(patience), Cancelled);
    EXPECT_EQ(one.apply(f.pid, 0), before);
}

TEST_P(Futures, cancelEndsARunningTaskWithItsWorkerWhereThatIsAProcess)
{
    if (GetParam() != Backend::Processes) {
        return; // a thread cannot be ended: there it stops at the next task, as above
    }
    Pool one(catalogue, options(1));
    const auto before = one.apply(f.pid, 0);
    const Sign sign;
    const auto running = one.applyAsync(f.lingers(sign.path()), 600'000);
    sign.await();
    EXPECT_TRUE(running.cancel(Running::End));
    EXPECT_THROW(running.get(patience), Cancelled);
    EXPECT_NE(one.apply(f.pid, 0), before);
}

TEST_P(Futures, aFutureThatGoesEarlyLeavesItsCallAndLeaksNothing)
{
    std::promise<std::size_t> heard;
    pool.mapAsync(f.same, std::vector<Counted>(10)).then([&](const std::vector<Counted>& values) {
        heard.set_value(values.size());
    });
    EXPECT_EQ(heard.get_future().get(), 10u);
    for (int i = 0; i < 50; ++i) {
        static_cast<void>(pool.mapAsync(f.same, std::vector<Counted>(10)));
    }
    static_cast<void>(pool.imap(f.same, std::vector<Counted>(10)).next());
    pool.close();
    pool.join();
    EXPECT_EQ(Counted::alive(), 0);
}

TEST_P(Futures, nothingOfACallIsAliveWhenItIsTaken) // test_release_task_refs
{
    EXPECT_EQ(pool.map(f.same, std::vector<Counted>(10)).size(), 10u);
    while (Counted::alive() != 0) {
        std::this_thread::yield(); // the lane lets go of its chunk a moment after it answered
    }
}

TEST_P(Futures, manyCallsAreUnderWayAtTheSameTime)
{
    std::vector<AsyncResult<std::int64_t>> futures;
    for (std::int64_t x = 0; x < 300; ++x) {
        futures.push_back(pool.applyAsync(f.twice, x));
    }
    std::vector<std::jthread> callers;
    std::atomic<int> good{0};
    for (int i = 0; i < 4; ++i) {
        callers.emplace_back(
            [&] { good += pool.map(f.twice, range(500), 7) == loop(500, twice) ? 1 : 0; });
    }
    for (std::int64_t x = 0; x < 300; ++x) {
        EXPECT_EQ(futures[static_cast<std::size_t>(x)].get(), 2 * x);
    }
    callers.clear();
    EXPECT_EQ(good, 4);
}

} // namespace poolscope::test
