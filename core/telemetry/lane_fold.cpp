// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/lane_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace poolscope {

namespace {

template <class Whole> Whole sumOrMost(Whole a, Whole b)
{
    const auto sum = static_cast<std::uint64_t>(a) + b;
    return static_cast<Whole>(std::min<std::uint64_t>(sum, std::numeric_limits<Whole>::max()));
}

// A failure, a gap and a straggler are what one looks for: they stay rows of their own while they can.
bool mayJoin(const Row& a, const Row& b)
{
    if (a.failed || b.failed || a.attempt != b.attempt) return false;
    if (std::abs(endOf(a) - static_cast<double>(b.start)) > 1000) return false;
    const double shorter = std::min(durationOf(a), durationOf(b));
    return std::max(durationOf(a), durationOf(b)) <= 16 * shorter;
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

} // namespace

void LaneSeries::fold(bool force)
{
    LaneSeries folded;
    LaneReader reader(*this);
    const std::size_t before = size();
    for (std::size_t i = 0; i < before;) {
        Row row = reader.row(i++);
        if (i < before && (force || mayJoin(row, reader.row(i)))) join(row, reader.row(i++));
        folded.append(row);
    }
    folded.m_folded = m_folded + before - folded.size();
    folded.m_revision = m_revision + 1;
    *this = std::move(folded);
}

} // namespace poolscope
