// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A program that runs with the tracer on its Python path. Its input, output and signals are its own.
// Part of the door of core/trace.

#include "core/base/base.h"
#include "core/start/start.h"

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace poolscope {

class TracedProgram final {
public:
    /// What of us: a command line hands its signals on and leaves Ctrl-C to the program, a window does not.
    enum class Stands : std::uint8_t { InOurPlace, Beside };

    /// Where `explain`, it is looked into what cannot be pickled. "OSError" where it cannot be started.
    static Result<TracedProgram> start(const std::vector<std::string>& command, const std::string& traceFolder,
                                       bool explain, Stands stands);

    /// Waits at most so long; its exit code once it is over, 128 + the signal that ended it.
    std::optional<int> waitFor(int milliseconds);
    void interrupt() const; ///< as Ctrl-C does

private:
    explicit TracedProgram(pid_t pid);

    pid_t m_pid;
    Descriptor m_over; ///< of the process: readable when it is over
};

} // namespace poolscope
