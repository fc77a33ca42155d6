// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Memory that is about to be filled from one end to the other. Each of its pages is made by the
// kernel when it is touched first, which can take longer than to fill it; large pages are few.

#include <cstddef>
#include <cstdint>

#include <sys/mman.h>

namespace poolscope {

/// Says to the kernel that all of it will be used. Nothing happens where it is small, or where the
/// kernel has no large pages.
inline void expectUse(void* memory, std::size_t bytes)
{
    constexpr std::uintptr_t page = 4096;
    constexpr std::size_t least = std::size_t{4} << 20;
    if (bytes < least) {
        return;
    }
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t begin = (address + page - 1) / page * page;
    const std::uintptr_t end = (address + bytes) / page * page;
    ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

} // namespace poolscope
