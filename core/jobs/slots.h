// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Objects side by side, as in a vector, where some places may be empty: a task that failed has no
// result. A place costs nothing beside its object as long as none is empty.

#include <cassert>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace poolscope {

template <class T> class Slots final {
public:
    Slots() = default;
    explicit Slots(std::size_t capacity)
        : m_data(capacity == 0 ? nullptr : std::allocator<T>().allocate(capacity)),
          m_capacity(capacity)
    {}
    Slots(Slots&& other) noexcept { swap(other); }
    Slots& operator=(Slots&& other) noexcept
    {
        Slots(std::move(other)).swap(*this);
        return *this;
    }
    ~Slots()
    {
        truncate(0);
        if (m_data != nullptr) {
            std::allocator<T>().deallocate(m_data, m_capacity);
        }
    }

    std::size_t size() const { return m_size; } ///< with the empty ones
    std::size_t capacity() const { return m_capacity; }
    bool full() const { return m_empty.empty(); } ///< no place is empty
    bool has(std::size_t i) const { return i < m_size && (full() || !m_empty[i]); }
    const T& operator[](std::size_t i) const
    {
        assert(has(i));
        return m_data[i];
    }
    T& back() { return m_data[m_size - 1]; }
    const T* data() const { return m_data; }

    /// Room for so many in all: until then nothing moves.
    void reserve(std::size_t capacity)
    {
        if (capacity > m_capacity) {
            grow(capacity);
        }
    }
    /// Adds the object that `make()` returns.
    template <class Make> void add(Make make)
    {
        if (m_size == m_capacity) [[unlikely]] {
            grow(m_capacity < 8 ? 16 : 2 * m_capacity);
        }
        addReserved(make);
    }
    /// The same where there is room.
    template <class Make> void addReserved(Make& make)
    {
        ::new (static_cast<void*>(m_data + m_size)) T(make());
        ++m_size;
        if (!full()) [[unlikely]] {
            m_empty.push_back(false);
        }
    }
    void push(T object)
    {
        add([&]() -> T&& { return std::move(object); });
    }
    void addEmpty()
    {
        if (m_size == m_capacity) {
            grow(m_capacity < 8 ? 16 : 2 * m_capacity);
        }
        m_empty.resize(m_size);
        m_empty.push_back(true);
        ++m_size;
    }
    /// Puts what `make()` returns into place `i`; what lies before it and was not there is empty.
    template <class Make> void put(std::size_t i, Make make)
    {
        padTo(i);
        if (i == m_size) {
            return add(make);
        }
        T object(make());
        if (has(i)) {
            m_data[i].~T();
        }
        ::new (static_cast<void*>(m_data + i)) T(std::move(object));
        if (!full()) {
            m_empty[i] = false;
        }
    }
    void padTo(std::size_t size)
    {
        while (m_size < size) {
            addEmpty();
        }
    }
    /// Forgets what lies behind the first `size` places; memory is kept.
    void truncate(std::size_t size)
    {
        if constexpr (!std::is_trivially_destructible_v<T>) {
            for (std::size_t i = size; i < m_size && !full(); ++i) {
                if (!m_empty[i]) {
                    m_data[i].~T();
                }
            }
            if (full() && size < m_size) {
                std::destroy(m_data + size, m_data + m_size);
            }
        }
        m_size = size < m_size ? size : m_size;
        if (!full()) {
            m_empty.resize(m_size);
        }
    }
    void swap(Slots& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
        m_empty.swap(other.m_empty);
    }

private:
    void grow(std::size_t capacity)
    {
        Slots larger(capacity);
        for (std::size_t i = 0; i < m_size; ++i) {
            if (has(i)) {
                larger.add([&]() -> T&& { return std::move(m_data[i]); });
            } else {
                larger.addEmpty();
            }
        }
        swap(larger);
    }

    T* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
    std::vector<bool> m_empty; ///< none, or one for each place
};

} // namespace poolscope
