// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An array of plain values that grows by realloc, which for large ones moves pages, not bytes.

#include <cstddef>
#include <cstdlib>
#include <new>
#include <type_traits>

namespace poolscope {

template <class T> class GrowingArray final {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    GrowingArray() = default;
    GrowingArray(const GrowingArray&) = delete;
    GrowingArray& operator=(const GrowingArray&) = delete;
    ~GrowingArray() { std::free(m_data); }

    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_capacity; }
    const T* data() const { return m_data; }
    T* data() { return m_data; }
    const T& operator[](std::size_t i) const { return m_data[i]; }
    T& operator[](std::size_t i) { return m_data[i]; }

    void push(const T& value)
    {
        if (m_size == m_capacity) [[unlikely]] {
            grow(1);
        }
        m_data[m_size++] = value;
    }
    /// Adds `count` values that the caller fills in.
    T* extend(std::size_t count)
    {
        if (m_capacity - m_size < count) [[unlikely]] {
            grow(count);
        }
        T* first = m_data + m_size;
        m_size += count;
        return first;
    }
    void truncate(std::size_t size) { m_size = size; }

private:
    void grow(std::size_t extra)
    {
        std::size_t capacity = m_capacity + m_capacity / 2;
        capacity = capacity < m_size + extra ? m_size + extra : capacity;
        capacity = capacity < 32 ? 32 : capacity;
        auto* data = static_cast<T*>(std::realloc(m_data, capacity * sizeof(T)));
        if (data == nullptr) {
            throw std::bad_alloc();
        }
        m_data = data;
        m_capacity = capacity;
    }

    T* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace poolscope
