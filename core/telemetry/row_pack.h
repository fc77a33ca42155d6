// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Rows as they are kept and saved: about 35 bytes instead of 88. Sixteen rows make a block, which can
// be read without any other; the bytes of a block may come from a file and are checked as they are read.
//
// A row is six bytes of control and then its twenty numbers. Two bits of control for each number say
// how many bytes it has: 0, 1, 2 or 4, little-endian; bit 40 makes 4 into 8. Bits 41 and 42 say that
// a byte follows with the attempt, and one with the failed tasks. The numbers in their order: the
// fourteen steps (whole ns), start less the end of the row before it (that of the first row is 0),
// lead, item less the first after the row before it, count, bytes out, bytes back. Numbers that may
// be negative (the second group of the first three) are written as zigzag: 0, −1, 1, −2 are 0, 1, 2, 3.

#include "core/telemetry/lane_series.h"

#include <cstddef>
#include <span>

namespace poolscope {

inline constexpr std::size_t mostRowBytes = 6 + 20 * 8 + 2;
/// Bytes that may be read, and are not used, after the end of what is unpacked.
inline constexpr std::size_t packSlack = 8;

/// Writes up to sixteen rows of one lane and returns how many bytes that took, `mostRowBytes` each at
/// most. Steps are rounded to whole ns; rows are in the order of their start.
std::size_t packRows(std::span<const Row> rows, std::uint8_t* out);

/// Reads the rows of a block one after the other.
class RowUnpacker final {
public:
    /// `packSlack` bytes after `size` must be readable.
    RowUnpacker(const std::uint8_t* bytes, std::size_t size, std::uint16_t worker)
        : m_at(bytes), m_end(bytes + size), m_worker(worker)
    {
    }
    /// The next row; false where it would go beyond the end, or a number is out of its range.
    bool read(Row& row);
    const std::uint8_t* at() const { return m_at; } ///< behind what was read

private:
    const std::uint8_t* m_at;
    const std::uint8_t* m_end;
    std::uint16_t m_worker;
    std::int64_t m_endBefore = 0, m_itemBefore = 0; ///< what the next row is counted from
};

} // namespace poolscope
