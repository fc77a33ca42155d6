// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a failure tells of its worker is true: the tasks say themselves who ran them.

#include "tests/unit/core/pool/calls.h"
#include "tests/unit/core/pool/limits_test.h"

#include <csignal>

namespace poolscope::test {

namespace {

std::string whoRunsThis()
{
    return std::to_string(currentWorker().index) + " " + std::to_string(::getpid());
}

std::string whoIsTold(const Failure& failure)
{
    return std::to_string(failure.worker) + " " + std::to_string(failure.pid);
}

/// Fails with who ran it, when so many run: then each of so many workers has one.
std::int64_t failTogether(std::int64_t x, std::int64_t together, const std::string& path)
{
    std::ofstream(path, std::ios::app).put('x');
    while (std::filesystem::file_size(path) < static_cast<std::uintmax_t>(together)) {
        std::this_thread::yield();
    }
    return x >= 0 ? throw TaskError("Told", whoRunsThis()) : x;
}

/// Writes down who runs it, and dies.
std::int64_t dieAt(std::int64_t x, std::int64_t at, const std::string& path)
{
    if (x == at) {
        std::ofstream(path) << whoRunsThis();
        ::raise(SIGKILL);
    }
    return 2 * x;
}

struct ToldFunctions {
    explicit ToldFunctions(Catalogue& catalogue)
        : fail(catalogue.add("told", "failTogether", &failTogether,
                             Keyword<std::int64_t>{"together", 1},
                             Keyword<std::string>{"path", ""})),
          die(catalogue.add("told", "dieAt", &dieAt, Keyword<std::int64_t>{"at", -1},
                            Keyword<std::string>{"path", ""}))
    {}
    std::function<Made(std::int64_t, std::string)> fail;
    std::function<Made(std::int64_t, std::string)> die;
};

} // namespace

void addToldFunctions(Catalogue& catalogue) { ToldFunctions{catalogue}; }

class Told : public LimitTest, public ::testing::WithParamInterface<Backend> {
protected:
    ToldFunctions told{catalogue};
};
using ToldOfTheDead = Told;

INSTANTIATE_TEST_SUITE_P(Pool, Told,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         backendTestName);
INSTANTIATE_TEST_SUITE_P(Pool, ToldOfTheDead, ::testing::Values(Backend::Processes),
                         backendTestName);

TEST_P(Told, theWorkerOfAFailureIsTheOneThatRanIt)
{
    const std::int64_t workers = GetParam() == Backend::Serial ? 1 : 2;
    const Done done = run(GetParam(), range(told.fail(workers, file), 20), 1, Api::Map,
                          static_cast<int>(workers));
    ASSERT_EQ(done.failures.size(), 20u);
    std::set<int> seen;
    for (const auto& [item, failure] : done.failures) {
        EXPECT_EQ(failure.error.text, whoIsTold(failure));
        seen.insert(failure.worker);
    }
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(workers));
}

TEST_P(ToldOfTheDead, theWorkerAndThePidAreThoseOfTheOneThatDied)
{
    for (const Transport transport : {Transport::Ring, Transport::Pipe}) {
        PoolOptions asked = options(GetParam(), 3);
        asked.transport = transport;
        const Done done = runWith(asked, range(told.die(17, file), 60), 4);
        expectOnlyFailed(done, 60, {17}, "WorkerDied");
        const Failure& failure = done.failures.at(17);
        std::string wrote;
        std::getline(std::ifstream(file), wrote);
        EXPECT_EQ(whoIsTold(failure), wrote);
        EXPECT_NE(failure.error.text.find("(pid " + std::to_string(failure.pid) + ")"),
                  std::string::npos);
        for (const LaneEvent& event : done.feed.events) {
            if (event.kind == LaneEvent::Kind::Died) {
                EXPECT_EQ(std::to_string(event.worker) + " " + std::to_string(event.pid), wrote);
            }
        }
    }
}

} // namespace poolscope::test
