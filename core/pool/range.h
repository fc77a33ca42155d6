// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/pool/errors.h"

#include <cstdint>

namespace poolscope {

/// Python's range: start, start + step, … before stop.
class Range final {
public:
    class Iterator final {
    public:
        Iterator(const Range& range, std::uint64_t i)
            : m_start(range.m_start), m_step(range.m_step), m_i(i)
        {}
        std::int64_t operator*() const
        {
            // Unsigned, since the way from the start may be longer than an int64.
            return static_cast<std::int64_t>(static_cast<std::uint64_t>(m_start) +
                                             m_i * static_cast<std::uint64_t>(m_step));
        }
        Iterator& operator++()
        {
            ++m_i;
            return *this;
        }
        bool operator==(const Iterator& other) const { return m_i == other.m_i; }

    private:
        std::int64_t m_start;
        std::int64_t m_step;
        std::uint64_t m_i;
    };

    /// ValueError where the step is 0.
    Range(std::int64_t start, std::int64_t stop, std::int64_t step = 1)
        : m_start(start), m_step(step), m_size(count(start, stop, step))
    {}
    std::uint64_t size() const { return m_size; }
    std::int64_t start() const { return m_start; }
    std::int64_t step() const { return m_step; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, m_size}; }

private:
    static std::uint64_t count(std::int64_t start, std::int64_t stop, std::int64_t step)
    {
        if (step == 0) {
            throw ValueError({"ValueError", "The step of a range must not be 0.", "step"});
        }
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        const auto from = static_cast<std::uint64_t>(start);
        const auto to = static_cast<std::uint64_t>(stop);
        const auto by = static_cast<std::uint64_t>(step);
        return step > 0 ? (to - from - 1) / by + 1 : (from - to - 1) / (0 - by) + 1;
    }

    std::int64_t m_start;
    std::int64_t m_step;
    std::uint64_t m_size;
};

inline Range range(std::int64_t stop) { return {0, stop}; }
inline Range range(std::int64_t start, std::int64_t stop, std::int64_t step = 1)
{
    return {start, stop, step};
}

} // namespace poolscope
