// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An interpreter that is asked something: what it says on its standard output is read here.

#include "core/python/python_file.h"

namespace poolscope {

class AskedInterpreter final {
public:
    /// Runs `poolscope_worker ARGUMENTS…`. Prints of the user's own code go to standard error.
    static Result<std::unique_ptr<AskedInterpreter>>
    start(const PythonPlace& place, const std::vector<std::string>& arguments);

    /// Reads until there are `count` bytes in `out`, or the end. A cancel or a deadline
    /// (CLOCK_MONOTONIC, 0 for none) is an error.
    Result<void> read(std::size_t count, Buffer& out, Nanos deadline = 0,
                      const std::atomic<bool>* cancel = nullptr);
    /// How it ended, after it has said all; one that goes on is ended.
    ExitStatus end();

private:
    AskedInterpreter() = default;

    std::unique_ptr<Starter> m_starter; // its thread lives as long as what it started
    Descriptor m_out;
    std::unique_ptr<Child> m_process;
};

/// Whether there is such a program: a path, or a name on the PATH. "RuntimeError".
Result<void> findInterpreter(const std::string& interpreter);

} // namespace poolscope
