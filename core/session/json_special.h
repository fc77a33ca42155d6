// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The keys that make an object of one pair stand for something that JSON has no form for. Private
// to core/session.

#include <algorithm>
#include <string_view>

namespace poolscope {

inline constexpr std::string_view specialKeys[] = {"float", "bytes",     "bytearray", "tuple",
                                                   "set",   "frozenset", "dict"};

inline bool isSpecialKey(std::string_view key)
{
    return std::find(std::begin(specialKeys), std::end(specialKeys), key) != std::end(specialKeys);
}

} // namespace poolscope
