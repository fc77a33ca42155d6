// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A message of any size over a packet socket, whole or not at all: in the packet itself while it fits
// there, else in a sealed memory whose descriptor the packet carries. Any number of processes may
// hold either end; a message goes to one of them. What comes is not trusted.

#include "core/base/base.h"

#include <optional>
#include <string_view>

namespace poolscope {

/// A moment on now()'s clock until which one waits; none: for ever.
using Deadline = std::optional<Nanos>;

/// The moment that is `timeout` ns from now.
Deadline deadlineIn(std::optional<Nanos> timeout);

/// Waits until the socket can be read (POLLIN: also at its end) or written (POLLOUT). False when late.
bool awaitSocket(int socket, short events, Deadline deadline);

/// 0 or an errno: EPIPE where nobody is left at the other end, ETIMEDOUT.
int sendParcel(int socket, std::string_view bytes, Deadline deadline);

/// 0 or an errno: EPIPE at the end, ETIMEDOUT, EBADMSG for what is no parcel (it is gone then). At
/// most `limit` bytes; memory is taken for what is there, not for what a head promises.
int receiveParcel(int socket, Buffer& bytes, Deadline deadline, std::uint64_t limit);

inline constexpr std::uint64_t parcelLimit = std::uint64_t{1} << 33; ///< 8 GiB

/// Bytes in a memory that nobody can change any more. None where the machine has no room; see errno.
Descriptor sealedMemory(std::string_view bytes);
/// What is in such a memory: 0, EBADMSG where it is not sealed or not of that size, or an errno.
int readSealedMemory(const Descriptor& memory, std::uint64_t size, Buffer& bytes);

} // namespace poolscope
