// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/start: starts, watches and ends processes. What is Linux-only (posix_spawn with
// closefrom, clone3, pidfd, /proc) stays in here.

#include "core/base/base.h"
#include "core/start/packet.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace poolscope {

/// How a worker process comes to be: exec'ed anew, or as a copy of a server that was exec'ed once.
enum class StartMethod : std::uint8_t { Spawn, Forkserver };
const char* nameOf(StartMethod method); ///< "spawn", "forkserver"
std::optional<StartMethod> startMethodNamed(std::string_view name);

/// How a process ended: by exit code, or by a signal (then code is 0).
struct ExitStatus {
    int code = 0;
    int signal = 0;
};

/// What to start. The child gets exactly these descriptors besides 0, 1 and 2, nothing else.
struct SpawnRequest {
    std::string program;
    std::vector<std::string> arguments;              ///< without the program itself
    std::vector<std::pair<int, int>> descriptors;    ///< ours → the child's number (0, 1 and 2 too)
};

/// A child process. Ended (SIGKILL) and reaped when it goes. Any thread.
class Child final {
public:
    Child(pid_t pid, Descriptor pidfd);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t pid() const { return m_pid; }
    int pidfd() const { return m_pidfd.get(); } ///< readable once it has ended
    void signal(int number) const;
    std::optional<ExitStatus> ended();              ///< reaps without waiting
    ExitStatus wait();                              ///< waits and reaps; afterwards the same answer again
    std::uint64_t resident() const;                 ///< bytes of memory that it holds, 0 once it has ended
    /// What it asks for beyond so many resident bytes of its own fails in it (std::bad_alloc); what
    /// it shares does not count. Memory that it has mapped and not touched by now is free.
    void limitMemory(std::uint64_t bytes) const;
private:
    pid_t m_pid;
    Descriptor m_pidfd;
    Mutex m_mutex;
    std::optional<ExitStatus> m_status GUARDED_BY(m_mutex);
};

/// Starts processes on one long-lived thread of its own, because the parent-death signal of a child
/// comes when the *thread* that started it ends. With Forkserver it keeps one process of the program
/// that copies itself on demand (serveForks); that one is made by the first start, and made anew by
/// the next start after it has died.
class Starter final {
public:
    explicit Starter(StartMethod method = StartMethod::Spawn);
    ~Starter();
    Starter(const Starter&) = delete;
    Starter& operator=(const Starter&) = delete;

    /// By the Starter's method. Any thread; several at once. A program that is started by Forkserver
    /// must call serveForks. Where the machine allows no such copies (clone3 is forbidden), it
    /// spawns. "OSError" with the program and the reason where it cannot be started.
    Result<std::unique_ptr<Child>> start(const SpawnRequest& request);
    /// Whatever the method is: exec'ed anew. Any thread.
    Result<std::unique_ptr<Child>> spawn(const SpawnRequest& request);

    /// The method in use: Spawn once the machine has refused the other; remark() then says so.
    StartMethod method() const;
    std::string remark() const; ///< a sentence, or empty

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// In a program that a Starter may start by Forkserver, while it has one thread: where `arguments`
/// (without the program) say that it is the server, it makes a copy of this process for each request,
/// as a child of this process's own parent, until that one closes its end. Then it exits. In each
/// copy it returns true, and `arguments` are those of the request; a copy has the descriptors of its
/// request, follows the parent, and shares with its siblings what the server had built. It also
/// shares the server's environment and working folder, as they were when the server was started.
/// False at once where the arguments say nothing of the kind.
bool serveForks(std::vector<std::string>& arguments);

/// In a child, first thing and before any thread: ends with its parent (PR_SET_PDEATHSIG, and an
/// exit at once if the parent is gone already), ignores SIGINT and SIGPIPE. A Starter gives the
/// child its own pid in the environment and SIGINT blocked, so that nothing is missed before this.
void followParent();

/// This process's own use of the machine.
struct Usage {
    std::uint64_t rss = 0;    ///< bytes
    std::uint64_t maxRss = 0; ///< bytes
    Nanos cpuWait = 0;        ///< runnable but not running, of the calling thread (/proc/thread-self/schedstat)
};
Usage ownUsage();

/// ownUsage() again and again: keeps its files open, a reading costs a few microseconds. For one
/// thread, the one that made it.
class UsageMeter final {
public:
    UsageMeter();
    Usage read() const;

private:
    Descriptor m_status;
    Descriptor m_schedstat;
};

/// CPUs that this process may use (sched_getaffinity), at least 1.
int availableCpus();
/// The folder of the running program, and the program itself.
std::string programFolder();
std::string programPath();
/// Where the Python packages lie: beside the program, or where they were installed; empty: nowhere.
std::string pythonFolder();

} // namespace poolscope
