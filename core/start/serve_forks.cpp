// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/fork_wire.h"
#include "core/start/sibling.h"
#include "core/start/spawn.h"

#include <algorithm>
#include <cstdlib>

#include <fcntl.h>
#include <sys/syscall.h>

namespace poolscope {

namespace {

void closeRange(int first, unsigned last)
{
    ::syscall(SYS_close_range, static_cast<unsigned>(first), last, 0u);
}

/// Leaves the process with 0, 1, 2 and what the request names, under the request's numbers. Every
/// source is first moved above all numbers, since one's number may be another's source.
bool keepOnly(std::vector<std::pair<Descriptor, int>>& descriptors)
{
    int last = 2;
    for (const auto& [ours, theirs] : descriptors) {
        last = std::max(last, theirs);
    }
    for (auto& [ours, theirs] : descriptors) {
        ours = Descriptor(::fcntl(ours.get(), F_DUPFD, last + 1));
        if (!ours) {
            return false;
        }
    }
    closeRange(3, static_cast<unsigned>(last));
    for (auto& [ours, theirs] : descriptors) {
        if (::dup2(ours.get(), theirs) < 0) {
            return false;
        }
    }
    descriptors.clear();
    closeRange(last + 1, ~0u);
    return true;
}

/// In a copy: it answers for itself too. Should the server die before it has answered, the parent still
/// learns of the child that it has.
void answerForItself(int socket, std::uint32_t serial)
{
    const pid_t pid = ::getpid();
    const Descriptor pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (pidfd) {
        sendForkReply(socket, {serial, 0, pid}, pidfd);
    }
}

void begin(Descriptor socket, ForkRequest& request, pid_t parent)
{
    followParent(parent);
    answerForItself(socket.get(), request.serial);
    socket.reset(); // its number may be wanted
    if (!keepOnly(request.descriptors)) {
        std::_Exit(2);
    }
}

} // namespace

bool serveForks(std::vector<std::string>& arguments)
{
    if (arguments.size() != 1 || arguments.front() != forkserverFlag) {
        return false;
    }
    followParent();
    const pid_t parent = ::getppid();
    Descriptor socket(forkserverFd);
    while (auto request = receiveForkRequest(socket.get())) {
        const Sibling copy = sibling();
        if (copy.pid == 0) {
            begin(std::move(socket), *request, parent);
            arguments = std::move(request->arguments);
            return true;
        }
        sendForkReply(socket.get(), {request->serial, copy.error, copy.pid}, copy.pidfd);
    }
    std::_Exit(0);
}

} // namespace poolscope
