// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/traced_program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace poolscope {
namespace {

volatile std::sig_atomic_t tracedPid = 0;

void handOn(int signal)
{
    if (tracedPid > 0) ::kill(tracedPid, signal);
}

/// What the program is started with: ours, and where the tracer is.
std::vector<std::string> environmentFor(const std::string& traceFolder, bool explain)
{
    std::vector<std::string> all;
    std::string path = pythonFolder() + "/poolscope_trace/site";
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string_view entry = *each;
        if (entry.starts_with("POOLSCOPE_TRACE")) continue;
        if (entry.starts_with("PYTHONPATH=")) path += ":" + std::string(entry.substr(11));
        else all.emplace_back(entry);
    }
    all.push_back("PYTHONPATH=" + path);
    all.push_back("POOLSCOPE_TRACE_DIR=" + traceFolder);
    if (!explain) all.push_back("POOLSCOPE_TRACE_EXPLAIN=0");
    return all;
}

std::vector<char*> pointersTo(const std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

/// Signals as a shell would start it: none blocked, none ignored.
int spawnUsual(pid_t& pid, char** command, char** environment)
{
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    ::sigemptyset(&none);
    ::sigemptyset(&usual);
    for (const int signal : {SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXFSZ, SIGHUP}) ::sigaddset(&usual, signal);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &usual);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const int error = ::posix_spawnp(&pid, command[0], nullptr, &attributes, command, environment);
    ::posix_spawnattr_destroy(&attributes);
    return error;
}

} // namespace

Result<TracedProgram> TracedProgram::start(const std::vector<std::string>& command, const std::string& traceFolder,
                                           bool explain, Stands stands)
{
    const std::vector<std::string> environment = environmentFor(traceFolder, explain);
    if (stands == Stands::InOurPlace) {
        std::signal(SIGINT, SIG_IGN); // the program has it from the keyboard, too, and decides what it means
        std::signal(SIGQUIT, SIG_IGN);
        std::signal(SIGTERM, handOn);
        std::signal(SIGHUP, handOn);
    }
    pid_t pid = 0;
    if (const int wrong = spawnUsual(pid, pointersTo(command).data(), pointersTo(environment).data())) {
        return Error{"OSError", command[0] + " cannot be started: " + std::strerror(wrong) + ".", {}};
    }
    tracedPid = pid;
    return TracedProgram(pid);
}

TracedProgram::TracedProgram(pid_t pid)
    : m_pid(pid), m_over(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)))
{}

void TracedProgram::interrupt() const { ::kill(m_pid, SIGINT); }

std::optional<int> TracedProgram::waitFor(int milliseconds)
{
    pollfd over{m_over.get(), POLLIN, 0};
    ::poll(&over, 1, milliseconds);
    int status = 0;
    if (::waitpid(m_pid, &status, WNOHANG) != m_pid) return std::nullopt;
    tracedPid = 0;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace poolscope
