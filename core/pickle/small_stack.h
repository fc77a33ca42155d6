// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A stack whose first elements lie in itself: reading a small message allocates nothing for it.

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>

namespace poolscope {

template <class T, std::size_t inlineSize> class SmallStack final {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    SmallStack() = default;
    SmallStack(const SmallStack&) = delete;
    SmallStack& operator=(const SmallStack&) = delete;
    ~SmallStack()
    {
        if (m_data != m_inline) {
            std::free(m_data);
        }
    }

    std::size_t size() const { return m_size; }
    T* data() { return m_data; }
    T& operator[](std::size_t i) { return m_data[i]; }
    T& top() { return m_data[m_size - 1]; }
    T pop() { return m_data[--m_size]; }
    void truncate(std::size_t size) { m_size = size; }
    void push(T value)
    {
        if (m_size == m_capacity) [[unlikely]] {
            grow();
        }
        m_data[m_size++] = value;
    }

private:
    void grow()
    {
        const std::size_t capacity = m_capacity + m_capacity / 2;
        void* data = std::realloc(m_data == m_inline ? nullptr : m_data, capacity * sizeof(T));
        if (data == nullptr) {
            throw std::bad_alloc();
        }
        if (m_data == m_inline) {
            std::memcpy(data, m_inline, m_size * sizeof(T));
        }
        m_data = static_cast<T*>(data);
        m_capacity = capacity;
    }

    T* m_data = m_inline;
    std::size_t m_size = 0;
    std::size_t m_capacity = inlineSize;
    T m_inline[inlineSize];
};

} // namespace poolscope
