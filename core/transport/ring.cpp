// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/transport/ring.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/uio.h>

namespace poolscope {

namespace {

constexpr std::size_t mask = ringCapacity - 1;

RingPlaces& placesOf(void* ring) { return *static_cast<RingPlaces*>(ring); }
char* bytesOf(void* ring) { return static_cast<char*>(ring) + sizeof(RingPlaces); }

/// A flag that is set by one who is going to wait: cleared by whoever wakes it. The fence stands
/// between what was published and this look, as the other end has one between its flag and its last
/// look, so that one of the two sees the other.
bool takeFlag(std::atomic<std::uint32_t>& flag)
{
    std::atomic_thread_fence(std::memory_order_seq_cst);
    return flag.load(std::memory_order_relaxed) != 0 && flag.exchange(0) != 0;
}

void raise(std::atomic<std::uint32_t>& flag)
{
    flag.store(1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

} // namespace

RingWriter::RingWriter(void* ring) : m_places(placesOf(ring)), m_bytes(bytesOf(ring)) {}

std::size_t RingWriter::room()
{
    m_taken = m_places.taken.load(std::memory_order_acquire);
    const std::uint64_t held = m_written - m_taken; // huge where `taken` runs ahead
    m_isWrong = m_isWrong || held > ringCapacity;
    return m_isWrong ? 0 : ringCapacity - static_cast<std::size_t>(held);
}

void RingWriter::copyIn(const void* bytes, std::size_t count)
{
    const std::size_t at = m_written & mask;
    const std::size_t toEnd = std::min(count, ringCapacity - at);
    std::memcpy(m_bytes + at, bytes, toEnd);
    if (toEnd != count) [[unlikely]] {
        std::memcpy(m_bytes, static_cast<const char*>(bytes) + toEnd, count - toEnd);
    }
    m_written += count;
}

Moved RingWriter::give(const iovec* parts, std::size_t count)
{
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < count; ++i) {
        wanted += parts[i].iov_len;
    }
    std::size_t left = ringCapacity - static_cast<std::size_t>(m_written - m_taken);
    if (wanted > left) {
        left = room();
    }
    if (m_isWrong) {
        return {Moved::State::End, 0, EPROTO};
    }
    const std::size_t given = std::min(wanted, left);
    std::size_t rest = given;
    for (std::size_t i = 0; i < count && rest != 0; ++i) {
        const std::size_t size = std::min(rest, parts[i].iov_len);
        if (size != 0) {
            copyIn(parts[i].iov_base, size);
            rest -= size;
        }
    }
    m_places.written.store(m_written, std::memory_order_release);
    m_isAnnounced = m_isAnnounced && given == 0;
    return {given == 0 ? Moved::State::Again : Moved::State::Some, given, 0};
}

bool RingWriter::mustWake()
{
    if (m_isAnnounced) {
        return false;
    }
    m_isAnnounced = true;
    return takeFlag(m_places.readerWaits);
}

bool RingWriter::mayWait()
{
    raise(m_places.writerWaits);
    if (room() >= ringCapacity / 2 || m_isWrong) {
        waitIsOver();
        return false;
    }
    return true;
}

RingReader::RingReader(void* ring) : m_places(placesOf(ring)), m_bytes(bytesOf(ring)) {}

std::uint64_t RingReader::available()
{
    if (m_written == m_taken) {
        m_written = m_places.written.load(std::memory_order_acquire);
    }
    return m_written - m_taken;
}

Moved RingReader::take(void* to, std::size_t count)
{
    const std::uint64_t held = available();
    if (held == 0 || held > ringCapacity) {
        return held == 0 ? Moved{Moved::State::Again, 0, 0} : Moved{Moved::State::End, 0, EPROTO};
    }
    const std::size_t size = std::min<std::uint64_t>(held, count);
    const std::size_t at = m_taken & mask;
    const std::size_t toEnd = std::min(size, ringCapacity - at);
    std::memcpy(to, m_bytes + at, toEnd);
    if (toEnd != size) [[unlikely]] {
        std::memcpy(static_cast<char*>(to) + toEnd, m_bytes, size - toEnd);
    }
    m_taken += size;
    m_places.taken.store(m_taken, std::memory_order_release);
    return {Moved::State::Some, size, 0};
}

bool RingReader::mustWake()
{
    const std::uint64_t written = m_places.written.load(std::memory_order_relaxed);
    return written - m_taken <= ringCapacity / 2 && takeFlag(m_places.writerWaits);
}

bool RingReader::mayWait()
{
    raise(m_places.readerWaits);
    if (available() != 0) {
        waitIsOver();
        return false;
    }
    return true;
}

} // namespace poolscope
