// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/telemetry.h"

#include <cmath>

namespace poolscope {

void LatencyCounts::add(double seconds)
{
    const double octaves = seconds > 1e-9 ? std::log2(seconds * 1e9) : 0;
    const auto bin = static_cast<std::size_t>(octaves * perOctave);
    if (bin >= m_bins.size()) m_bins.resize(bin + 1);
    ++m_bins[bin];
    ++m_total;
}

LatencyCounts& LatencyCounts::operator+=(const LatencyCounts& other)
{
    if (other.m_bins.size() > m_bins.size()) m_bins.resize(other.m_bins.size());
    for (std::size_t bin = 0; bin < other.m_bins.size(); ++bin) m_bins[bin] += other.m_bins[bin];
    m_total += other.m_total;
    return *this;
}

double LatencyCounts::beginOf(std::size_t bin)
{
    return 1e-9 * std::exp2(static_cast<double>(bin) / perOctave);
}

double LatencyCounts::percentile(double p) const
{
    const double wanted = p * static_cast<double>(m_total);
    double passed = 0;
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
        const double count = static_cast<double>(m_bins[bin]);
        if (count > 0 && passed + count >= wanted) {
            const double share = (wanted - passed) / count;
            return beginOf(bin) * std::exp2(share / perOctave);
        }
        passed += count;
    }
    return 0;
}

} // namespace poolscope
