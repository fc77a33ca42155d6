// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much memory a piece of code holds at most. A program that uses it is linked with poolscope_counted_memory
// of tests/CMakeLists.txt, which leads malloc, realloc and free of our own code here; new and delete
// come here anyway.

#include <cstddef>

namespace poolscope::test {

/// Counts what this thread allocates from its making on. One at a time.
class CountedMemory final {
public:
    CountedMemory();
    ~CountedMemory();
    CountedMemory(const CountedMemory&) = delete;
    CountedMemory& operator=(const CountedMemory&) = delete;

    /// The most bytes that were held at one time. A block that grows counts with its old size and
    /// its new one, as if it were always copied.
    std::size_t peak() const;
};

} // namespace poolscope::test
