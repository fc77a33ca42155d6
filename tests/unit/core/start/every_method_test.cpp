// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is promised of a process that a Starter starts, by every start method.

#include "acts.h"
#include "children.h"

#include <csignal>
#include <thread>

#include <sys/wait.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

class EveryMethod : public ::testing::TestWithParam<StartMethod> {
protected:
    std::unique_ptr<Child> started(const SpawnRequest& request)
    {
        auto child = starter.start(request);
        EXPECT_TRUE(child.ok()) << child.error().text;
        return child.ok() ? *std::move(child) : nullptr;
    }
    std::string said(SpawnRequest request)
    {
        Pipe pipe;
        request.descriptors.emplace_back(pipe.write.get(), 1);
        const auto child = started(request);
        pipe.write.reset();
        return child ? readAll(pipe.read) : std::string();
    }

    Starter starter{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Start, EveryMethod,
                         ::testing::Values(StartMethod::Spawn, StartMethod::Forkserver),
                         [](const auto& param) { return nameOf(param.param); });

TEST_P(EveryMethod, isTheOneInUse)
{
    EXPECT_EQ(started(act({"exit", "0"}))->wait().code, 0);
    EXPECT_EQ(starter.method(), GetParam());
    EXPECT_EQ(starter.remark(), "");
    EXPECT_EQ(startMethodNamed(nameOf(GetParam())), GetParam());
}

TEST_P(EveryMethod, tellsTheExitCode)
{
    for (const int code : {0, 1, 3, 255}) {
        const ExitStatus status = started(act({"exit", std::to_string(code)}))->wait();
        EXPECT_EQ(status.code, code);
        EXPECT_EQ(status.signal, 0);
    }
}

TEST_P(EveryMethod, tellsTheSignalThatEndedTheProcess)
{
    for (const int signal : {SIGKILL, SIGSEGV, SIGTERM, SIGABRT}) {
        EXPECT_EQ(started(act({"raise", std::to_string(signal)}))->wait().signal, signal);
    }
}

TEST_P(EveryMethod, tellsTheSignalOfOneThatWasKilledFromOutside)
{
    Pipe pipe;
    SpawnRequest request = act({"wait", "3"});
    request.descriptors.emplace_back(pipe.read.get(), 3);
    const auto child = started(request);
    ::kill(child->pid(), SIGTERM); // its pid is the one that it has
    EXPECT_EQ(child->wait().signal, SIGTERM);
}

TEST_P(EveryMethod, makesAChildOfThisProcess)
{
    EXPECT_EQ(said(act({"parent"})), std::to_string(::getpid()));
}

TEST_P(EveryMethod, givesTheProcessOnlyTheNamedDescriptors)
{
    const Pipe inherited(0); // of a library that does not close on exec
    const Pipe given;
    SpawnRequest request = act({"descriptors"});
    request.descriptors.emplace_back(given.write.get(), 5);
    EXPECT_EQ(said(request), "0 1 2 5 ");
    request.descriptors.emplace_back(given.read.get(), 300);
    EXPECT_EQ(said(request), "0 1 2 5 300 ");
}

TEST_P(EveryMethod, keepsDescriptorsApartWhoseNumbersCollide)
{
    Pipe first;
    Pipe second;
    for (const auto& [word, number] :
         {std::pair("one", second.write.get()), std::pair("two", first.write.get())}) {
        SpawnRequest request = act({"say", std::to_string(number), word});
        request.descriptors.emplace_back(first.write.get(), second.write.get());
        request.descriptors.emplace_back(second.write.get(), first.write.get());
        EXPECT_EQ(started(request)->wait().code, 0);
    }
    first.write.reset();
    second.write.reset();
    EXPECT_EQ(readAll(first.read), "one");
    EXPECT_EQ(readAll(second.read), "two");
}

TEST_P(EveryMethod, refusesADescriptorThatIsNotOpen)
{
    SpawnRequest request = act({"exit", "0"});
    request.descriptors.emplace_back(12345, 3);
    const auto child = starter.start(request);
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().kind, "OSError");
    EXPECT_EQ(started(act({"exit", "4"}))->wait().code, 4);
}

