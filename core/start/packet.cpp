// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/packet.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <sys/socket.h>

namespace poolscope {

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
    alignas(cmsghdr) std::array<char, passingRoom(packetDescriptors)> control{};
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!descriptors.empty()) {
        message.msg_control = control.data();
        passDescriptors(message, descriptors);
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
    alignas(cmsghdr) std::array<char, passingRoom(packetDescriptors)> control;
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
    takeDescriptors(message, packet.descriptors, packetDescriptors);
    packet.bytes.truncate(static_cast<std::size_t>(came));
    return (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0 ? EMSGSIZE : 0;
}

} // namespace poolscope
