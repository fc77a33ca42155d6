// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace poolscope {

/// The number at place `i` of an endless row that looks random and is the same everywhere: any place
/// can be asked for, so tasks need not share a generator (splitmix64: Steele, Lea, Flood 2014).
constexpr std::uint64_t seeded(std::uint64_t i)
{
    std::uint64_t bits = (i + 1) * 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

} // namespace poolscope
