// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/packet.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <sys/socket.h>

namespace poolscope {

namespace {

constexpr std::size_t controlSize = CMSG_SPACE(packetDescriptors * sizeof(int));

void attach(msghdr& message, std::span<const int> descriptors)
{
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(head), descriptors.data(), descriptors.size_bytes());
}

/// Every descriptor that came has an owner at once, also those of a packet that is refused.
void detach(msghdr& message, std::vector<Descriptor>& descriptors)
{
    for (cmsghdr* head = CMSG_FIRSTHDR(&message); head != nullptr;
         head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        for (std::size_t at = CMSG_LEN(0); at + sizeof(int) <= head->cmsg_len; at += sizeof(int)) {
            int fd = -1;
            std::memcpy(&fd, reinterpret_cast<const char*>(head) + at, sizeof fd);
            descriptors.emplace_back(fd);
        }
    }
}

} // namespace

Result<std::pair<Descriptor, Descriptor>> makePacketSockets()
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        return Error{"OSError",
                     "A pair of sockets cannot be made: " + std::generic_category().message(errno) +
                         ".",
                     {}};
    }
    return std::pair(Descriptor(ends[0]), Descriptor(ends[1]));
}

int sendPacket(int socket, std::string_view bytes, std::span<const int> descriptors, int flags)
{
    if (bytes.size() > packetLimit || descriptors.size() > packetDescriptors) {
        return EMSGSIZE;
    }
    alignas(cmsghdr) std::array<char, controlSize> control{};
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!descriptors.empty()) {
        message.msg_control = control.data();
        attach(message, descriptors);
    }
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(socket, &message, flags | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent >= 0 ? 0 : errno == ECONNRESET ? EPIPE : errno;
}

int receivePacket(int socket, Packet& packet, int flags)
{
    packet.bytes.clear();
    packet.descriptors.clear();
    alignas(cmsghdr) std::array<char, controlSize> control;
    iovec part{packet.bytes.extend(packetLimit), packetLimit};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t came = 0;
    do {
        came = ::recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC);
    } while (came < 0 && errno == EINTR);
    if (came <= 0) {
        packet.bytes.clear();
        return came == 0 || errno == ECONNRESET ? EPIPE : errno;
    }
    detach(message, packet.descriptors);
    packet.bytes.truncate(static_cast<std::size_t>(came));
    return (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0 ? EMSGSIZE : 0;
}

} // namespace poolscope
