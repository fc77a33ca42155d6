// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What limits promise (BEHAVIOUR: options): a task past its limit fails alone, a task that dies has its
// retries, and workers that are replaced lose nothing.

#include "tests/unit/core/pool/limits_test.h"
#include "tests/support/sanitized.h"

#include <chrono>

namespace poolscope::test {

using namespace std::chrono_literals;

namespace {

class TaskTimeout : public LimitTest {
protected:
    PoolOptions limitOf(std::chrono::nanoseconds limit) const
    {
        PoolOptions asked = options(Backend::Processes);
        asked.taskTimeout = limit;
        return asked;
    }
};

using Retries = LimitTest;
using MaxTasksPerChild = LimitTest;
using WorkerMemory = LimitTest;

std::map<std::string, int> byWorker(const Done& done)
{
    std::map<std::string, int> tasks;
    for (const Integer& pid : done.values) {
        ++tasks[pid.toString()];
    }
    return tasks;
}

} // namespace

TEST_F(TaskTimeout, endsTheTaskThatNeverEndsAndNoOther)
{
    for (const std::uint64_t chunksize : {1u, 8u, 40u}) {
        const Done done = runWith(limitOf(200ms), range(limited.hangsAt(5), 40), chunksize);
        expectOnlyFailed(done, 40, {5}, "TaskTimeout");
        const Failure& failure = done.failures.at(5);
        EXPECT_GT(failure.pid, 1);
        EXPECT_EQ(failure.attempt, 0);
        EXPECT_EQ(failure.error.text.find("Task 5 took longer than its limit of 0.2 s. Worker "),
                  0u)
            << failure.error.text;
        EXPECT_EQ(done.totals.lostWorkers, 1u);
    }
}

TEST_F(TaskTimeout, endsAWorkerThatWasStopped)
{
    expectOnlyFailed(runWith(limitOf(200ms), range(limited.stopsAt(3), 20), 4), 20, {3},
                     "TaskTimeout");
}

TEST_F(TaskTimeout, endsAnArgumentThatHangsWhileItIsUnpickled)
{
    const Done done = runWith(limitOf(200ms), tricky(12, 7, Trick::HangUnpickling), 6);
    expectOnlyFailed(done, 12, {7}, "TaskTimeout");
    EXPECT_NE(done.failures.at(7).error.text.find("while it unpickled task 7"), std::string::npos);
}

TEST_F(TaskTimeout, endsAResultThatHangsWhileItIsPickled)
{
    const Done done = runWith(limitOf(200ms), range(limited.trickyResult(2), 6), 3);
    ASSERT_EQ(done.failures.size(), 1u);
    EXPECT_EQ(done.failures.at(2).error.kind, "TaskTimeout");
    EXPECT_NE(done.failures.at(2).error.text.find("while it pickled the result of task 2"),
              std::string::npos);
    EXPECT_EQ(done.outcomes, 6u);
}

TEST_F(TaskTimeout, isOfOneTaskAndNotOfItsChunk)
{
    const Done done = runWith(limitOf(2s), range(functions.sleeps(15), 150), 150);
    expectOnlyFailed(done, 150, {}, "");
    EXPECT_EQ(done.totals.lostWorkers, 0u);
}

TEST_F(TaskTimeout, isNeverShorterThanAsked)
{
    const Nanos began = now();
    const Done done = runWith(limitOf(700ms), range(limited.hangsAt(0), 1), 1);
    EXPECT_GE(now() - began, 700'000'000);
    expectOnlyFailed(done, 1, {0}, "TaskTimeout");
}

TEST_F(TaskTimeout, boundsTheProbeToo)
{
    Pool pool(catalogue, limitOf(50ms));
    const ProbeResult probe = pool.probe(*range(limited.hangsAt(0), 3));
    EXPECT_FALSE(probe.measured);
    EXPECT_EQ(probe.whyNot, "Serial time not measured: a call took longer than a task may.");
}

TEST_F(Retries, aTaskThatTookItsWorkerIsRunAgain)
{
    PoolOptions asked = options(Backend::Processes);
    asked.retries = 2;
    const Done done = runWith(asked, range(limited.diesAt(5, 2, file), 30), 10);
    expectOnlyFailed(done, 30, {}, "");
    EXPECT_EQ(done.totals.lostWorkers, 2u);
    EXPECT_GE(done.totals.retried, 2u);
    EXPECT_EQ(bytes(), 3u); // it was run three times
}

TEST_F(Retries, aPoisonTaskIsGivenUpAndItsNeighboursAreNot)
{
    PoolOptions asked = options(Backend::Processes);
    asked.retries = 3;
    const Done done = runWith(asked, range(functions.killedAt(5), 30), 10);
    expectOnlyFailed(done, 30, {5}, "WorkerDied");
    EXPECT_EQ(done.totals.lostWorkers, 4u);
    EXPECT_EQ(done.failures.at(5).attempt, 3);
    EXPECT_NE(done.failures.at(5).error.text.find("It was tried 4 times."), std::string::npos)
        << done.failures.at(5).error.text;
}

TEST_F(Retries, aTimeoutIsRetriedToo)
{
    PoolOptions asked = options(Backend::Processes);
    asked.retries = 1;
    asked.taskTimeout = 150ms;
    const Done done = runWith(asked, range(limited.hangsAt(1), 6), 3);
    expectOnlyFailed(done, 6, {1}, "TaskTimeout");
    EXPECT_EQ(done.totals.lostWorkers, 2u);
}

TEST_F(Retries, anExceptionIsFinal)
{
    PoolOptions asked = options(Backend::Processes);
    asked.retries = 3;
    const Done done = runWith(asked, range(functions.throwsAt(7), 20), 5);
    expectOnlyFailed(done, 20, {7}, "std::invalid_argument");
    EXPECT_EQ(done.totals.retried, 0u);
    EXPECT_EQ(done.failures.at(7).attempt, 0);
}

TEST_F(MaxTasksPerChild, noWorkerRunsMoreAndNothingIsLost)
{
    for (const std::uint64_t chunksize : {1u, 2u, 5u, 100u}) {
        PoolOptions asked = options(Backend::Processes);
        asked.maxTasksPerChild = 3;
        const Done done = runWith(asked, range(functions.workerPid(), 20), chunksize);
        EXPECT_EQ(done.values.size(), 20u);
        EXPECT_TRUE(done.failures.empty());
        for (const auto& [pid, tasks] : byWorker(done)) {
            EXPECT_LE(tasks, 3) << "chunksize " << chunksize;
        }
        EXPECT_GE(byWorker(done).size(), 7u);
        EXPECT_EQ(done.totals.lostWorkers, 0u); // replaced, not lost
        EXPECT_EQ(done.totals.retried, 0u);
    }
}

TEST_F(MaxTasksPerChild, keepsTheOrderAndTheValues)
{
    PoolOptions asked = options(Backend::Processes);
    asked.maxTasksPerChild = 7;
    expectOnlyFailed(runWith(asked, range(functions.twice(), 100), 9), 100, {}, "");
}

TEST_F(WorkerMemory, aTaskThatGrowsWithoutEndIsStoppedAlone)
{
    PoolOptions asked = options(Backend::Processes);
    asked.workerMemory = std::uint64_t{64} << 20;
    const Done done = runWith(asked, range(limited.growsAt(4), 12), 3);
    if (sanitized) { // whose allocators end the process where others throw
        expectOnlyFailed(done, 12, {4}, "WorkerDied");
        return;
    }
    expectOnlyFailed(done, 12, {4}, "MemoryError");
    EXPECT_NE(done.failures.at(4).error.text.find("64 MiB"), std::string::npos);
    EXPECT_EQ(done.totals.lostWorkers, 0u); // it was replaced after the chunk
}

TEST_F(WorkerMemory, aWorkerThatHoldsTooMuchIsReplaced)
{
    PoolOptions asked = options(Backend::Processes, 1);
    asked.workerMemory = std::uint64_t{64} << 20;
    const Done done = runWith(asked, range(limited.leaks(8), 40), 1);
    EXPECT_EQ(done.values.size(), 40u);
    EXPECT_TRUE(done.failures.empty());
    EXPECT_GE(byWorker(done).size(), 4u); // 40 × 8 MiB, and no worker holds much more than 64
    EXPECT_EQ(done.totals.lostWorkers, 0u);
}

TEST_F(LimitTest, limitsThatCannotBeAreRefused)
{
    const auto refusal = [&](auto change, Backend backend = Backend::Processes) {
        PoolOptions asked = options(backend);
        change(asked);
        const auto checked = asked.check();
        return checked ? std::string("taken") : checked.error().path + ": " + checked.error().text;
    };
    EXPECT_EQ(refusal([](PoolOptions& o) { o.taskTimeout = -1s; }),
              "taskTimeout: taskTimeout must be from 0 (none) to a year, not -1000000000 ns.");
    EXPECT_EQ(refusal([](PoolOptions& o) { o.retries = -1; }),
              "retries: retries must be a whole number from 0 to 1000, not -1.");
    EXPECT_EQ(refusal([](PoolOptions& o) { o.workerMemory = 5; }).substr(0, 13), "workerMemory:");
    EXPECT_EQ(refusal([](PoolOptions& o) { o.retries = 3; }, Backend::Threads), "taken");
    for (const Backend backend : {Backend::Serial, Backend::Threads}) {
        EXPECT_NE(refusal([](PoolOptions& o) { o.taskTimeout = 1s; }, backend), "taken");
        EXPECT_NE(refusal([](PoolOptions& o) { o.maxTasksPerChild = 1; }, backend), "taken");
        EXPECT_NE(refusal([](PoolOptions& o) { o.workerMemory = 1 << 30; }, backend), "taken");
    }
}

} // namespace poolscope::test
