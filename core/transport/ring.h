// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Bytes one way between two processes, in memory that both see. Each end keeps its own place in
// memory of its own and believes nothing that the other end says of its place: a process that is
// killed in the middle of a step has published nothing, and one that lies is found out.

#include "core/transport/byte_stream.h"

#include <atomic>

namespace poolscope {

/// What both ends see of a ring. Counts of bytes since the beginning, which only grow.
struct RingPlaces {
    alignas(64) std::atomic<std::uint64_t> written{0};
    std::atomic<std::uint32_t> writerWaits{0}; ///< for room
    alignas(64) std::atomic<std::uint64_t> taken{0};
    std::atomic<std::uint32_t> readerWaits{0}; ///< for bytes
};
static_assert(sizeof(RingPlaces) == 128 && std::atomic<std::uint64_t>::is_always_lock_free);

inline constexpr std::size_t ringCapacity = 512 * 1024; ///< bytes; a power of two
/// Memory of one way: the places and the bytes.
inline constexpr std::size_t ringSize = sizeof(RingPlaces) + ringCapacity;

class RingWriter final {
public:
    explicit RingWriter(void* ring);

    /// Copies in what there is room for and publishes it. End: the reader's place cannot be.
    Moved give(const iovec* parts, std::size_t count);
    /// Whether the reader waits; it is asked once for each time it does.
    bool mustWake();
    /// Before a wait for room: false where there is some.
    bool mayWait();
    void waitIsOver() { m_places.writerWaits.store(0, std::memory_order_relaxed); }

private:
    std::size_t room();
    void copyIn(const void* bytes, std::size_t count);

    RingPlaces& m_places;
    char* const m_bytes;
    std::uint64_t m_written = 0;
    std::uint64_t m_taken = 0; // as it was seen last
    bool m_isWrong = false;
    bool m_isAnnounced = true;
};

class RingReader final {
public:
    explicit RingReader(void* ring);

    /// Copies out what there is. Again where there is nothing, End where the writer's place cannot be.
    Moved take(void* to, std::size_t count);
    bool holdsBytes() { return available() != 0; }
    /// Whether the writer waits and has much room by now; it is asked once for each time it waits.
    bool mustWake();
    /// Before a wait for bytes: false where there are some.
    bool mayWait();
    void waitIsOver() { m_places.readerWaits.store(0, std::memory_order_relaxed); }

private:
    std::uint64_t available();

    RingPlaces& m_places;
    const char* const m_bytes;
    std::uint64_t m_taken = 0;
    std::uint64_t m_written = 0; // as it was seen last
};

} // namespace poolscope
