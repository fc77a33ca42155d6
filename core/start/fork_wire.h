// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a Starter and its forkserver say to each other over a pair of packet sockets.
//   to the server: a ForkHead, a number for each descriptor, the arguments, each ended by a zero byte
//   back:          a ForkReply with the copy's pidfd, once from the server and once from the copy

#include "core/start/packet.h"
#include "core/start/start.h"

namespace poolscope {

inline constexpr const char* forkserverFlag = "--poolscope-forkserver";
inline constexpr int forkserverFd = 3;

struct ForkHead {
    static constexpr std::uint32_t magicNumber = 0x50534631; ///< "PSF1"
    std::uint32_t magic = magicNumber;
    std::uint32_t serial = 0;
    std::uint32_t descriptors = 0;
    std::uint32_t arguments = 0;
};

/// A request as it arrives in the server.
struct ForkRequest {
    std::uint32_t serial = 0;
    std::vector<std::string> arguments;
    std::vector<std::pair<Descriptor, int>> descriptors; ///< ours → the copy's number
};

struct ForkReply {
    std::uint32_t serial = 0;
    std::int32_t error = 0; ///< an errno; 0: the copy is there
    std::int32_t pid = 0;
};

/// 0 or an errno: EMSGSIZE where the request is too much for one packet.
int sendForkRequest(int socket, std::uint32_t serial, const SpawnRequest& request);
/// Empty when the other end is gone, or for what is no request.
std::optional<ForkRequest> receiveForkRequest(int socket);

int sendForkReply(int socket, const ForkReply& reply, const Descriptor& pidfd);
/// 0 or an errno; EPROTO for what is no reply.
int receiveForkReply(int socket, ForkReply& reply, Descriptor& pidfd);

} // namespace poolscope
