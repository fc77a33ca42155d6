// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/memory_bound.h"

#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace poolscope::fuzz {

namespace {

// The sanitizer's hooks know no object to tell; libFuzzer runs one input at a time.
std::atomic<bool> isCounting = false;
std::atomic<std::ptrdiff_t> held = 0;
std::atomic<std::ptrdiff_t> most = 0;

void allocated(const volatile void*, std::size_t size)
{
    if (isCounting.load(std::memory_order_relaxed)) {
        const std::ptrdiff_t now = held += static_cast<std::ptrdiff_t>(size);
        most = std::max(most.load(std::memory_order_relaxed), now);
    }
}

void freed(const volatile void* place)
{
    if (isCounting.load(std::memory_order_relaxed)) {
        held -= static_cast<std::ptrdiff_t>(__sanitizer_get_allocated_size(place));
    }
}

const bool isInstalled = __sanitizer_install_malloc_and_free_hooks(allocated, freed) != 0;

} // namespace

void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "broken: %s\n", what);
        std::abort();
    }
}

MemoryBound::MemoryBound()
{
    require(isInstalled, "allocations can be counted");
    held = 0;
    most = 0;
    isCounting = true;
}

MemoryBound::~MemoryBound() { isCounting = false; }

std::size_t MemoryBound::peak() const { return static_cast<std::size_t>(most.load()); }

} // namespace poolscope::fuzz
