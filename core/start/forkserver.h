// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The parent's hold on a forkserver: a process of the worker program that makes copies of itself.

#include "core/start/start.h"

namespace poolscope {

/// What came of asking for a copy: the process, or an errno. EPIPE: the server is gone, and no
/// copy was made that lives.
struct ForkAnswer {
    std::unique_ptr<Child> process;
    int error = 0;
};

class Forkserver final {
public:
    /// A server that is being started: requests wait in its socket until it is there.
    static Result<std::shared_ptr<Forkserver>> start(Starter& starter, const std::string& program);
    Forkserver(std::string program, std::unique_ptr<Child> process, Descriptor socket);

    /// Any thread. Waits for the answer, at most until the server ends or has said nothing for ten
    /// seconds (ETIMEDOUT, and it is ended).
    ForkAnswer fork(const SpawnRequest& request) EXCLUDES(m_mutex);
    bool serves(const std::string& program) EXCLUDES(m_mutex); ///< this program, and it lives

private:
    ForkAnswer answer(std::uint32_t serial) REQUIRES(m_mutex);
    ForkAnswer gone(int reason) REQUIRES(m_mutex);

    const std::string m_program;
    Mutex m_mutex; ///< held while the server works on a request: it can do one at a time anyway
    const Descriptor m_socket;
    std::unique_ptr<Child> m_process GUARDED_BY(m_mutex);
    std::uint32_t m_serial GUARDED_BY(m_mutex) = 0;
    bool m_gone GUARDED_BY(m_mutex) = false; ///< its files close a moment before it has ended
};

} // namespace poolscope
