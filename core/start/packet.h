// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Bytes and descriptors that travel together: one packet of a SOCK_SEQPACKET socket, which arrives
// whole or not at all.

#include "core/base/base.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace poolscope {

struct Packet {
    Buffer bytes;
    std::vector<Descriptor> descriptors; ///< close-on-exec
};

inline constexpr std::size_t packetLimit = 65536;    ///< bytes
inline constexpr std::size_t packetDescriptors = 16; ///< at most, in one packet

/// A pair of connected SOCK_SEQPACKET sockets (AF_UNIX, close-on-exec).
Result<std::pair<Descriptor, Descriptor>> makePacketSockets();

/// 0 or an errno: EPIPE where the other end is gone, EMSGSIZE past the limits, EAGAIN where it would
/// have to wait and `flags` have MSG_DONTWAIT. At least one byte. No SIGPIPE.
int sendPacket(int socket, std::string_view bytes, std::span<const int> descriptors, int flags = 0);

/// Takes the next packet. 0 or an errno: EPIPE at end of file, EMSGSIZE for a packet past the limits
/// (which is then lost), EAGAIN with MSG_DONTWAIT in `flags`.
int receivePacket(int socket, Packet& packet, int flags = 0);

} // namespace poolscope
