// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An array that grows in pages of equal size: growing moves nothing and asks for no more than one
// page that is not full, so that a long run costs what it holds and no moment of it takes long.

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace poolscope {

template <class T, std::size_t pageSize>
class Paged final {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T& operator[](std::size_t i) const { return m_pages[i / pageSize][i % pageSize]; }
    T& operator[](std::size_t i) { return m_pages[i / pageSize][i % pageSize]; }
    const T& back() const { return (*this)[m_size - 1]; }
    T& back() { return (*this)[m_size - 1]; }

    void push_back(const T& value)
    {
        if (m_size == m_pages.size() * pageSize) {
            m_pages.push_back(std::make_unique_for_overwrite<T[]>(pageSize));
        }
        (*this)[m_size++] = value;
    }

    /// Grows by elements whose values are not set.
    void extend(std::size_t by)
    {
        m_size += by;
        while (m_pages.size() * pageSize < m_size) {
            m_pages.push_back(std::make_unique_for_overwrite<T[]>(pageSize));
        }
    }

    /// Lets go of what comes after the first `size`, which are no more than there are.
    void truncate(std::size_t size)
    {
        m_size = size;
        m_pages.resize((size + pageSize - 1) / pageSize);
    }

    std::size_t bytesHeld() const
    {
        return m_pages.size() * pageSize * sizeof(T) + m_pages.capacity() * sizeof(m_pages[0]);
    }

private:
    std::vector<std::unique_ptr<T[]>> m_pages;
    std::size_t m_size = 0;
};

} // namespace poolscope
