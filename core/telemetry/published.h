// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A value that one thread writes and others read whole, where the writer never waits (a sequence
// lock). Every word is an atomic, so that a read that meets a write is torn, seen and done again,
// but is no data race.

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <type_traits>

namespace poolscope {

template <class T> class Published final {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % sizeof(std::uint64_t) == 0);
    static constexpr std::size_t wordCount = sizeof(T) / sizeof(std::uint64_t);
    using Words = std::array<std::uint64_t, wordCount>;

public:
    Published() { store(T{}); }

    void store(const T& value)
    {
        const auto words = std::bit_cast<Words>(value);
        const std::uint64_t turn = m_turn.load(std::memory_order_relaxed);
        m_turn.store(turn + 1, std::memory_order_relaxed);
        for (std::size_t i = 0; i < wordCount; ++i) {
            // Release: whoever sees this word also sees that the turn is odd.
            m_words[i].store(words[i], std::memory_order_release);
        }
        m_turn.store(turn + 2, std::memory_order_release);
    }

    T load() const
    {
        Words words;
        while (!tryLoad(words)) {
            std::this_thread::yield();
        }
        return std::bit_cast<T>(words);
    }

private:
    bool tryLoad(Words& words) const
    {
        const std::uint64_t turn = m_turn.load(std::memory_order_acquire);
        for (std::size_t i = 0; i < wordCount; ++i) {
            words[i] = m_words[i].load(std::memory_order_acquire);
        }
        return turn % 2 == 0 && m_turn.load(std::memory_order_relaxed) == turn;
    }

    std::atomic<std::uint64_t> m_turn{0}; // odd while a write is under way
    std::array<std::atomic<std::uint64_t>, wordCount> m_words{};
};

} // namespace poolscope
