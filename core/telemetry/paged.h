// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An array that grows in pages of equal size: growing moves nothing and asks for no more than one
// page that is not full, so that a long run costs what it holds and no moment of it takes long.

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include <sys/mman.h>

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
        extend(1);
        back() = value;
    }

    /// Grows by elements whose values are not set.
    void extend(std::size_t by)
    {
        m_size += by;
        while (m_pages.size() * pageSize < m_size) addPages();
    }

    /// Lets go of what comes after the first `size`, which are no more than there are. Its memory is
    /// kept for what comes next.
    void truncate(std::size_t size) { m_size = size; }

    std::size_t bytesHeld() const { return m_pages.size() * pageBytes + m_pages.capacity() * sizeof(T*); }

private:
    static constexpr std::size_t pageBytes = (pageSize * sizeof(T) + 63) / 64 * 64;
    static constexpr std::size_t slab = std::size_t{2} << 20; ///< one large page of the kernel
    struct Free {
        void operator()(T* memory) const { std::free(memory); }
    };

    /// One, or as many as fit in a large page where that is little beside what is held already: each
    /// small page that is touched for the first time waits for the kernel.
    void addPages()
    {
        const bool large = m_pages.size() * pageBytes >= 4 * slab;
        const std::size_t bytes = large ? slab : pageBytes;
        auto* const memory = static_cast<T*>(std::aligned_alloc(large ? slab : 64, bytes));
        if (memory == nullptr) throw std::bad_alloc();
        m_memory.emplace_back(memory);
        if (large) ::madvise(memory, slab, MADV_HUGEPAGE);
        for (std::size_t i = 0; i < bytes / pageBytes; ++i) {
            m_pages.push_back(reinterpret_cast<T*>(reinterpret_cast<std::byte*>(memory) + i * pageBytes));
        }
    }

    std::vector<T*> m_pages;
    std::vector<std::unique_ptr<T, Free>> m_memory; ///< of one page, or of some
    std::size_t m_size = 0;
};

} // namespace poolscope
