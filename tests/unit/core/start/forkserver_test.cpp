// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is promised of the server alone: its death costs nothing but time, and a machine that allows
// no copies is told of.

#include "acts.h"
#include "children.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <random>
#include <thread>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// The server: the one child beside those that are known.
pid_t serverBeside(const std::vector<pid_t>& known)
{
    for (const pid_t pid : children()) {
        if (std::find(known.begin(), known.end(), pid) == known.end()) {
            return pid;
        }
    }
    return -1;
}

/// Takes the CPU away from nobody: waits until the kernel says that the process has ended.
void killAndAwait(pid_t pid)
{
    siginfo_t info{};
    ::kill(pid, SIGKILL);
    ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT);
}

TEST(Forkserver, isExecedOnceForAllItsCopies)
{
    const auto before = children();
    Starter starter(StartMethod::Forkserver);
    EXPECT_EQ(children(), before); // none before it is needed
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ((*starter.start(act({"exit", "0"})))->wait().code, 0);
        EXPECT_EQ(children().size(), before.size() + 1);
    }
}

TEST(Forkserver, goesWithItsStarter)
{
    const auto before = children();
    const auto descriptors = openDescriptors();
    for (int i = 0; i < 20; ++i) {
        Starter starter(StartMethod::Forkserver);
        ASSERT_EQ((*starter.start(act({"exit", "0"})))->wait().code, 0);
    }
    EXPECT_EQ(children(), before);
    EXPECT_EQ(openDescriptors(), descriptors);
}

TEST(Forkserver, thatWasKilledIsReplacedAndItsCopiesLiveOn)
{
    Starter starter(StartMethod::Forkserver);
    Pipe pipe;
    SpawnRequest request = act({"wait", "3"});
    request.descriptors.emplace_back(pipe.read.get(), 3);
    const auto first = *starter.start(request);
    const pid_t server = serverBeside({first->pid()});
    ASSERT_GT(server, 1);
    killAndAwait(server);
    const auto second = starter.start(act({"exit", "7"}));
    ASSERT_TRUE(second) << second.error().text;
    EXPECT_EQ((*second)->wait().code, 7);
    EXPECT_EQ(starter.method(), StartMethod::Forkserver);
    EXPECT_NE(serverBeside({first->pid()}), server);
    EXPECT_FALSE(first->ended());
}

/// Kills the server again and again, at moments that nobody chose, until `over`. A copy that is not
/// `known` yet may be taken for the server: it dies like any worker.
int killServers(const std::atomic<bool>& over, const std::atomic<pid_t>& known)
{
    std::minstd_rand random(7);
    int killed = 0;
    while (!over) {
        // Ever more rarely, so that on a slow machine too some copies come to their end.
        const auto most =
            static_cast<std::uint64_t>(8'000'000) * static_cast<unsigned>(1 + killed / 20);
        const Nanos until = now() + static_cast<Nanos>(random() % most);
        while (now() < until) {
        }
        const pid_t server = serverBeside({known.load()});
        killed += server > 1 && ::kill(server, SIGKILL) == 0 ? 1 : 0;
    }
    return killed;
}

TEST(Forkserver, thatIsKilledAtAnyMomentLeavesNobodyBehind)
{
    const auto before = children();
    const auto descriptors = openDescriptors();
    int whole = 0;
    int killed = 0;
    {
        Starter starter(StartMethod::Forkserver);
        std::atomic<bool> over{false};
        std::atomic<pid_t> known{0};
        std::jthread killer([&] { killed = killServers(over, known); });
        for (int i = 0; i < 600; ++i) {
            auto child = starter.start(act({"exit", "5"}));
            if (child) {
                known = (*child)->pid();
                whole += (*child)->wait().code == 5 ? 1 : 0;
            }
        }
        over = true;
    }
    EXPECT_GT(killed, 0);
    EXPECT_GT(whole, 0);
    EXPECT_EQ(children(), before);
    EXPECT_EQ(openDescriptors(), descriptors);
}

TEST(Forkserver, ofAProgramThatDoesNotServeIsAnError)
{
    Starter starter(StartMethod::Forkserver);
    const auto child = starter.start({"/bin/true", {}, {}});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().text,
              "The worker program /bin/true ended when it was to start workers: a program that is "
              "its own worker begins its main with serveIfWorker.");
}

/// From here on clone3 fails with `reason` in this process and all that it starts.
bool forbidClone3(int reason)
{
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(reason)),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program{4, rules};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// What a Starter does on a machine without clone3: 0, or the number of the check that failed.
int startWithoutClone3()
{
    if (!forbidClone3(ENOSYS)) return 1;
    Starter starter(StartMethod::Forkserver);
    for (int i = 0; i < 3; ++i) {
        auto child = starter.start(act({"exit", "6"}));
        if (!child || (*child)->wait().code != 6) return 2;
    }
    if (starter.method() != StartMethod::Spawn) return 3;
    const std::string expected = "The start method forkserver is not possible on this machine "
                                 "(clone3: Function not implemented); workers are spawned instead.";
    return starter.remark() == expected ? (children().empty() ? 0 : 5) : 4;
}

TEST(Forkserver, isDoneWithoutWhereTheMachineRefusesIt)
{
    const pid_t there = ::fork();
    if (there == 0) {
        ::_exit(startWithoutClone3());
    }
    int status = 0;
    ::waitpid(there, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

} // namespace
} // namespace poolscope
