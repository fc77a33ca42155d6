// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ctrl-C as something that a thread can wait for. Private to app/cli.

#include "core/base/base.h"

#include <csignal>

namespace poolscope {

/// Takes SIGINT for as long as it lives. Made before any thread is started: what they inherit keeps
/// the signal for the descriptor.
class Interrupt final {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Waits at most `milliseconds`; true when Ctrl-C was pressed.
    bool waitFor(int milliseconds);

private:
    sigset_t m_before{};
    Descriptor m_signals;
};

} // namespace poolscope
