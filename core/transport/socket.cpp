// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/transport/socket.h"

#include "core/transport/transport.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace poolscope {

namespace {

Moved movedBy(ssize_t result)
{
    if (result > 0) {
        return {Moved::State::Some, static_cast<std::size_t>(result), 0};
    }
    // ECONNRESET: the other end went and left something of ours unread. It is an end like any other.
    if (result == 0 || errno == ECONNRESET) {
        return {Moved::State::End, 0, 0};
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
        return {Moved::State::Again, 0, 0};
    }
    return {Moved::State::End, 0, errno};
}

} // namespace

Moved takeBytes(int fd, void* to, std::size_t count)
{
    ssize_t result = 0;
    do {
        result = ::recv(fd, to, count, MSG_DONTWAIT);
    } while (result < 0 && errno == EINTR);
    return movedBy(result);
}

Moved takeBytes(int fd, void* to, std::size_t count, std::vector<Descriptor>& descriptors,
                std::size_t most)
{
    iovec part{to, count};
    alignas(cmsghdr) std::array<char, passingRoom(16)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t result = 0;
    do {
        result = ::recvmsg(fd, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    } while (result < 0 && errno == EINTR);
    const Moved moved = movedBy(result);
    if (result >= 0) {
        takeDescriptors(message, descriptors, most);
    }
    return moved;
}

Moved giveDescriptor(int fd, int descriptor)
{
    char byte = 0;
    iovec part{&byte, 1};
    alignas(cmsghdr) std::array<char, passingRoom(1)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    passDescriptors(message, {&descriptor, 1});
    ssize_t result = 0;
    do {
        result = ::sendmsg(fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (result < 0 && errno == EINTR);
    return movedBy(result);
}

Moved giveBytes(int fd, const iovec* parts, std::size_t count)
{
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(parts); // it is only read
    message.msg_iovlen = count;
    ssize_t result = 0;
    do {
        result = ::sendmsg(fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (result < 0 && errno == EINTR);
    return movedBy(result);
}

short waitFor(int fd, short events)
{
    pollfd entry{fd, events, 0};
    while (::poll(&entry, 1, -1) < 0 && errno == EINTR) {
    }
    return entry.revents;
}

bool socketHoldsBytes(int fd)
{
    char byte = 0;
    return ::recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 1;
}

Result<std::pair<Descriptor, Descriptor>> makeSocketPair()
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return Error{"OSError",
                     "A channel for a worker cannot be made: " +
                         std::generic_category().message(errno) + ".",
                     {}};
    }
    return std::pair(Descriptor(ends[0]), Descriptor(ends[1]));
}

} // namespace poolscope
