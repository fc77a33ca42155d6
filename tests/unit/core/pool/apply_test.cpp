// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// apply() where the caller runs the lane itself: it must notice all that the lane's thread would.

#include "tests/unit/core/pool/calls.h"

#include <csignal>

namespace poolscope::test {

namespace {

/// An argument whose pickling calls the pool that is about to send it.
struct Nested {
    std::int64_t id = 0;
    static Pool*& pool()
    {
        static Pool* pool = nullptr;
        return pool;
    }
};

std::int64_t nestedState(const Nested& nested);
void setNestedState(Nested& nested, std::int64_t id) { nested.id = id; }

auto describe(Type<Nested> type)
{
    return type.named("tests", "Nested").getState(&nestedState).setState(&setNestedState);
}

std::int64_t idOf(const Nested& nested) { return nested.id; }

struct ApplyFunctions {
    explicit ApplyFunctions(Catalogue& catalogue)
        : idOf(catalogue.add("apply", "idOf", &test::idOf)),
          dies(catalogue.add("apply", "dies", &die)),
          twice(catalogue.add("apply", "twice", &test::twice))
    {}
    static std::int64_t die(std::int64_t signal)
    {
        std::raise(static_cast<int>(signal));
        return signal;
    }
    Function<std::int64_t (*)(const Nested&)> idOf;
    Function<std::int64_t (*)(std::int64_t)> dies;
    Function<std::int64_t (*)(std::int64_t)> twice;
};

/// For the hook, which has no other way to them.
const ApplyFunctions*& functionsOfHook()
{
    static const ApplyFunctions* functions = nullptr;
    return functions;
}

std::int64_t nestedState(const Nested& nested)
{
    return Nested::pool() == nullptr ? nested.id
                                     : Nested::pool()->apply(functionsOfHook()->twice, nested.id);
}

} // namespace

void addApplyFunctions(Catalogue& catalogue) { ApplyFunctions{catalogue}; }

class Apply : public Calls {
protected:
    ~Apply() override { Nested::pool() = nullptr; }
    /// The pid of a worker that is there and has nothing to do.
    int restingWorker() { return static_cast<int>(served.apply(f.pid, 0)); }

    ApplyFunctions more{catalogue};
    Pool served{catalogue, options()}; // made when the catalogue is complete
};

INSTANTIATE_TEST_SUITE_P(Pool, Apply,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

class ApplyToProcesses : public Apply {};

INSTANTIATE_TEST_SUITE_P(Pool, ApplyToProcesses, ::testing::Values(Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

TEST_P(Apply, backToBackGivesEachItsOwnResult)
{
    for (std::int64_t x = 0; x < 3000; ++x) {
        ASSERT_EQ(served.apply(f.twice, x), 2 * x);
    }
}

TEST_P(Apply, ofManyThreadsBesideAMapGoesOn)
{
    std::atomic<int> good{0};
    {
        std::vector<std::jthread> callers;
        for (int i = 0; i < 4; ++i) {
            callers.emplace_back([&] {
                for (std::int64_t x = 0; x < 500; ++x) {
                    good += served.apply(f.twice, x) == 2 * x ? 1 : 0;
                }
            });
        }
        for (int i = 0; i < 20; ++i) {
            EXPECT_EQ(served.map(f.twice, range(300), 1), loop(300, twice));
        }
    }
    EXPECT_EQ(good, 4 * 500);
}

TEST_P(Apply, leavesTheLaneToItsThreadForCallsThatComeMeanwhile)
{
    const Gate gate;
    std::jthread waits([&] { EXPECT_EQ(served.apply(f.held(gate.path()), 1), 1); });
    const auto behind = served.mapAsync(f.twice, range(100), 1); // all of it, on the other worker
    if (GetParam() == Backend::Serial) {
        gate.open();
    }
    EXPECT_EQ(behind.get(), loop(100, twice));
    gate.open();
    waits.join();
    EXPECT_EQ(served.map(f.twice, range(100), 1), loop(100, twice));
}

TEST_P(ApplyToProcesses, duringWhichThePoolIsTerminatedSaysSo)
{
    EXPECT_EQ(served.apply(f.twice, 1), 2); // a worker rests now
    const Sign sign;
    std::jthread waits(
        [&] { EXPECT_THROW(served.apply(f.lingers(sign.path()), 600'000), PoolClosed); });
    sign.await();
    served.terminate();
}

TEST_P(ApplyToProcesses, whoseTaskTakesItsWorkerWithItFailsAloneAndTheNextFindsAnother)
{
    for (int i = 0; i < 30; ++i) {
        EXPECT_EQ(served.apply(f.twice, i), 2 * i);
        try {
            served.apply(more.dies, SIGKILL);
            ADD_FAILURE() << "it lived";
        } catch (const TaskFailed& failed) {
            EXPECT_EQ(failed.kind(), "WorkerDied");
        }
    }
}

TEST_P(ApplyToProcesses, neverFailsForAWorkerThatDiedWhileItRested)
{
    for (std::int64_t x = 0; x < 100; ++x) {
        ::kill(restingWorker(), SIGKILL);
        ASSERT_EQ(served.apply(f.twice, x), 2 * x);
    }
}

TEST_P(ApplyToProcesses, endsAtItsTimeoutAlsoWhenItsCallerRunsTheLane)
{
    PoolOptions limited = options();
    limited.taskTimeout = std::chrono::milliseconds(50);
    Pool other(catalogue, limited);
    EXPECT_EQ(other.apply(f.twice, 1), 2);
    try {
        other.apply(f.sleeps, 600'000);
        ADD_FAILURE() << "it ended by itself";
    } catch (const TaskFailed& failed) {
        EXPECT_EQ(failed.kind(), "TaskTimeout") << failed.what();
    }
    EXPECT_EQ(other.apply(f.twice, 3), 6);
}

TEST_P(ApplyToProcesses, ofAWorkerThatIsReplacedAfterEachTaskGoesOn)
{
    PoolOptions limited = options();
    limited.maxTasksPerChild = 1;
    Pool other(catalogue, limited);
    std::int64_t last = 0;
    for (int i = 0; i < 10; ++i) {
        const std::int64_t pid = other.apply(f.pid, 0);
        EXPECT_NE(pid, last);
        last = pid;
    }
}

TEST_P(ApplyToProcesses, inAHookOfAnArgumentThatIsBeingPickledFindsAnotherLane)
{
    functionsOfHook() = &more;
    EXPECT_EQ(served.map(f.twice, range(4), 1), loop(4, twice)); // both workers are there
    Nested::pool() = &served;
    // Serialized twice (once to see whether it can travel, or not): each asks the served.
    EXPECT_EQ(served.apply(more.idOf, Nested{21}), 42);
    Nested::pool() = nullptr;
}

} // namespace poolscope::test
