// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/transport: frames between a parent and its worker over one duplex channel. The
// parent's end never blocks in a write; the worker's end may.

#include "core/base/base.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace poolscope {

enum class FrameKind : std::uint32_t { Ready = 1, Task, Result, Probe, Close, Bye };

/// What stands before a frame's bytes on the wire (all little-endian, 24 bytes).
struct FrameHead {
    static constexpr std::uint32_t magicNumber = 0x50534331; ///< "PSC1"
    std::uint32_t magic = magicNumber;
    FrameKind kind = FrameKind::Task;
    std::uint32_t recordSize = 0;  ///< bytes of telemetry before the payload
    std::uint32_t serial = 0;      ///< which chunk
    std::uint64_t payloadSize = 0; ///< bytes of pickle
};
static_assert(sizeof(FrameHead) == 24);

/// A message as it arrived: a record of telemetry and a payload of pickle, both perhaps empty.
struct Frame {
    FrameHead head;
    Buffer bytes; ///< record, then payload
    std::string_view record() const { return bytes.view().substr(0, head.recordSize); }
    std::string_view payload() const { return bytes.view().substr(head.recordSize); }
};

/// How far a non-blocking step came.
enum class Progress : std::uint8_t { Again, Done, Closed };

/// One end of a duplex channel. One thread at a time. Lengths from the other end are checked against
/// `limit` before anything is allocated, and memory grows with the bytes that arrive, not with
/// what a head promises.
class Channel {
public:
    virtual ~Channel() = default;
    virtual int descriptor() const = 0; ///< for poll

    // The parent's side: never blocks.
    /// Begins to send; nothing else may be sent until flush() says Done. The views must live until then.
    virtual Progress send(const FrameHead& head, std::string_view record, std::string_view payload) = 0;
    virtual Progress flush() = 0;       ///< goes on with a send that gave Again
    virtual bool sending() const = 0;
    /// Takes what has arrived of one frame and nothing behind it, so that poll tells the truth about
    /// the next; Done when `frame` is whole, and the same `frame` until then. A head that lies is
    /// Closed, with `fault`.
    virtual Progress receive(Frame& frame) = 0;
    virtual const std::string& fault() const = 0; ///< a sentence; empty after a clean end of file

    // The worker's side: waits.
    /// Waits until a frame begins to arrive and reads nothing of it: false at end of file.
    virtual bool waitReadable() = 0;
    virtual bool receiveAll(Frame& frame) = 0;  ///< false at end of file or a fault
    virtual bool sendAll(const FrameHead& head, std::string_view record, std::string_view payload) = 0;
};

inline constexpr std::uint64_t frameLimit = std::uint64_t{1} << 33; ///< 8 GiB

/// A socketpair (AF_UNIX, stream, close-on-exec): the simple transport.
Result<std::pair<Descriptor, Descriptor>> makeSocketPair();
/// The end of a socketpair as a channel; makes it non-blocking.
std::unique_ptr<Channel> makePipeChannel(Descriptor end, std::uint64_t limit = frameLimit);

} // namespace poolscope