TEST_P(EveryMethod, givesMoreThanOnePacketHolds)
{
    const Pipe pipe;
    SpawnRequest request = act({"descriptors"});
    std::string expected = "0 1 2 ";
    for (int fd = 10; fd < 40; ++fd) {
        request.descriptors.emplace_back(pipe.read.get(), fd);
        expected += std::to_string(fd) + ' ';
    }
    EXPECT_EQ(said(request), expected);
    EXPECT_EQ(said(act({"say", "1", std::string(100'000, 'x')})), std::string(100'000, 'x'));
    EXPECT_EQ(starter.method(), GetParam());
}

TEST_P(EveryMethod, leavesSigintAndSigpipeIgnoredAndNothingBlocked)
{
    const std::string status = said(act({"file", "/proc/self/status"}));
    const auto signals = [&](const std::string& label) {
        return std::stoull(status.substr(status.find(label) + label.size(), 16), nullptr, 16) &
               0x7fffffff;
    };
    EXPECT_EQ(signals("SigBlk:\t"), 0u);
    EXPECT_EQ(signals("SigIgn:\t"), (1u << (SIGINT - 1)) | (1u << (SIGPIPE - 1)));
    EXPECT_EQ(signals("SigPnd:\t"), 0u);
}

TEST_P(EveryMethod, letsTheProcessUseThreadsAndOwnMutexes)
{
    EXPECT_EQ(started(act({"threads"}))->wait().code, 0);
}

TEST_P(EveryMethod, leavesNoDescriptorAndNoProcessBehind)
{
    started(act({"exit", "0"}))->wait(); // the server comes with the first
    const auto descriptors = openDescriptors();
    const auto before = children();
    for (int i = 0; i < 200; ++i) {
        const Pipe pipe;
        SpawnRequest request = act({"exit", "0"});
        request.descriptors = {{pipe.read.get(), 3}, {pipe.write.get(), 4}};
        ASSERT_EQ(started(request)->wait().code, 0);
    }
    EXPECT_EQ(openDescriptors(), descriptors);
    EXPECT_EQ(children(), before);
}

TEST_P(EveryMethod, servesManyThreadsAtOnce)
{
    std::array<int, 8> codes{};
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            threads.emplace_back([this, &code = codes[i], i] {
                const auto child = started(act({"exit", std::to_string(i)}));
                code = child ? child->wait().code : -1;
            });
        }
    }
    EXPECT_EQ(codes, (std::array<int, 8>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST_P(EveryMethod, doesNotEndTheProcessWithTheThreadThatAskedForIt)
{
    Pipe pipe;
    SpawnRequest request = act({"wait", "3"});
    request.descriptors.emplace_back(pipe.read.get(), 3);
    std::unique_ptr<Child> child;
    std::thread([&] { child = started(request); }).join();
    EXPECT_EQ(started(act({"exit", "0"}))->wait().code, 0);
    EXPECT_FALSE(child->ended());
    pipe.read.reset();
    pipe.write.reset(); // now it may
    EXPECT_EQ(child->wait().code, 0);
}

TEST_P(EveryMethod, endsWithAParentThatIsKilled)
{
    Pipe alive; // its end comes when the parent, its server and its children have gone
    Pipe ready;
    Starter outer(StartMethod::Spawn); // a program of its own: a copy of ours lacks our threads
    SpawnRequest request = act({"family", nameOf(GetParam())});
    request.descriptors = {{alive.write.get(), 3}, {ready.write.get(), 4}};
    const auto parent = outer.start(request);
    ASSERT_TRUE(parent);
    alive.write.reset();
    ready.write.reset();
    char word = 0;
    ASSERT_EQ(::read(ready.read.get(), &word, 1), 1);
    (*parent)->signal(SIGKILL);
    EXPECT_EQ(readAll(alive.read), ""); // hangs here if one of them lived on
    EXPECT_EQ((*parent)->wait().signal, SIGKILL);
}

TEST_P(EveryMethod, saysThatAProgramIsNotThere)
{
    const auto child = starter.start({"/nowhere/poolscope-worker", {}, {}});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().text, "The worker program /nowhere/poolscope-worker cannot be started: "
                                  "No such file or directory.");
}

} // namespace
} // namespace poolscope
