// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "children.h"

#include <csignal>
#include <cstdlib>

#include <sys/wait.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

// A parent and a child of it, both forked here, with one pipe whose only other ends they hold: it
// comes to its end when both have gone. `inChild` runs in the child.
template <class InParent, class InChild>
pid_t forkTwice(Pipe& pipe, InParent inParent, InChild inChild)
{
    const pid_t parent = ::fork();
    if (parent == 0) {
        pipe.read.reset();
        ::setenv("POOLSCOPE_PARENT", std::to_string(::getpid()).c_str(), 1);
        if (::fork() == 0) {
            inChild();
            ::_exit(0);
        }
        inParent();
        ::_exit(0);
    }
    pipe.write.reset();
    return parent;
}

void say(const Pipe& pipe, char word) { EXPECT_EQ(::write(pipe.write.get(), &word, 1), 1); }

void pauseForever()
{
    for (;;) {
        ::pause();
    }
}

char heard(const Pipe& pipe)
{
    char word = 0;
    return ::read(pipe.read.get(), &word, 1) == 1 ? word : '\0';
}

TEST(FollowParent, endsTheChildWhenItsParentIsKilled)
{
    Pipe pipe;
    const pid_t parent = forkTwice(pipe, pauseForever, [&pipe] {
        followParent();
        say(pipe, 'f');
        pauseForever();
    });
    ASSERT_EQ(heard(pipe), 'f');
    ::kill(parent, SIGKILL);
    EXPECT_EQ(heard(pipe), '\0'); // hangs here if the child lived on
    ::waitpid(parent, nullptr, 0);
}

TEST(FollowParent, endsAtOnceWhenTheParentIsAlreadyGone)
{
    Pipe pipe;
    Pipe hold; // its end comes when the parent, which alone holds it, has gone
    const pid_t parent = forkTwice(
        pipe, [&hold] { hold.read.reset(); },
        [&pipe, &hold] {
            hold.write.reset();
            const int parentWas = std::atoi(std::getenv("POOLSCOPE_PARENT"));
            heard(hold);
            while (::getppid() == parentWas) { // its files close a moment before it is gone
            }
            followParent();
            say(pipe, 'x');
        });
    hold.write.reset();
    EXPECT_EQ(heard(pipe), '\0');
    ::waitpid(parent, nullptr, 0);
}

/// What `inChild` returns as exit code, run in a child of this process.
template <class InChild> int codeOf(InChild inChild)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(inChild());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

TEST(FollowParent, ignoresSigintAndSigpipe)
{
    EXPECT_EQ(codeOf([] {
                  sigset_t set;
                  sigemptyset(&set);
                  sigaddset(&set, SIGINT);
                  ::sigprocmask(SIG_BLOCK, &set, nullptr);
                  ::raise(SIGINT); // while it was blocked, as after a start
                  followParent();
                  ::raise(SIGINT);
                  ::raise(SIGPIPE);
                  ::sigprocmask(SIG_BLOCK, nullptr, &set);
                  return sigismember(&set, SIGINT) == 0 ? 7 : 8;
              }),
              7);
}

TEST(FollowParent, needsNoPidOfWhoWasStartedByHand)
{
    EXPECT_EQ(codeOf([] {
                  ::unsetenv("POOLSCOPE_PARENT");
                  followParent();
                  return 7;
              }),
              7);
}

TEST(FollowParent, hidesThePidFromWhatTheChildStarts)
{
    EXPECT_EQ(codeOf([] {
                  ::setenv("POOLSCOPE_PARENT", std::to_string(::getppid()).c_str(), 1);
                  followParent();
                  return std::getenv("POOLSCOPE_PARENT") == nullptr ? 7 : 8;
              }),
              7);
}

} // namespace
} // namespace poolscope
