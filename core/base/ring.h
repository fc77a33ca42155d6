// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A ring between one producer and one consumer that never waits: a full ring refuses, and whoever
// asked counts what was refused.

#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <type_traits>

namespace poolscope {

/// `push` is for one thread, `pop` for one other. T is copied; the capacity is rounded up to a power
/// of two. Memory is touched only as it is used, so that a large ring that stays empty costs little.
template <class T> class Ring final {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    explicit Ring(std::size_t capacity)
        : m_mask(std::bit_ceil(capacity) - 1), m_slots(std::allocator<T>().allocate(m_mask + 1))
    {}
    ~Ring() { std::allocator<T>().deallocate(m_slots, m_mask + 1); }
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;

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

    /// False when the ring is empty.
    bool pop(T& item)
    {
        const auto tail = m_tail.load(std::memory_order_relaxed);
        if (tail == m_head.load(std::memory_order_acquire)) {
            return false;
        }
        item = m_slots[tail & m_mask];
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

private:
    std::size_t m_mask;
    T* m_slots;
    alignas(64) std::atomic<std::size_t> m_head{0};
    std::size_t m_seenTail = 0; // the producer's last look at the tail
    alignas(64) std::atomic<std::size_t> m_tail{0};
};

} // namespace poolscope
