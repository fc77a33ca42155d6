// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What fuzz targets promise: a rule that is broken ends the program, and libFuzzer keeps the input.

#include <cstddef>

namespace poolscope::fuzz {

/// Ends the program unless `holds`, with a line that says what does not.
void require(bool holds, const char* what);

/// Counts, from its making on, what this process allocates: the sanitizer tells of each allocation.
class MemoryBound final {
public:
    MemoryBound();
    ~MemoryBound();
    MemoryBound(const MemoryBound&) = delete;
    MemoryBound& operator=(const MemoryBound&) = delete;

    /// The most bytes that were held at one time.
    std::size_t peak() const;
    /// What reading may hold: 64 bytes for each byte of input, and a constant.
    static std::size_t allowed(std::size_t input) { return 64 * input + 16384; }
};

} // namespace poolscope::fuzz
