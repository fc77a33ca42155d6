// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The few system calls of the pipe transport, each as its outcome rather than as errno.

#include "core/transport/byte_stream.h"

namespace poolscope {

/// Takes at most `count` bytes without waiting.
Moved takeBytes(int fd, void* to, std::size_t count);
/// Gives what it can of `parts` without waiting and without SIGPIPE.
Moved giveBytes(int fd, const iovec* parts, std::size_t count);
/// The same where descriptors may lie among the bytes: they are added, and those past `most` closed.
Moved takeBytes(int fd, void* to, std::size_t count, std::vector<Descriptor>& descriptors,
                std::size_t most);
/// Gives a byte and a descriptor with it: the other end gets its own.
Moved giveDescriptor(int fd, int descriptor);
/// Waits for POLLIN or POLLOUT (or the other end's going); returns what poll saw.
short waitFor(int fd, short events);
/// Is there a byte to read? Waits for nothing.
bool socketHoldsBytes(int fd);

} // namespace poolscope
