// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An array that grows in pages of equal size: growing moves nothing and asks for no more than one
// page that is not full, so that a long run costs what it holds and no moment of it takes long.
// Copies share the pages. What is in the array never changes, so that a copy may be read by one thread
// while the array it was made of grows on another.

#include <algorithm>
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
    Paged() = default;
    /// Both may grow afterwards; the copy then first takes a last page of its own.
    Paged(const Paged& other) : m_pages(other.m_pages), m_size(other.m_size), m_shared(m_size), m_lastIsForeign(true)
    {
        other.m_shared = m_size;
    }
    Paged& operator=(const Paged& other)
    {
        Paged copy(other);
        return *this = std::move(copy);
    }
    Paged(Paged&&) noexcept = default;
    Paged& operator=(Paged&&) noexcept = default;
    ~Paged() = default;

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T& operator[](std::size_t i) const { return m_pages[i / pageSize].get()[i % pageSize]; }
    const T& back() const { return (*this)[m_size - 1]; }

    void push_back(const T& value) { *extend(1) = value; }

    /// Grows by elements whose values are not set, and returns the first of them: as many as fit in its
    /// page lie behind each other.
    T* extend(std::size_t by)
    {
        if (m_lastIsForeign) ownLastPage();
        const std::size_t first = m_size;
        m_size += by;
        while (m_pages.size() * pageSize < m_size) addPages();
        return m_pages[first / pageSize].get() + first % pageSize;
    }

    /// Lets go of what comes after the first `size`, which are no more than there are. Its memory is
    /// kept for what comes next, unless a copy still shows it.
    void truncate(std::size_t size)
    {
        m_size = size;
        if (size >= m_shared) return;
        m_pages.resize((size + pageSize - 1) / pageSize);
        m_shared = size;
        ownLastPage();
    }

    /// Of memory; what copies share is counted in each.
    std::size_t bytesHeld() const { return m_pages.size() * pageBytes + m_pages.capacity() * sizeof(Page); }

private:
    using Page = std::shared_ptr<T>; ///< of the memory that it lies in
    static constexpr std::size_t pageBytes = (pageSize * sizeof(T) + 63) / 64 * 64;
    static constexpr std::size_t slab = std::size_t{2} << 20; ///< one large page of the kernel
    struct Free {
        void operator()(std::byte* memory) const { std::free(memory); }
    };

    static std::shared_ptr<std::byte> memoryOf(std::size_t bytes, std::size_t alignment)
    {
        auto* const memory = static_cast<std::byte*>(std::aligned_alloc(alignment, bytes));
        if (memory == nullptr) throw std::bad_alloc();
        return {memory, Free()};
    }

    /// One, or as many as fit in a large page where that is little beside what is held already: each
    /// small page that is touched for the first time waits for the kernel.
    void addPages()
    {
        const bool large = m_pages.size() * pageBytes >= 4 * slab;
        const std::size_t bytes = large ? slab : pageBytes;
        const std::shared_ptr<std::byte> memory = memoryOf(bytes, large ? slab : 64);
        if (large) ::madvise(memory.get(), slab, MADV_HUGEPAGE);
        for (std::size_t i = 0; i < bytes / pageBytes; ++i) {
            m_pages.emplace_back(memory, reinterpret_cast<T*>(memory.get() + i * pageBytes));
        }
    }

    /// What is written to the page of the last element must not be seen by another array.
    void ownLastPage()
    {
        m_lastIsForeign = false;
        m_pages.resize((m_size + pageSize - 1) / pageSize);
        if (m_size % pageSize == 0) return;
        const std::shared_ptr<std::byte> memory = memoryOf(pageBytes, 64);
        T* const copy = reinterpret_cast<T*>(memory.get());
        std::copy_n(m_pages.back().get(), m_size % pageSize, copy);
        m_pages.back() = Page(memory, copy);
    }

    std::vector<Page> m_pages;
    std::size_t m_size = 0;
    mutable std::size_t m_shared = 0; ///< elements that copies show
    bool m_lastIsForeign = false;     ///< another array may grow into its last page
};

} // namespace poolscope
