// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program that runs with the tracer on its Python path. Its input, output and signals are its own.

#include "core/base/base.h"

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace poolscope {

class TracedProgram final {
public:
    /// Keys of the keyboard go to it alone while it runs; SIGTERM to us is handed on. "OSError" where
    /// it cannot be started.
    static Result<TracedProgram> start(const std::vector<std::string>& command, const std::string& traceFolder,
                                       bool explain);

    /// Waits at most so long; its exit code once it is over, 128 + the signal that ended it.
    std::optional<int> waitFor(int milliseconds);

private:
    explicit TracedProgram(pid_t pid);

    pid_t m_pid;
    Descriptor m_over; ///< of the process: readable when it is over
};

/// Where the tracer's Python package lies: beside the program, or where it was installed; empty: nowhere.
std::string pythonFolder();

} // namespace poolscope
