// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the workers of a pool come to be, and that a forkserver which dies takes nothing with it.

#include "tests/unit/core/pool/pool_test.h"

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poolscope::test {

namespace {

using std::filesystem::directory_iterator;

pid_t parentOf(const std::filesystem::path& process)
{
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t name = text.rfind(')');
    return name == std::string::npos ? 0
                                     : std::atoi(text.c_str() + std::min(name + 4, text.size()));
}

std::vector<pid_t> children()
{
    std::vector<pid_t> found;
    for (const auto& entry : directory_iterator("/proc")) {
        const int pid = std::atoi(entry.path().filename().c_str());
        if (pid > 0 && parentOf(entry.path()) == ::getpid()) {
            found.push_back(pid);
        }
    }
    return found;
}

std::ptrdiff_t openDescriptors()
{
    return std::distance(directory_iterator("/proc/self/fd"), directory_iterator());
}

/// The children that are no worker of the call's lanes: with forkserver, the server.
std::vector<pid_t> besideWorkers(const Call& call)
{
    std::vector<pid_t> others = children();
    for (const auto& lane : call.totals().lane) {
        std::erase(others, lane.pid);
    }
    return others;
}

/// Takes outcomes until every lane has had a worker of its own.
void untilAllWork(Call& call, Done& done, const Registry& registry)
{
    const auto missing = [&call] {
        const auto lanes = call.totals().lane;
        return std::any_of(lanes.begin(), lanes.end(),
                           [](const auto& lane) { return lane.items == 0; });
    };
    Outcomes outcomes;
    while (missing() && call.next(outcomes)) {
        take(done, outcomes, registry);
    }
}

bool forbidClone3()
{
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program{4, rules};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace

TEST_F(PoolTest, aPoolHasAServerOnlyWithForkserver)
{
    Pool pool(catalogue, options(Backend::Processes, 3));
    auto call = pool.start(range(functions.sleeps(1), 300), Api::Map, 1);
    ASSERT_TRUE(call);
    Done done;
    untilAllWork(**call, done, catalogue.registry());
    const bool forks = startMethodUnderTest() == StartMethod::Forkserver;
    EXPECT_EQ(besideWorkers(**call).size(), forks ? 1u : 0u);
    EXPECT_EQ(pool.startMethod(), startMethodUnderTest());
    EXPECT_EQ(pool.startRemark(), "");
}

TEST_F(PoolTest, poolsThatCameAndWentLeaveNothing)
{
    const auto descriptors = openDescriptors();
    const auto before = children();
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(run(Backend::Processes, range(functions.twice(), 40), 3).values.size(), 40u);
    }
    EXPECT_EQ(openDescriptors(), descriptors);
    EXPECT_EQ(children(), before);
}

TEST_F(PoolTest, aServerKilledInTheMiddleOfARunCostsNothing)
{
    Pool pool(catalogue, options(Backend::Processes, 2));
    auto call = pool.start(range(functions.sleeps(1), 400), Api::Map, 3);
    ASSERT_TRUE(call);
    Done done;
    untilAllWork(**call, done, catalogue.registry());
    for (const pid_t server : besideWorkers(**call)) {
        ::kill(server, SIGKILL);
    }
    Outcomes outcomes;
    while ((*call)->next(outcomes)) {
        take(done, outcomes, catalogue.registry());
    }
    EXPECT_EQ(done.values.size(), 400u);
    EXPECT_TRUE(done.inOrder);
    EXPECT_EQ((*call)->totals().lostWorkers, 0u);
}

TEST_F(PoolTest, workersLostWithTheirServerAreReplacedAllTheSame)
{
    Pool pool(catalogue, options(Backend::Processes, 2));
    auto call = pool.start(range(functions.sleeps(1), 400), Api::Map, 3);
    ASSERT_TRUE(call);
    Done done;
    untilAllWork(**call, done, catalogue.registry());
    for (const pid_t child : children()) {
        ::kill(child, SIGKILL);
    }
    Outcomes outcomes;
    while ((*call)->next(outcomes)) {
        take(done, outcomes, catalogue.registry());
    }
    EXPECT_EQ(done.outcomes, 400u);
    EXPECT_EQ((*call)->totals().lostWorkers, 2u);
    EXPECT_EQ(done.values.size() + done.failures.size(), 400u);
    EXPECT_LE(done.failures.size(), 2u);
    for (const auto& [item, failure] : done.failures) {
        EXPECT_NE(failure.error.text.find("signal 9 (SIGKILL)"), std::string::npos);
    }
}

TEST_F(PoolTest, aMachineThatForbidsCopiesIsToldOfAndServed)
{
    const pid_t there = ::fork(); // what forbids it stays for good
    if (there == 0) {
        if (!forbidClone3()) ::_exit(1);
        Pool pool(catalogue, options(Backend::Processes, 2));
        auto call = pool.start(range(functions.twice(), 100), Api::Map, 5);
        if (!call || finish(**call, catalogue.registry()).values.size() != 100) ::_exit(2);
        const bool asked = startMethodUnderTest() == StartMethod::Forkserver;
        if (pool.startMethod() != StartMethod::Spawn) ::_exit(3);
        ::_exit(pool.startRemark().empty() == asked ? 4 : 0);
    }
    int status = 0;
    ::waitpid(there, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

} // namespace poolscope::test
