// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/transport: frames between a parent and its worker over one duplex channel. The
// parent's end never blocks in a write; the worker's end may.

#include "core/base/base.h"
#include "core/transport/shared_memory.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poolscope {

enum class FrameKind : std::uint32_t { Ready = 1, Task, Result, Probe };

/// What stands before a frame's bytes on the wire (all little-endian, 32 bytes).
struct FrameHead {
    static constexpr std::uint32_t magicNumber = 0x50534331; ///< "PSC1"
    std::uint32_t magic = magicNumber;
    FrameKind kind = FrameKind::Task;
    std::uint32_t recordSize = 0;  ///< bytes of telemetry before the payload
    std::uint32_t serial = 0;      ///< which chunk
    std::uint64_t payloadSize = 0; ///< bytes of pickle
    std::uint32_t segment = 0;     ///< 1 + slot of the segment with its buffers; 0 it has none
    std::uint32_t buffers = 0;     ///< places of buffers between record and payload

    /// Bytes before the payload.
    std::uint64_t skip() const { return recordSize + std::uint64_t{buffers} * placeSize; }
    static constexpr std::uint64_t placeSize = 16;
};
static_assert(sizeof(FrameHead) == 32);

/// Buffers that came beside a payload (PEP 574), in memory that the sender does not touch while they
/// are kept.
struct FrameBuffers {
    std::vector<std::string_view> views;
    std::string_view range; ///< all of that memory
    std::shared_ptr<const void> kept;
    std::uint64_t size() const; ///< bytes of them all
};

/// A message as it arrived: a record of telemetry and a payload of pickle, both perhaps empty.
struct Frame {
    FrameHead head;
    Buffer bytes; ///< record, places of buffers, payload
    FrameBuffers beside;
    std::string_view record() const { return bytes.view().substr(0, head.recordSize); }
    std::string_view payload() const { return bytes.view().substr(head.skip()); }
};

/// How far a non-blocking step came.
enum class Progress : std::uint8_t { Again, Done, Closed };

/// One end of a duplex channel. One thread at a time. Lengths from the other end are checked against
/// `limit` before anything is allocated, and memory grows with the bytes that arrive, not with
/// what a head promises.
class Channel {
public:
    virtual ~Channel() = default;

    /// Can buffers travel beside a payload?
    virtual bool carriesBuffers() const = 0;
    /// Copies buffers to where the other end will look at them: they go with the next send. False
    /// where that cannot be, and then they have to stand in the payload.
    virtual bool place(std::span<const std::string_view> buffers) = 0;

    // The parent's side: never blocks.
    /// Begins to send; nothing else may be sent until flush() says Done after an Again. The views must
    /// live until then. The other end hears of it at flush() at the latest, so that many small frames
    /// cost it one wake.
    virtual Progress send(const FrameHead& head, std::string_view record,
                          std::string_view payload) = 0;
    /// Goes on with a send that gave Again, and wakes the other end where it waits for what was sent.
    virtual Progress flush() = 0;
    virtual bool sending() const = 0; ///< flush() has to be called again when there is room
    /// Takes what has arrived of one frame; Done when `frame` is whole, and the same `frame` until
    /// then. It may have taken more: call it until Again before you poll. A head that lies is Closed,
    /// with `fault`.
    virtual Progress receive(Frame& frame) = 0;
    virtual const std::string& fault() const = 0; ///< a sentence; empty after a clean end of file
    virtual int descriptor() const = 0;           ///< for poll
    virtual short events() const = 0;             ///< for poll
    /// Before that: waits for something to receive without sleeping, as long as that is likely to
    /// pay. Whether there is something.
    virtual bool linger() = 0;
    /// Before poll: tells the other end that it has to wake us. False where there is something to
    /// receive or room to flush already.
    virtual bool mayWait() = 0;
    /// Has more arrived than was received? As far as it is known without a system call.
    virtual bool holdsBytes() = 0;

    // The worker's side: waits.
    /// Waits until a frame begins to arrive and reads nothing of it: false at end of file.
    virtual bool waitReadable() = 0;
    virtual bool receiveAll(Frame& frame) = 0; ///< false at end of file or a fault
    /// As send(), and waits while there is no room.
    virtual bool sendAll(const FrameHead& head, std::string_view record,
                         std::string_view payload) = 0;
    virtual bool flushAll() = 0; ///< as flush(), and waits while there is no room
    /// What was sent reaches the other end though we are killed before flush().
    virtual bool sentIsSafe() const = 0;
};

inline constexpr std::uint64_t frameLimit = std::uint64_t{1} << 33; ///< 8 GiB

/// What the frames travel on.
enum class Transport : std::uint8_t {
    Pipe, ///< a socketpair: every byte goes through the kernel
    Ring  ///< rings in shared memory; the socketpair wakes, and tells of the other end's death
};
const char* nameOf(Transport transport); ///< "pipe", "ring"
std::optional<Transport> transportNamed(std::string_view name);
enum class RingSide : std::uint8_t { Parent, Worker };

/// A socketpair (AF_UNIX, stream, close-on-exec).
Result<std::pair<Descriptor, Descriptor>> makeSocketPair();
/// The end of a socketpair as a channel; makes it non-blocking.
std::unique_ptr<Channel> makePipeChannel(Descriptor end, std::uint64_t limit = frameLimit);
/// Bytes of shared memory that a ring channel needs, both ways.
std::size_t ringMemorySize();
/// The end of a ring channel. `memory` has ringMemorySize() bytes, seen by both, aligned to 64; the
/// parent's end is made before the worker's.
std::unique_ptr<Channel> makeRingChannel(Descriptor socket, std::shared_ptr<void> memory,
                                         RingSide side, std::uint64_t limit = frameLimit);

} // namespace poolscope
