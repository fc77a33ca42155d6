// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/process: processes by hand, for those who orchestrate them as they wish. A function
// of the catalogue in a process of its own, and a Pipe or a Queue to talk through.

#include "core/jobs/jobs.h"
#include "core/start/start.h"

#include "core/process/connection.h"
#include "core/process/queue.h"

#include <memory>
#include <optional>
#include <string>

namespace poolscope {

struct ProcessOptions {
    std::string name;    ///< empty: the function's
    std::string program; ///< whose main calls serveIfProcess; empty: this one
};

/// As multiprocessing.Process. The function runs once, on one argument (a tuple or a described struct
/// where it needs several); what it returns is dropped. Where it throws, the exit code is 1 and the
/// reason stands on standard error. It is exec'ed, ignores SIGINT, and ends with this process. One
/// thread at a time. Ended (SIGKILL) and reaped when it goes.
class Process final {
public:
    /// `starter` and `catalogue` outlive it.
    template <class T>
    Process(Starter& starter, const Catalogue& catalogue, std::shared_ptr<const Callable> function,
            T argument, ProcessOptions options = {})
        : Process(starter, catalogue, std::move(function), oneItem(std::move(argument)),
                  std::move(options))
    {}
    Process(Starter& starter, const Catalogue& catalogue, std::shared_ptr<const Callable> function,
            std::unique_ptr<const Items> argument, ProcessOptions options);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Once. "PicklingError" with the path (`function…`, `argument…`), "OSError" where it cannot be
    /// started, "AssertionError" the second time.
    Result<void> start();
    /// Waits until it has ended, at most so long. Whether it has; false before the start.
    bool join(const Timeout& timeout = {});
    bool isAlive();
    void terminate(); ///< SIGTERM
    void kill();      ///< SIGKILL
    /// None while it runs or before; the code, or the negative number of the signal that ended it.
    std::optional<int> exitCode();
    const std::string& name() const { return m_name; }
    int pid() const;      ///< 0 before the start
    int sentinel() const; ///< a descriptor that can be read once it has ended; -1 before the start

private:
    Starter& m_starter;
    const Catalogue& m_catalogue;
    const std::shared_ptr<const Callable> m_function;
    const std::unique_ptr<const Items> m_argument;
    const std::string m_name;
    const std::string m_program;
    std::unique_ptr<Child> m_child;
};

/// In the main of a program that starts Processes, beside serveIfWorker: runs the function when it was
/// started for one, and then never returns; otherwise does nothing.
void serveIfProcess(int argc, char** argv, const Catalogue& catalogue);

template <> struct Unpicklable<Process> {
    static constexpr bool value = true;
    static constexpr const char* name = "Process";
    static constexpr const char* reason =
        "Process objects cannot be passed between processes or pickled";
};

} // namespace poolscope
