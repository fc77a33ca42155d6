// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A function of the catalogue in a process of its own.

#include "by_hand.h"

#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace poolscope {
namespace {

using namespace std::chrono_literals;

TEST_F(ByHand, aProcessEndsWithItsCode)
{
    for (const int code : {0, 3, 255}) {
        const auto process = started(roles.exits(), std::int64_t{code});
        EXPECT_TRUE(process->join());
        EXPECT_EQ(process->exitCode(), code);
        EXPECT_FALSE(process->isAlive());
    }
}

TEST_F(ByHand, aSignalIsANegativeExitCode)
{
    const auto process = started(roles.raises(), std::int64_t{SIGSEGV});
    process->join();
    EXPECT_EQ(process->exitCode(), -SIGSEGV);
}

TEST_F(ByHand, terminateAndKillEndIt)
{
    const auto pipe = *Pipe::make();
    const auto first = started(roles.waits(), pipe.second);
    EXPECT_TRUE(first->isAlive());
    EXPECT_EQ(first->exitCode(), std::nullopt);
    first->terminate();
    first->join();
    EXPECT_EQ(first->exitCode(), -SIGTERM);
    const auto second = started(roles.waits(), pipe.second);
    second->kill();
    second->join();
    EXPECT_EQ(second->exitCode(), -SIGKILL);
}

TEST_F(ByHand, joinKeepsToItsTime)
{
    auto pipe = *Pipe::make();
    const auto process = started(roles.waits(), pipe.second);
    EXPECT_FALSE(process->join(0ns));
    EXPECT_FALSE(process->join(5ms));
    EXPECT_TRUE(process->isAlive());
    ASSERT_TRUE(pipe.first.sendBytes("go"));
    EXPECT_TRUE(process->join());
    EXPECT_TRUE(process->join(0ns));
    EXPECT_EQ(process->exitCode(), 0);
}

TEST_F(ByHand, theSentinelCanBeReadAtTheEnd)
{
    auto pipe = *Pipe::make();
    const auto process = started(roles.waits(), pipe.second);
    pollfd entry{process->sentinel(), POLLIN, 0};
    EXPECT_EQ(::poll(&entry, 1, 0), 0);
    ASSERT_TRUE(pipe.first.sendBytes("go"));
    EXPECT_EQ(::poll(&entry, 1, -1), 1);
    EXPECT_FALSE(process->isAlive());
}

TEST_F(ByHand, aProcessHasANameAndAPid)
{
    Process named(starter, catalogue, roles.exits(), std::int64_t{0}, {"Clerk", ""});
    EXPECT_EQ(named.name(), "Clerk");
    EXPECT_EQ(named.pid(), 0);
    EXPECT_EQ(named.sentinel(), -1);
    EXPECT_FALSE(named.isAlive());
    EXPECT_FALSE(named.join());
    EXPECT_EQ(named.exitCode(), std::nullopt);
    ASSERT_TRUE(named.start());
    EXPECT_GT(named.pid(), 1);
    EXPECT_EQ(Process(starter, catalogue, roles.exits(), std::int64_t{0}).name(), "exits");
}

TEST_F(ByHand, aProcessIsStartedOnce)
{
    const auto process = started(roles.exits(), std::int64_t{0});
    const auto again = process->start();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, "AssertionError");
}

/// What is written to standard error while `run` runs.
template <class Run> std::string errorsOf(Run run)
{
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const Descriptor read(ends[0]);
    Descriptor write(ends[1]);
    const Descriptor before(::dup(2));
    ::dup2(write.get(), 2);
    run();
    ::dup2(before.get(), 2);
    write.reset();
    std::string text(4096, '\0');
    const ssize_t count = ::read(read.get(), text.data(), text.size());
    text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return text;
}

TEST_F(ByHand, aFunctionThatThrowsEndsWithOneAndSaysWhy)
{
    const std::string said = errorsOf([this] {
        const auto process = started(roles.throws(), std::string("not today"));
        process->join();
        EXPECT_EQ(process->exitCode(), 1);
    });
    const std::string wanted = "Process throws:\nstd::invalid_argument: not today\n  thrown at ";
    EXPECT_TRUE(said.starts_with(wanted)) << said;
}

TEST_F(ByHand, aFunctionThatThrowsSomethingOddEndsWithOne)
{
    const std::string said = errorsOf([this] {
        const auto process = started(roles.throwsOdd(), std::int64_t{7});
        process->join();
        EXPECT_EQ(process->exitCode(), 1);
    });
    EXPECT_TRUE(said.starts_with("Process throwsOdd:\nint: The task threw a int, which carries no "
                                 "message.\n  thrown at "))
        << said;
}

TEST_F(ByHand, anArgumentThatDoesNotFitIsToldByTheProcess)
{
    const std::string said = errorsOf([this] {
        const auto process = started(roles.exits(), std::string("three"));
        process->join();
        EXPECT_EQ(process->exitCode(), 1);
    });
    EXPECT_TRUE(said.starts_with("Process exits:\nUnpicklingError: ")) << said;
}

/// What cannot travel at all.
struct Deed {
    std::int64_t id = 0;
    Process* process = nullptr;
};

auto describe(Type<Deed> type)
{
    return type.named("tests", "Deed").field("id", &Deed::id).field("process", &Deed::process);
}

TEST_F(ByHand, anArgumentThatCannotBePickledIsRefusedWithItsPath)
{
    Process process(starter, catalogue, roles.exits(), Deed{});
    const auto done = process.start();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, "PicklingError");
    EXPECT_EQ(done.error().path, "argument.process");
    EXPECT_FALSE(process.isAlive());
}

TEST_F(ByHand, aProgramThatIsNotThereIsAnError)
{
    Process process(starter, catalogue, roles.exits(), std::int64_t{0}, {"", "/nowhere/at/all"});
    const auto done = process.start();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, "OSError");
}

TEST_F(ByHand, aProcessHasOnlyTheDescriptorsOfItsArgument)
{
    const auto other = *Pipe::make();
    auto pipe = *Pipe::make();
    const auto process = started(roles.lists(), pipe.second);
    EXPECT_EQ(*pipe.first.recv<std::string>(), "0 1 2 4 ");
}

TEST_F(ByHand, processesThatCameAndWentLeaveNothing)
{
    const auto before = openDescriptors();
    for (int i = 0; i < 100; ++i) {
        auto pipe = *Pipe::make();
        const auto process = started(roles.waits(), pipe.second);
        const int pid = process->pid();
        if (i % 2 == 0) {
            ASSERT_TRUE(pipe.first.sendBytes(""));
            ASSERT_TRUE(process->join());
            EXPECT_NE(::kill(pid, 0), 0); // reaped
        }
    }
    EXPECT_EQ(openDescriptors(), before);
}

} // namespace
} // namespace poolscope
