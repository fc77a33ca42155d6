// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory/counted_memory.h"

#include <malloc.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <new>

// The linker's names: what our code calls malloc is __wrap_malloc, and __real_malloc is the library's
// or the sanitizer's.
extern "C" {
void* __real_malloc(std::size_t size);
void* __real_realloc(void* place, std::size_t size);
void __real_free(void* place);
}

namespace {

thread_local bool isCounting = false;
thread_local std::ptrdiff_t held = 0;
thread_local std::ptrdiff_t most = 0;

void count(void* place, std::ptrdiff_t sign)
{
    if (isCounting && place != nullptr) {
        held += sign * static_cast<std::ptrdiff_t>(::malloc_usable_size(place));
        most = std::max(most, held);
    }
}

} // namespace

extern "C" {

void* __wrap_malloc(std::size_t size)
{
    void* place = __real_malloc(size);
    count(place, 1);
    return place;
}

void __wrap_free(void* place)
{
    count(place, -1);
    __real_free(place);
}

void* __wrap_realloc(void* place, std::size_t size)
{
    const std::size_t before = place != nullptr && isCounting ? ::malloc_usable_size(place) : 0;
    void* moved = __real_realloc(place, size);
    count(moved, 1);
    held -= moved != nullptr ? static_cast<std::ptrdiff_t>(before) : 0;
    return moved;
}
}

void* operator new(std::size_t size)
{
    void* place = __wrap_malloc(size);
    return place != nullptr ? place : throw std::bad_alloc();
}

void operator delete(void* place) noexcept { __wrap_free(place); }
void operator delete(void* place, std::size_t) noexcept { __wrap_free(place); }

namespace poolscope::test {

CountedMemory::CountedMemory()
{
    assert(!isCounting);
    held = 0;
    most = 0;
    isCounting = true;
}

CountedMemory::~CountedMemory() { isCounting = false; }

std::size_t CountedMemory::peak() const { return static_cast<std::size_t>(most); }

} // namespace poolscope::test
