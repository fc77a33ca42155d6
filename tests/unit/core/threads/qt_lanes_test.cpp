// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lanes on Qt Concurrent: what the pool promises of threads, with Qt's threads below.

#include "core/threads/threads.h"

#include "tests/support/test_jobs.h"

#include <gtest/gtest.h>

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace poolscope::test {

namespace {

constexpr int workers = 3;

/// What the tasks of this program tell: which threads ran them, and how many wait to be let go.
struct Seen {
    std::mutex mutex;
    std::set<std::thread::id> threads;
    std::atomic<int> waiting{0};
    std::atomic<bool> letGo{false};
};

Seen& seen()
{
    static Seen all;
    return all;
}

/// Ends when as many wait as there are workers: so each of them is a thread of its own.
std::int64_t meet(std::int64_t x)
{
    {
        const std::lock_guard lock(seen().mutex);
        seen().threads.insert(std::this_thread::get_id());
    }
    ++seen().waiting;
    while (seen().waiting < workers) {
        std::this_thread::yield();
    }
    return x;
}

std::int64_t untilLetGo(std::int64_t x)
{
    ++seen().waiting;
    while (!seen().letGo) {
        std::this_thread::yield();
    }
    return x;
}

std::int64_t squareOrThrow(std::int64_t x)
{
    if (x == 500) {
        throw std::invalid_argument("not 500");
    }
    return x * x;
}

} // namespace

class QtLanes : public ::testing::Test {
protected:
    QtLanes()
    {
        seen().threads.clear();
        seen().waiting = 0;
        seen().letGo = false;
    }
    static PoolOptions options()
    {
        PoolOptions options;
        options.backend = Backend::Threads;
        options.workers = workers;
        options.threads = makeQtLanes();
        return options;
    }

    Catalogue catalogue;
    Function<std::int64_t (*)(std::int64_t)> square =
        catalogue.add("threads", "square", &squareOrThrow);
    Function<std::int64_t (*)(std::int64_t)> meets = catalogue.add("threads", "meets", &meet);
    Function<std::int64_t (*)(std::int64_t)> waits = catalogue.add("threads", "waits", &untilLetGo);
};

TEST_F(QtLanes, givesWhatALoopGivesInOrder)
{
    Pool pool(catalogue, options());
    for (const std::int64_t chunksize : {1, 7, 400}) {
        const std::vector<std::int64_t> all = pool.map(square, range(400), chunksize);
        ASSERT_EQ(all.size(), 400u);
        for (std::int64_t x = 0; x < 400; ++x) {
            ASSERT_EQ(all[static_cast<std::size_t>(x)], x * x);
        }
    }
}

TEST_F(QtLanes, eachLaneIsAThreadOfItsOwnAndQtsGlobalPoolStaysFree)
{
    Pool pool(catalogue, options());
    EXPECT_EQ(pool.map(meets, range(workers), 1).size(), static_cast<std::size_t>(workers));
    EXPECT_EQ(seen().threads.size(), static_cast<std::size_t>(workers));
    EXPECT_FALSE(seen().threads.contains(std::this_thread::get_id()));
    EXPECT_EQ(QThreadPool::globalInstance()->activeThreadCount(), 0);
}

TEST_F(QtLanes, aTaskThatThrowsFailsAlone)
{
    Pool pool(catalogue, options());
    std::int64_t values = 0;
    std::int64_t failures = 0;
    auto results = pool.imap(square, range(1000), 10);
    for (bool more = true; more;) {
        try {
            more = results.next().has_value();
            values += more ? 1 : 0;
        } catch (const TaskFailed& failure) {
            EXPECT_EQ(failure.failure().item, 500u);
            EXPECT_EQ(failure.failure().error.kind, "std::invalid_argument");
            ++failures;
        }
    }
    EXPECT_EQ(values, 999);
    EXPECT_EQ(failures, 1);
}

TEST_F(QtLanes, cancelStopsAtTheNextTaskAndThePoolGoesOn)
{
    Pool pool(catalogue, options());
    const auto future = pool.mapAsync(waits, range(100'000), 10);
    while (seen().waiting < workers) {
        std::this_thread::yield();
    }
    EXPECT_TRUE(future.cancel());
    seen().letGo = true;
    EXPECT_THROW(future.get(), Cancelled);
    EXPECT_EQ(seen().waiting, workers); // of each lane the task that it was on
    EXPECT_EQ(pool.apply(square, 9), 81);
}

TEST_F(QtLanes, aPoolThatGoesWaitsForWhatRunsAndSaysSo)
{
    AsyncResult<std::vector<std::int64_t>> future = [&] {
        Pool pool(catalogue, options());
        auto begun = pool.mapAsync(waits, range(1000), 1);
        while (seen().waiting < workers) {
            std::this_thread::yield();
        }
        seen().letGo = true;
        return begun;
    }();
    EXPECT_THROW(future.get(), PoolClosed);
}

TEST_F(QtLanes, everyMomentOfEveryLaneIsInOnePhase)
{
    Pool pool(catalogue, options());
    const auto call = pool.start(overRange(catalogue, square(), 300), Api::Map, 10);
    ASSERT_TRUE(call);
    (*call)->wait();
    const RunTotals totals = (*call)->totals();
    ASSERT_EQ(totals.lane.size(), static_cast<std::size_t>(workers));
    for (const LaneTotals& lane : totals.lane) {
        Nanos sum = lane.start;
        for (std::size_t step = 0; step < workerSteps; ++step) {
            sum += lane.step[step];
        }
        EXPECT_NEAR(static_cast<double>(sum), static_cast<double>(totals.wall),
                    0.05 * static_cast<double>(totals.wall));
    }
}

} // namespace poolscope::test
