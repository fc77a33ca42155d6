// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/row_join.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace poolscope {

namespace {

constexpr double aMoment = 1000; // ns that may lie between neighbours
constexpr double alike = 16;     // times as long, at most

template <class Whole> Whole sumOrMost(Whole a, Whole b)
{
    const auto sum = static_cast<std::uint64_t>(a) + b;
    return static_cast<Whole>(std::min<std::uint64_t>(sum, std::numeric_limits<Whole>::max()));
}

} // namespace

bool mayJoin(const Row& a, const Row& b, double rows)
{
    if (a.failed || b.failed || a.attempt != b.attempt) return false;
    const double whole = durationOf(a), each = whole / rows, other = durationOf(b);
    if (std::abs(static_cast<double>(a.start) + whole - static_cast<double>(b.start)) > aMoment) return false;
    return std::max(each, other) <= alike * std::min(each, other);
}

void join(Row& a, const Row& b)
{
    const double gap = static_cast<double>(b.start) - endOf(a);
    for (std::size_t i = 0; i < stepCount; ++i) a.step[i] += b.step[i];
    if (gap > 0) a[Step::Wait] += static_cast<float>(gap);
    a.count = sumOrMost(a.count, b.count);
    a.bytesOut = sumOrMost(a.bytesOut, b.bytesOut);
    a.bytesBack = sumOrMost(a.bytesBack, b.bytesBack);
    a.failed = sumOrMost(a.failed, b.failed);
}

} // namespace poolscope
