// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The few system calls of the pipe transport, each as its outcome rather than as errno.

#include "core/base/base.h"

#include <cstddef>

struct iovec;

namespace poolscope {

/// What a step on a socket moved: some bytes, nothing for now (Again), or nothing ever again.
struct Moved {
    enum class State : std::uint8_t { Some, Again, End } state = State::End;
    std::size_t bytes = 0;
    int error = 0; ///< errno behind End; 0 is an orderly end of file
};

/// Takes at most `count` bytes without waiting.
Moved takeBytes(int fd, void* to, std::size_t count);
/// Gives what it can of `parts` without waiting and without SIGPIPE.
Moved giveBytes(int fd, iovec* parts, std::size_t count);
/// Waits for POLLIN or POLLOUT (or the other end's going); returns what poll saw.
short waitFor(int fd, short events);
/// Is there a byte to read? Waits for nothing.
bool holdsBytes(int fd);

} // namespace poolscope
