// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/dispatch/chunk_size.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace poolscope {

namespace {

constexpr double kept = 0.98;            ///< of the weight of earlier chunks, at each new one
constexpr double handingOut = 0.03;      ///< of a chunk's cost
constexpr double leastTime = 200'000;    ///< ns
constexpr double mostTime = 20'000'000;  ///< ns
constexpr double leastPerChunk = 300;    ///< ns; a line through a few noisy chunks may say less
constexpr double leastPerItem = 1;       ///< ns
constexpr double mostPerChunk = 100'000; ///< ns
constexpr double byLately = 0.3;
constexpr std::uint32_t growth = 4; ///< at most, from what has been measured
constexpr std::uint32_t largest = 1'000'000;

std::string timeText(double nanos)
{
    const bool micros = nanos < 999'500; // from there on three digits would need an exponent
    const double value = nanos / (micros ? 1e3 : 1e6);
    char text[32];
    std::snprintf(text, sizeof text, value < 99.5 ? "%.2g %s" : "%.0f %s", value, micros ? "µs" : "ms");
    return text;
}

} // namespace

void ChunkSize::measured(std::uint32_t count, Nanos cost)
{
    const auto size = static_cast<double>(count);
    const auto nanos = static_cast<double>(cost);
    for (double* sum : {&m_weight, &m_size, &m_cost, &m_sizeSize, &m_sizeCost}) {
        *sum *= kept;
    }
    m_weight += 1;
    m_size += size;
    m_cost += nanos;
    m_sizeSize += size * size;
    m_sizeCost += size * nanos;
    m_largest = std::max(m_largest, count);
    m_tasks += size;
    m_neighbours += size * size;
    const double weight = m_lately == 0 ? 1 : byLately;
    m_lately += weight * (nanos / size - m_lately);
    m_latelySize += weight * (size - m_latelySize);
}

ChunkSize::Line ChunkSize::line() const
{
    const double spread = m_weight * m_sizeSize - m_size * m_size;
    double perItem = m_cost / std::max(m_size, 1.0);
    if (spread > 1e-6 * m_sizeSize * m_weight) {
        perItem = (m_weight * m_sizeCost - m_size * m_cost) / spread;
    }
    // Tasks that become longer bend the line: then what a task cost lately says more, less what
    // handing out may have had in it.
    perItem =
        std::max({perItem, m_lately - mostPerChunk / std::max(m_latelySize, 1.0), leastPerItem});
    const double perChunk = (m_cost - perItem * m_size) / std::max(m_weight, 1e-9);
    return {std::max(perChunk, leastPerChunk), perItem};
}

std::uint32_t ChunkSize::steady() const
{
    if (m_largest == 0) {
        return 1;
    }
    const Line cost = line();
    const double wanted =
        std::max(cost.perChunk / (handingOut * cost.perItem), leastTime / cost.perItem);
    const double bounded = std::min(wanted, mostTime / cost.perItem);
    const double grown = std::min(bounded, static_cast<double>(m_largest) * growth);
    return static_cast<std::uint32_t>(std::clamp(grown, 1.0, static_cast<double>(largest)));
}

std::uint32_t ChunkSize::typical() const
{
    return m_tasks == 0 ? 1 : static_cast<std::uint32_t>(std::lround(m_neighbours / m_tasks));
}

std::uint32_t ChunkSize::next(std::uint64_t remaining) const
{
    const std::uint64_t half = std::max<std::uint64_t>(1, remaining / (2 * m_workers));
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(steady(), half));
}

std::string ChunkSize::reason() const
{
    if (m_largest == 0) {
        return "nothing was measured";
    }
    const Line cost = line();
    return "handing out a chunk costs " + timeText(cost.perChunk) + ", an item " +
           timeText(cost.perItem);
}

} // namespace poolscope
