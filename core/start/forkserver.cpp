// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/forkserver.h"

#include "core/start/fork_wire.h"

#include <cerrno>
#include <csignal>

#include <poll.h>

namespace poolscope {

namespace {

/// A program that neither ends nor answers is none that serves. Nothing else is decided by this time.
constexpr int patience = 10'000; // ms

/// 0, or ETIMEDOUT.
int awaitNews(int socket)
{
    const Nanos until = now() + patience * Nanos{1'000'000};
    pollfd entry{socket, POLLIN, 0};
    for (Nanos left = until - now(); left > 0; left = until - now()) {
        if (::poll(&entry, 1, static_cast<int>(left / 1'000'000) + 1) > 0) {
            return 0;
        }
    }
    return ETIMEDOUT;
}

} // namespace

Result<std::shared_ptr<Forkserver>> Forkserver::start(Starter& starter, const std::string& program)
{
    auto ends = makePacketSockets();
    if (!ends) {
        return ends.error();
    }
    auto process = starter.spawn({program, {forkserverFlag}, {{ends->second.get(), forkserverFd}}});
    if (!process) {
        return process.error();
    }
    return std::make_shared<Forkserver>(program, std::move(*process), std::move(ends->first));
}

Forkserver::Forkserver(std::string program, std::unique_ptr<Child> process, Descriptor socket)
    : m_program(std::move(program)), m_socket(std::move(socket)), m_process(std::move(process))
{}

bool Forkserver::serves(const std::string& program)
{
    if (program != m_program) {
        return false;
    }
    const MutexLock lock(m_mutex);
    return !m_gone && !m_process->ended();
}

ForkAnswer Forkserver::fork(const SpawnRequest& request)
{
    const MutexLock lock(m_mutex);
    const std::uint32_t serial = ++m_serial;
    if (const int reason = sendForkRequest(m_socket.get(), serial, request); reason != 0) {
        return reason == EPIPE ? gone(reason) : ForkAnswer{nullptr, reason};
    }
    return answer(serial);
}

ForkAnswer Forkserver::gone(int reason)
{
    m_gone = true;
    m_process->signal(SIGKILL); // where it lives on, it is of no use
    return {nullptr, reason == ETIMEDOUT ? ETIMEDOUT : EPIPE};
}

/// A copy's own answer may come behind its server's, and then lies before the next one's: what is
/// not of this request is let go.
ForkAnswer Forkserver::answer(std::uint32_t serial)
{
    for (;;) {
        ForkReply reply;
        Descriptor pidfd;
        int reason = awaitNews(m_socket.get());
        if (reason == 0) {
            reason = receiveForkReply(m_socket.get(), reply, pidfd);
        }
        if (reason != 0) {
            return gone(reason);
        }
        if (reply.serial == serial) {
            return reply.error != 0
                       ? ForkAnswer{nullptr, reply.error}
                       : ForkAnswer{std::make_unique<Child>(reply.pid, std::move(pidfd)), 0};
        }
    }
}

} // namespace poolscope
