// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include <poll.h>
#include <sys/signalfd.h>

namespace poolscope {

Interrupt::Interrupt()
{
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &interrupt, &m_before);
    m_signals = Descriptor(::signalfd(-1, &interrupt, SFD_CLOEXEC | SFD_NONBLOCK));
}

Interrupt::~Interrupt() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

bool Interrupt::waitFor(int milliseconds)
{
    pollfd waited{m_signals.get(), POLLIN, 0};
    if (::poll(&waited, 1, milliseconds) != 1) {
        return false;
    }
    signalfd_siginfo signal{};
    return ::read(m_signals.get(), &signal, sizeof signal) == sizeof signal;
}

} // namespace poolscope
