// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "children.h"

#include <csignal>

#include <poll.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

std::unique_ptr<Child> started(Starter& starter, const std::string& script)
{
    auto child = starter.spawn(shell(script));
    EXPECT_TRUE(child.ok());
    return child.ok() ? *std::move(child) : nullptr;
}

TEST(Child, tellsItsExitCode)
{
    Starter starter;
    const auto child = started(starter, "exit 3");
    const ExitStatus status = child->wait();
    EXPECT_EQ(status.code, 3);
    EXPECT_EQ(status.signal, 0);
}

TEST(Child, tellsTheSignalThatEndedIt)
{
    Starter starter;
    const auto child = started(starter, "kill -9 $$");
    const ExitStatus status = child->wait();
    EXPECT_EQ(status.code, 0);
    EXPECT_EQ(status.signal, SIGKILL);
}

TEST(Child, answersTheSameAgainOnceItHasEnded)
{
    Starter starter;
    const auto child = started(starter, "exit 5");
    child->wait();
    EXPECT_EQ(child->wait().code, 5);
    ASSERT_TRUE(child->ended());
    EXPECT_EQ(child->ended()->code, 5);
}

TEST(Child, hasNotEndedWhileItRuns)
{
    Starter starter;
    const auto child = started(starter, "exec sleep 1000");
    EXPECT_FALSE(child->ended());
    child->signal(SIGTERM);
    EXPECT_EQ(child->wait().signal, SIGTERM);
}

TEST(Child, makesItsPidfdReadableWhenItEnds)
{
    Starter starter;
    const auto child = started(starter, "exec sleep 1000");
    pollfd entry{child->pidfd(), POLLIN, 0};
    EXPECT_EQ(::poll(&entry, 1, 0), 0);
    child->signal(SIGKILL);
    EXPECT_EQ(::poll(&entry, 1, -1), 1);
    const auto status = child->ended();
    ASSERT_TRUE(status);
    EXPECT_EQ(status->signal, SIGKILL);
}

TEST(Child, endsAndReapsItsChildWhenItGoes)
{
    Starter starter;
    auto child = started(starter, "exec sleep 1000");
    const pid_t pid = child->pid();
    ASSERT_EQ(::kill(pid, 0), 0);
    child.reset();
    EXPECT_NE(::kill(pid, 0), 0);
    EXPECT_EQ(errno, ESRCH);
}

TEST(Child, mayBeSignalledAfterItsEnd)
{
    Starter starter;
    const auto child = started(starter, "exit 0");
    child->wait();
    child->signal(SIGKILL);
    EXPECT_EQ(child->wait().signal, 0);
}

} // namespace
} // namespace poolscope
