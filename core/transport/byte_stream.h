// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a channel's frames travel on: bytes to and from another process, by a socket (the pipe
// transport) or by rings in memory that both see.

#include "core/transport/transport.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct iovec;

namespace poolscope {

/// What a step moved: some bytes, nothing for now (Again), or nothing ever again.
struct Moved {
    enum class State : std::uint8_t { Some, Again, End } state = State::End;
    std::size_t bytes = 0;
    int error = 0; ///< errno behind End; 0 is an orderly end of file
};

class ByteStream {
public:
    virtual ~ByteStream() = default;
    virtual int descriptor() const = 0; ///< for poll
    /// Takes at most `count` bytes of what has come.
    virtual Moved take(void* to, std::size_t count) = 0;
    /// Takes over what it can of `parts`. The other end need not hear of it before announce().
    virtual Moved give(const iovec* parts, std::size_t count) = 0;
    /// Sees to it that the other end, should it wait, hears of what was given. Again: not all of it
    /// is on its way; announce() once more when there is room.
    virtual Moved::State announce() = 0;
    /// Waits for bytes without sleeping, as long as that is likely to pay. Whether there are some.
    virtual bool linger() = 0;
    /// Descriptors beside the bytes. Whether it can carry any; whether this one is on its way (the
    /// other end has its own then); one that has come.
    virtual bool carriesDescriptors() const { return false; }
    virtual bool giveDescriptor(int) { return false; }
    virtual std::optional<Descriptor> takeDescriptor() { return {}; }
    virtual bool givenIsSafe() const = 0; ///< it is there for the other end though we are killed
    /// Has something come that take() would give? As far as that is known without a system call.
    virtual bool holdsBytes() = 0;
    /// Says to the other end that we are going to poll for bytes to take, and for room where
    /// `forRoom`; false when there is no need to wait.
    virtual bool mayWait(bool forRoom) = 0;
    virtual short events(bool forRoom) const = 0; ///< what to poll for

    // For an end that has nothing else to do.
    virtual bool waitForBytes() = 0; ///< false at the end
    virtual void waitForRoom() = 0;  ///< or for the end
};

std::unique_ptr<ByteStream> makeSocketStream(Descriptor end);
std::unique_ptr<ByteStream> makeRingStream(Descriptor socket, std::shared_ptr<void> memory,
                                           RingSide side);

} // namespace poolscope
