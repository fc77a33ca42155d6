// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A queue in one piece of memory that is used again and again: unlike a std::deque it allocates only
// while it grows.

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace poolscope {

/// T has a default; a place whose object was taken holds that.
template <class T> class Fifo final {
public:
    bool empty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    T& operator[](std::size_t i) { return m_places[(m_first + i) & mask()]; }
    const T& operator[](std::size_t i) const { return m_places[(m_first + i) & mask()]; }
    T& front() { return m_places[m_first]; }
    const T& front() const { return m_places[m_first]; }
    T& back() { return (*this)[m_size - 1]; }

    void push(T object)
    {
        if (m_size == m_places.size()) [[unlikely]] {
            grow();
        }
        m_places[(m_first + m_size++) & mask()] = std::move(object);
    }
    T pop()
    {
        assert(!empty());
        T object = std::exchange(front(), T());
        m_first = (m_first + 1) & mask();
        --m_size;
        return object;
    }
    T popBack()
    {
        assert(!empty());
        T object = std::exchange(back(), T());
        --m_size;
        return object;
    }
    void clear() { *this = Fifo(); }

private:
    std::size_t mask() const { return m_places.size() - 1; } ///< a power of two, less one
    void grow()
    {
        std::vector<T> more(m_places.empty() ? 8 : 2 * m_places.size());
        for (std::size_t i = 0; i < m_size; ++i) {
            more[i] = std::move((*this)[i]);
        }
        m_places = std::move(more);
        m_first = 0;
    }

    std::vector<T> m_places;
    std::size_t m_first = 0;
    std::size_t m_size = 0;
};

} // namespace poolscope
