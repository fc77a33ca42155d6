// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a pool of processes promises when something dies or cannot travel (BEHAVIOUR: the failure table).

#include "tests/unit/core/pool/pool_test.h"

#include <csignal>
#include <set>

namespace poolscope::test {

namespace {

/// All of 0 … items-1 doubled, but those.
void expectDoubledBut(const Done& done, std::int64_t items, const std::set<std::int64_t>& missing)
{
    std::vector<Integer> expected;
    for (std::int64_t x = 0; x < items; ++x) {
        if (!missing.contains(x)) {
            expected.push_back(Integer(2 * x));
        }
    }
    EXPECT_EQ(done.values, expected);
}

} // namespace

TEST_F(PoolTest, aKilledWorkerCostsTheTaskItRanAndIsReplaced)
{
    for (const std::uint64_t chunksize : {1u, 7u, 100u}) {
        const Done done = run(Backend::Processes, range(functions.killedAt(5), 100), chunksize);
        ASSERT_EQ(done.failures.size(), 1u);
        const Error& error = done.failures.at(5).error;
        EXPECT_EQ(error.kind, "WorkerDied");
        EXPECT_NE(error.text.find("signal 9 (SIGKILL)"), std::string::npos) << error.text;
        EXPECT_NE(error.text.find("task 5"), std::string::npos) << error.text;
        expectDoubledBut(done, 100, {5});
        EXPECT_EQ(done.totals.lostWorkers, 1u);
    }
}

TEST_F(PoolTest, aKilledWorkersLastAnswersAreReadBeforeTheLedgerIsAsked)
{
    // Small chunks, several in flight: the worker dies while the next are being sent to it.
    for (int i = 0; i < 80; ++i) {
        PoolOptions asked = options(Backend::Processes);
        asked.transport = i % 2 == 0 ? Transport::Ring : Transport::Pipe;
        const Done done = runWith(asked, range(functions.killedAt(30), 60), 1);
        ASSERT_EQ(done.failures.size(), 1u);
        ASSERT_EQ(done.failures.begin()->first, 30u);
        ASSERT_EQ(done.totals.lostWorkers, 1u) << "task 30 was run twice";
    }
}

TEST_F(PoolTest, finishedTasksWhoseResultsWereLostAreRunAgainAndCounted)
{
    const Done done = run(Backend::Processes, range(functions.killedAt(5), 100), 100);
    EXPECT_EQ(done.totals.retried, 5u); // 0 to 4 had run, their results had not left the worker
    std::size_t died = 0;
    for (const auto& event : done.feed.events) {
        if (event.kind == LaneEvent::Kind::Died) {
            ++died;
            EXPECT_EQ(event.item, 5);
            EXPECT_EQ(event.retried, 5u);
            EXPECT_EQ(event.signal, SIGKILL);
        }
    }
    EXPECT_EQ(died, 1u);
}

TEST_F(PoolTest, aWorkerThatExitsIsNamedWithItsCode)
{
    const Done done = run(Backend::Processes, range(functions.exitsAt(3), 40), 4);
    ASSERT_EQ(done.failures.size(), 1u);
    EXPECT_NE(done.failures.at(3).error.text.find("exit code 0"), std::string::npos);
    expectDoubledBut(done, 40, {3});
}

TEST_F(PoolTest, aWorkerKilledFromOutsideLosesAtMostTheTaskItRan)
{
    Pool pool(catalogue, options(Backend::Processes, 2));
    auto call = pool.start(range(functions.sleeps(2), 200), Api::Map, 10);
    ASSERT_TRUE(call);
    Outcomes outcomes;
    Done done;
    ASSERT_TRUE((*call)->next(outcomes));
    take(done, outcomes, catalogue.registry());
    const int victim = (*call)->totals().lane[0].pid;
    ASSERT_GT(victim, 1);
    ::kill(victim, SIGKILL);
    while ((*call)->next(outcomes)) {
        take(done, outcomes, catalogue.registry());
    }
    EXPECT_EQ(done.outcomes, 200u);
    EXPECT_LE(done.failures.size(), 1u);
    EXPECT_EQ((*call)->totals().lostWorkers, 1u);
}

TEST_F(PoolTest, aFunctionThatCannotTravelIsRefusedBeforeAnythingStarts)
{
    const auto bound = catalogue.addMethod("twice", &BoundHolder::twice);
    Pool pool(catalogue, options(Backend::Processes));
    auto call = pool.start(range(bound(BoundHolder{&pool}), 10));
    ASSERT_FALSE(call);
    EXPECT_EQ(call.error().kind, "PicklingError");
    EXPECT_EQ(call.error().path, "task[3][0][0](bound method BoundHolder.twice).__self__.pool");
    EXPECT_NE(call.error().text.find("Pool objects cannot be passed between processes or pickled"),
              std::string::npos);
}

TEST_F(PoolTest, anArgumentThatCannotBePickledFailsAlone)
{
    std::vector<Fragile> items(20);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].id = static_cast<std::int64_t>(2 * i);
    }
    items[0].holder = items[8].holder = items[9].holder = items[19].holder = Holder{};
    auto work = std::make_shared<Work>(*range(functions.idOf(), 0));
    work->input = vectorInput(items);
    const Done done = run(Backend::Processes, work, 6);
    expectDoubledBut(done, 20, {0, 8, 9, 19});
    ASSERT_EQ(done.failures.size(), 4u);
    EXPECT_EQ(done.failures.at(8).error.kind, "PicklingError");
    EXPECT_EQ(done.failures.at(8).error.path, "task[3][0][1][2].holder.pool");
    EXPECT_EQ(done.totals.done, 20u);
}

