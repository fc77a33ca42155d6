// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/start.h"

#include <cerrno>
#include <csignal>

#include <sys/syscall.h>
#include <sys/wait.h>

namespace poolscope {

namespace {

/// Nothing while the process runs. Who was reaped behind our back ended in a way nobody knows: -1.
std::optional<ExitStatus> reap(int pidfd, int options)
{
    siginfo_t info{};
    int result = 0;
    do {
        info.si_pid = 0;
        result = ::waitid(P_PIDFD, static_cast<id_t>(pidfd), &info, WEXITED | options);
    } while (result < 0 && errno == EINTR);
    if (result < 0) {
        return ExitStatus{-1, 0};
    }
    if (info.si_pid == 0) {
        return std::nullopt;
    }
    return info.si_code == CLD_EXITED ? ExitStatus{info.si_status, 0}
                                      : ExitStatus{0, info.si_status};
}

} // namespace

Child::Child(pid_t pid, Descriptor pidfd) : m_pid(pid), m_pidfd(std::move(pidfd)) {}

Child::~Child()
{
    if (!ended()) {
        signal(SIGKILL);
        wait();
    }
}

// By pidfd, so that a signal after the end can never reach a stranger with the same number.
// By system call: glibc 2.36 declares its wrappers without extern "C".
void Child::signal(int number) const
{
    ::syscall(SYS_pidfd_send_signal, m_pidfd.get(), number, nullptr, 0);
}

std::optional<ExitStatus> Child::ended()
{
    const MutexLock lock(m_mutex);
    if (!m_status) {
        m_status = reap(m_pidfd.get(), WNOHANG);
    }
    return m_status;
}

ExitStatus Child::wait()
{
    const MutexLock lock(m_mutex);
    if (!m_status) {
        m_status = reap(m_pidfd.get(), 0);
    }
    return *m_status;
}

} // namespace poolscope
