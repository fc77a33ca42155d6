// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Numbers and gets as opcodes, for loops over a window of FramedOutput: each writes past what it keeps.

#include "core/pickle/opcode.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace poolscope {

inline char* putArgument(char* place, Op op, std::uint64_t argument, std::size_t bytes)
{
    *place = static_cast<char>(op);
    std::memcpy(place + 1, &argument, sizeof argument); // what is too much is written over
    return place + 1 + bytes;
}

/// In the shortest form; at most 10 bytes.
inline char* putNumber(char* place, std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    if (bits <= 0xff) {
        return putArgument(place, Op::BinInt1, bits, 1);
    }
    if (bits <= 0xffff) {
        return putArgument(place, Op::BinInt2, bits, 2);
    }
    if (value == static_cast<std::int32_t>(value)) {
        return putArgument(place, Op::BinInt, bits, 4);
    }
    const auto withoutSign = static_cast<std::uint64_t>(value ^ value >> 63);
    const auto bytes = static_cast<std::size_t>(std::bit_width(withoutSign)) / 8 + 1;
    *place = static_cast<char>(Op::Long1);
    place[1] = static_cast<char>(bytes);
    std::memcpy(place + 2, &bits, sizeof bits);
    return place + 2 + bytes;
}

inline char* putNumber(char* place, double value)
{
    const auto bits = __builtin_bswap64(std::bit_cast<std::uint64_t>(value));
    return putArgument(place, Op::BinFloat, bits, sizeof bits);
}

/// What the memo has by that number.
inline char* putGet(char* place, std::uint32_t number)
{
    return number < 256 ? putArgument(place, Op::BinGet, number, 1)
                        : putArgument(place, Op::LongBinGet, number, 4);
}

} // namespace poolscope
