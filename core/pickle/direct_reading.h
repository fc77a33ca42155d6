// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Bodies of DirectReader that belong into the loops of those who call them.

#include "core/pickle/direct_reader.h"

namespace poolscope {

inline bool DirectReader::integer(std::int64_t& value)
{
    std::uint64_t bits = 0;
    switch (next()) {
    case Op::BinInt1:
        if (!argument<1>(bits)) {
            return false;
        }
        break;
    case Op::BinInt2:
        if (!argument<2>(bits)) {
            return false;
        }
        break;
    case Op::BinInt:
        if (!argument<4>(bits)) {
            return false;
        }
        value = static_cast<std::int32_t>(bits);
        return true;
    case Op::Long1: {
        const std::size_t size = left() < 2 ? 9 : static_cast<unsigned char>(m_at[1]);
        if (size == 0 || size > 8 || left() < 2 + size) {
            return false;
        }
        std::memcpy(&bits, m_at + 2, size);
        const int unused = 64 - 8 * static_cast<int>(size);
        value = static_cast<std::int64_t>(bits << unused) >> unused;
        m_at += 2 + size;
        return true;
    }
    default: return false;
    }
    value = static_cast<std::int64_t>(bits);
    return true;
}

inline bool DirectReader::real(double& value)
{
    std::uint64_t bits = 0;
    if (next() != Op::BinFloat || !argument<8>(bits)) {
        return false;
    }
    value = std::bit_cast<double>(__builtin_bswap64(bits));
    return true;
}

template <class Read> bool DirectReader::fields(Read readField)
{
    if (!make(Op::EmptyDict)) {
        return false;
    }
    std::string_view name;
    const auto field = [&] { return text(name) && readField(name); };
    if (next() != Op::Mark) {
        return field() && take(Op::SetItem);
    }
    ++m_at;
    while (next() != Op::SetItems) {
        if (!field()) {
            return false;
        }
    }
    ++m_at;
    return true;
}

} // namespace poolscope
