// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Bytes that grow without being zeroed first: pickles are written into it, frames are read into it.
// Bytes that are only looked at are a std::string_view everywhere.

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

namespace poolscope {

/// A growing run of bytes with one owner. clear() keeps the memory, so that a buffer which serves
/// many messages allocates only while it grows.
class Buffer final {
public:
    Buffer() = default;
    Buffer(Buffer&& other) noexcept { swap(other); }
    Buffer& operator=(Buffer&& other) noexcept
    {
        swap(other);
        return *this;
    }
    ~Buffer() { std::free(m_data); }

    const char* data() const { return m_data; }
    char* data() { return m_data; }
    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_capacity; }
    bool empty() const { return m_size == 0; }
    std::string_view view() const { return {m_data, m_size}; }

    void clear() { m_size = 0; }
    /// Forgets what lies behind the first `size` bytes.
    void truncate(std::size_t size) { m_size = size < m_size ? size : m_size; }
    /// Room for `extra` more bytes: append up to that much without another allocation.
    void reserve(std::size_t extra)
    {
        if (m_capacity - m_size < extra) {
            grow(extra);
        }
    }
    /// Adds `count` bytes and returns where they begin; what they hold is not defined.
    char* extend(std::size_t count)
    {
        reserve(count);
        char* begin = m_data + m_size;
        m_size += count;
        return begin;
    }
    void append(const void* bytes, std::size_t count)
    {
        if (count != 0) {
            std::memcpy(extend(count), bytes, count);
        }
    }
    void append(std::string_view bytes) { append(bytes.data(), bytes.size()); }
    void append(char byte) { *extend(1) = byte; }

    void swap(Buffer& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
    }

private:
    void grow(std::size_t extra)
    {
        std::size_t capacity = m_capacity + m_capacity / 2;
        if (capacity < m_size + extra) {
            capacity = m_size + extra;
        }
        capacity = capacity < 64 ? 64 : capacity;
        auto* data = static_cast<char*>(std::realloc(m_data, capacity));
        if (data == nullptr) {
            throw std::bad_alloc();
        }
        m_data = data;
        m_capacity = capacity;
    }

    char* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace poolscope
