// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/telemetry.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace poolscope {

namespace {

constexpr int binsPerOctave = LatencyCounts::binsPerOctave;
constexpr int mostOctaves = 62; // a century
constexpr int tableBits = 10;   // of the fraction of a double; its edges are off by a thousandth

/// The bin within its octave by the first bits of the fraction: a logarithm takes ten times as long.
const auto binOfFraction = [] {
    std::array<std::uint8_t, 1 << tableBits> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double middle =
            1 + (static_cast<double>(i) + 0.5) / static_cast<double>(table.size());
        table[i] = static_cast<std::uint8_t>(binsPerOctave * std::log2(middle));
    }
    return table;
}();

std::size_t binOf(double seconds)
{
    constexpr int fractionBits = 52, exponentBias = 1023;
    const double nanos = seconds * 1e9;
    if (!(nanos >= 1)) return 0;
    const auto bits = std::bit_cast<std::uint64_t>(nanos);
    const auto octave =
        std::min(static_cast<int>(bits >> fractionBits) - exponentBias, mostOctaves);
    const std::uint64_t fraction = bits >> (fractionBits - tableBits) & (binOfFraction.size() - 1);
    return static_cast<std::size_t>(octave) * binsPerOctave + binOfFraction[fraction];
}

} // namespace

void LatencyCounts::add(double seconds)
{
    const std::size_t bin = binOf(seconds);
    if (bin >= m_bins.size()) m_bins.resize(bin + 1);
    ++m_bins[bin];
    ++m_total;
    m_least = std::min(m_least, seconds);
    m_most = std::max(m_most, seconds);
}

LatencyCounts& LatencyCounts::operator+=(const LatencyCounts& other)
{
    if (other.m_bins.size() > m_bins.size()) m_bins.resize(other.m_bins.size());
    for (std::size_t bin = 0; bin < other.m_bins.size(); ++bin) m_bins[bin] += other.m_bins[bin];
    m_total += other.m_total;
    m_least = std::min(m_least, other.m_least);
    m_most = std::max(m_most, other.m_most);
    return *this;
}

std::vector<std::uint64_t> LatencyCounts::bars() const
{
    constexpr std::size_t binsPerBar = binsPerOctave / barsPerOctave;
    std::vector<std::uint64_t> bars((m_bins.size() + binsPerBar - 1) / binsPerBar);
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) bars[bin / binsPerBar] += m_bins[bin];
    return bars;
}

double LatencyCounts::beginOf(std::size_t bar)
{
    return 1e-9 * std::exp2(static_cast<double>(bar) / barsPerOctave);
}

double LatencyCounts::percentile(double p) const
{
    const double wanted = p * static_cast<double>(m_total);
    double passed = 0;
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
        const double count = static_cast<double>(m_bins[bin]);
        if (count > 0 && passed + count >= wanted) {
            const double bins = static_cast<double>(bin) + (wanted - passed) / count;
            return std::clamp(1e-9 * std::exp2(bins / binsPerOctave), m_least, m_most);
        }
        passed += count;
    }
    return 0;
}

} // namespace poolscope
