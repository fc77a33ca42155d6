// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A ring between one producer and one consumer that never waits: a full ring refuses, and whoever
// asked counts what was refused.

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <type_traits>

namespace poolscope {

/// `push` is for one thread, `popAll` for one other. T is copied; the capacity is rounded up to a power
/// of two. Memory is touched only as it is used, so that a large ring that stays empty costs little.
template <class T> class FeedRing final {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    explicit FeedRing(std::size_t capacity)
        : m_mask(std::bit_ceil(capacity) - 1), m_slots(std::allocator<T>().allocate(m_mask + 1))
    {}
    ~FeedRing() { std::allocator<T>().deallocate(m_slots, m_mask + 1); }
    FeedRing(const FeedRing&) = delete;
    FeedRing& operator=(const FeedRing&) = delete;

    std::size_t capacity() const { return m_mask + 1; }

    /// False when the ring is full: the item was not taken.
    bool push(const T& item)
    {
        const auto head = m_head.load(std::memory_order_relaxed);
        if (head - m_seenTail > m_mask) {
            m_seenTail = m_tail.load(std::memory_order_acquire);
            if (head - m_seenTail > m_mask) {
                return false;
            }
        }
        std::construct_at(m_slots + (head & m_mask), item);
        m_head.store(head + 1, std::memory_order_release);
        return true;
    }

    /// Takes all that is there now, but no more than the capacity, as one or two runs of neighbours:
    /// `take(const T* begin, const T* end)`.
    template <class Take> void popAll(Take take)
    {
        const auto tail = m_tail.load(std::memory_order_relaxed);
        const auto head = m_head.load(std::memory_order_acquire);
        if (head == tail) {
            return;
        }
        const std::size_t from = tail & m_mask;
        const std::size_t first = std::min(head - tail, m_mask + 1 - from);
        take(m_slots + from, m_slots + from + first);
        if (head - tail > first) {
            take(m_slots, m_slots + (head - tail - first));
        }
        m_tail.store(head, std::memory_order_release);
    }

private:
    std::size_t m_mask;
    T* m_slots;
    alignas(64) std::atomic<std::size_t> m_head{0};
    std::size_t m_seenTail = 0; // the producer's last look at the tail
    alignas(64) std::atomic<std::size_t> m_tail{0};
};

} // namespace poolscope
