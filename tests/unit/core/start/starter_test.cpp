// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "children.h"

#include <csignal>
#include <thread>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// A script that names the descriptors it has; only shell builtins, so that none is opened for it.
std::string listDescriptors()
{
    std::string script;
    for (int fd = 0; fd < 40; ++fd) {
        const std::string number = std::to_string(fd);
        script += "[ -e /proc/$$/fd/" + number + " ] && echo -n '" + number + " ';";
    }
    return script + "true";
}

/// The set behind `label` in a status file, without 32 and up: glibc keeps two of those to itself.
std::uint64_t signalsIn(const std::string& status, const std::string& label)
{
    const std::size_t at = status.find(label);
    if (at == std::string::npos) {
        return ~std::uint64_t{0};
    }
    return std::stoull(status.substr(at + label.size(), 16), nullptr, 16) & 0x7fffffff;
}

TEST(Starter, saysWhyAProgramCannotBeStarted)
{
    Starter starter;
    const auto child = starter.spawn({"/nowhere/poolscope-worker", {}, {}});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().kind, "OSError");
    EXPECT_EQ(child.error().text, "The worker program /nowhere/poolscope-worker cannot be started: "
                                  "No such file or directory.");
}

TEST(Starter, saysThatAFileIsNoProgram)
{
    Starter starter;
    const auto child = starter.spawn({"/etc/passwd", {}, {}});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().text,
              "The worker program /etc/passwd cannot be started: Permission denied.");
}

TEST(Starter, refusesADescriptorThatIsNotOpen)
{
    Starter starter;
    SpawnRequest request = shell("exit 0");
    request.descriptors.emplace_back(12345, 3);
    const auto child = starter.spawn(request);
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().kind, "OSError");
}

TEST(Starter, givesTheArgumentsAsTheyAre)
{
    Starter starter;
    EXPECT_EQ(saidBy(starter, {"/bin/echo", {"a b", "", "$HOME"}, {}}), "a b  $HOME\n");
}

TEST(Starter, givesTheChildOnlyTheNamedDescriptors)
{
    const Pipe inherited(0); // of a library that does not close on exec
    const Pipe given;
    Starter starter;
    SpawnRequest request = shell(listDescriptors());
    request.descriptors.emplace_back(given.write.get(), 5);
    EXPECT_EQ(saidBy(starter, request), "0 1 2 5 ");
}

TEST(Starter, keepsDescriptorsApartWhoseNumbersCollide)
{
    Pipe first;
    Pipe second;
    Starter starter;
    SpawnRequest request = shell("echo one >&" + std::to_string(second.write.get()) +
                                 "; echo two >&" + std::to_string(first.write.get()));
    request.descriptors.emplace_back(first.write.get(), second.write.get());
    request.descriptors.emplace_back(second.write.get(), first.write.get());
    auto child = starter.spawn(request);
    ASSERT_TRUE(child);
    first.write.reset();
    second.write.reset();
    EXPECT_EQ(readAll(first.read), "one\n");
    EXPECT_EQ(readAll(second.read), "two\n");
}

TEST(Starter, keepsADescriptorOpenUnderItsOwnNumber)
{
    Pipe pipe;
    Starter starter;
    const int number = pipe.write.get();
    SpawnRequest request = shell("echo here >&" + std::to_string(number));
    request.descriptors.emplace_back(number, number);
    auto child = starter.spawn(request);
    ASSERT_TRUE(child);
    pipe.write.reset();
    EXPECT_EQ(readAll(pipe.read), "here\n");
}

TEST(Starter, leavesNoDescriptorBehind)
{
    Starter starter;
    const auto before = openDescriptors();
    for (int i = 0; i < 200; ++i) {
        const Pipe pipe;
        SpawnRequest request{"/bin/true", {}, {{pipe.read.get(), 3}, {pipe.write.get(), 4}}};
        auto child = starter.spawn(request);
        ASSERT_TRUE(child);
        ASSERT_EQ((*child)->wait().code, 0);
        ASSERT_FALSE(starter.spawn({"/nowhere", {}, {{pipe.read.get(), 3}}}));
    }
    EXPECT_EQ(openDescriptors(), before);
}

TEST(Starter, startsTheChildWithDefaultSignalsAndOnlySigintBlocked)
{
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    ::pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
    const auto handler = std::signal(SIGTERM, SIG_IGN);
    Starter starter; // its thread takes the mask over
    const std::string said = saidBy(starter, {"/bin/cat", {"/proc/self/status"}, {}});
    std::signal(SIGTERM, handler);
    ::pthread_sigmask(SIG_UNBLOCK, &blocked, nullptr);
    EXPECT_EQ(signalsIn(said, "SigBlk:\t"), 1u << (SIGINT - 1));
    EXPECT_EQ(signalsIn(said, "SigIgn:\t"), 0u);
}

TEST(Starter, givesTheChildThePidToFollow)
{
    Starter starter;
    EXPECT_EQ(saidBy(starter, shell("echo $POOLSCOPE_PARENT")), std::to_string(::getpid()) + "\n");
}

TEST(Starter, refusesAProgramThatWasToBeAWorkerAndDoesNotServe)
{
    ::setenv("POOLSCOPE_PARENT", std::to_string(::getppid()).c_str(), 1);
    Starter starter;
    const auto child = starter.spawn(shell("exit 0"));
    ::setenv("POOLSCOPE_PARENT", "1", 1); // of another start: none of ours
    EXPECT_TRUE(starter.spawn(shell("exit 0")));
    ::unsetenv("POOLSCOPE_PARENT");
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().kind, "RuntimeError");
}

TEST(Starter, servesManyThreadsAtOnce)
{
    Starter starter;
    std::array<int, 8> codes{};
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            threads.emplace_back([&starter, &code = codes[i], i] {
                auto child = starter.spawn(shell("exit " + std::to_string(i)));
                code = child.ok() ? (*child)->wait().code : -1;
            });
        }
    }
    EXPECT_EQ(codes, (std::array<int, 8>{0, 1, 2, 3, 4, 5, 6, 7}));
}

} // namespace
} // namespace poolscope