TEST_F(PoolTest, aResultThatCannotBePickledFailsAlone)
{
    const Done done = run(Backend::Processes, range(functions.poolAt(4), 10), 3);
    ASSERT_EQ(done.failures.size(), 1u);
    EXPECT_EQ(done.failures.at(4).error.kind, "PicklingError");
    EXPECT_EQ(done.failures.at(4).error.path, "result.holder.pool");
    EXPECT_EQ(done.outcomes, 10u);
}

TEST_F(PoolTest, resultsLargerThanAnyBufferArriveWhole)
{
    auto work = std::make_shared<Work>(*range(functions.big(), 0));
    work->input = vectorInput(std::vector<std::int64_t>{1, 300'000, 5'000'000, 70'000, 20'000'000});
    Pool pool(catalogue, options(Backend::Processes));
    auto call = pool.start(work, Api::Map, 2);
    ASSERT_TRUE(call);
    std::vector<std::size_t> sizes;
    Outcomes outcomes;
    while ((*call)->next(outcomes)) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            Document document;
            sizes.push_back(
                outcomes.results->reduce(i, document, catalogue.registry())->text().size());
        }
    }
    EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 300'000, 5'000'000, 70'000, 20'000'000}));
}

TEST_F(PoolTest, aWorkerProgramThatIsNotThereIsAnErrorAtOnce)
{
    PoolOptions wrong = options(Backend::Processes);
    wrong.workerProgram = "/nowhere/poolscope-worker";
    Pool pool(catalogue, wrong);
    auto call = pool.start(range(functions.twice(), 3));
    ASSERT_FALSE(call);
    EXPECT_EQ(call.error().kind, "OSError");
}

TEST_F(PoolTest, aProgramThatIsNoWorkerFailsItsTasksRatherThanHang)
{
    PoolOptions wrong = options(Backend::Processes);
    wrong.workerProgram = "/bin/true";
    Pool pool(catalogue, wrong);
    auto call = pool.start(range(functions.twice(), 5), Api::Map, 2);
    ASSERT_TRUE(call);
    const Done done = finish(**call, catalogue.registry());
    EXPECT_EQ(done.failures.size(), 5u);
}

TEST_F(PoolTest, workersStayFromCallToCall)
{
    Pool pool(catalogue, options(Backend::Processes, 1));
    std::set<std::string> pids;
    for (int i = 0; i < 3; ++i) {
        auto call = pool.start(range(functions.workerPid(), 4), Api::Map, 1);
        ASSERT_TRUE(call);
        for (const auto& pid : finish(**call, catalogue.registry()).values) {
            pids.insert(pid.toString());
        }
    }
    EXPECT_EQ(pids.size(), 1u);
}

} // namespace poolscope::test
