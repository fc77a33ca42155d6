// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes as tests of pickles write them down.

#include <string>
#include <string_view>

namespace poolscope::test {

/// Bytes of a literal, its zeros too.
template <std::size_t size> std::string raw(const char (&literal)[size])
{
    return std::string(literal, size - 1);
}

inline std::string repeated(std::string_view piece, std::size_t count)
{
    std::string result;
    for (std::size_t i = 0; i < count; ++i) {
        result += piece;
    }
    return result;
}

} // namespace poolscope::test
