// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/spawn.h"

#include <csignal>
#include <cstdlib>

#include <sys/prctl.h>

namespace poolscope {

namespace {

/// A parent that ended before prctl was called sends no signal any more; but then somebody else is
/// our parent by now. Who was not started by a Starter has no pid to compare.
bool parentIsGone()
{
    const char* parent = std::getenv(parentVariable);
    const bool gone = parent != nullptr && std::strtol(parent, nullptr, 10) != ::getppid();
    ::unsetenv(parentVariable); // what we start has another parent
    return gone;
}

void unblock(int signal)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace

void followParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (parentIsGone()) {
        ::_exit(1);
    }
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    unblock(SIGINT);
}

void followParent(pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(1);
    }
}

} // namespace poolscope
