// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Descriptors that travel with bytes over a socket of AF_UNIX, and memory that may travel so because
// its seals say what nobody can do to it any more.

#include "core/base/descriptor.h"

#include <cstddef>
#include <span>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>

namespace poolscope {

/// Room for the control part of a message with so many descriptors.
inline constexpr std::size_t passingRoom(std::size_t descriptors)
{
    return CMSG_SPACE(descriptors * sizeof(int));
}
/// Puts descriptors into the control part, which has room for them and is zeroed; at least one.
void passDescriptors(msghdr& message, std::span<const int> descriptors);
/// Every descriptor that came has an owner at once; those past `most` are closed.
void takeDescriptors(msghdr& message, std::vector<Descriptor>& descriptors, std::size_t most);

// A file that shrinks under a reader ends the reader with SIGBUS; one that is sealed cannot.
inline constexpr int sealedSize = F_SEAL_SHRINK | F_SEAL_GROW;
inline constexpr int sealedBytes = sealedSize | F_SEAL_WRITE;

/// A memory without a name in the system. None where the machine has no room; see errno.
Descriptor unnamedMemory();
/// Adds seals for good. False where it has a mapping that stands against them; see errno.
bool seal(const Descriptor& memory, int seals);
/// Has it all of these? What is no memory has none.
bool isSealed(const Descriptor& memory, int seals);

} // namespace poolscope
