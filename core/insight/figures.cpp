// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Small figures over plain numbers: percentiles, shares, the serial time.

#include "core/insight/insight.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace poolscope {

double PhaseSeconds::total() const { return std::accumulate(all.begin(), all.end(), 0.0); }

double percentile(std::vector<double>& values, double p)
{
    if (values.empty()) {
        return 0;
    }
    if (!std::is_sorted(values.begin(), values.end())) {
        std::sort(values.begin(), values.end());
    }
    const double at = std::clamp(p, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (at - static_cast<double>(below));
}

std::vector<int> wholeShares(const std::vector<double>& parts)
{
    std::vector<int> shares(parts.size(), 0);
    double whole = 0;
    for (const double part : parts) {
        whole += std::max(part, 0.0);
    }
    if (!(whole > 0)) {
        return shares;
    }
    std::vector<double> rest(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double share = std::max(parts[i], 0.0) * 100 / whole;
        shares[i] = static_cast<int>(share);
        rest[i] = share - shares[i];
    }
    for (int given = std::accumulate(shares.begin(), shares.end(), 0); given < 100; ++given) {
        const auto largest = std::max_element(rest.begin(), rest.end());
        *largest = -1;
        ++shares[static_cast<std::size_t>(largest - rest.begin())];
    }
    return shares;
}

std::array<int, phaseCount + 2> sharesOfWorkerTime(const Summary& summary)
{
    std::vector<double> parts(summary.phases.all.begin(), summary.phases.all.end());
    parts.push_back(summary.start);
    parts.push_back(summary.unaccounted);
    const std::vector<int> shares = wholeShares(parts);
    std::array<int, phaseCount + 2> result{};
    std::copy(shares.begin(), shares.end(), result.begin());
    return result;
}

std::optional<Spread> serialTime(const ProbeResult& probe, std::uint64_t items)
{
    if (!probe.measured || probe.roundPerItem.empty() || items == 0) {
        return std::nullopt;
    }
    std::vector<double> rounds = probe.roundPerItem;
    const auto count = static_cast<double>(items);
    return Spread{percentile(rounds, 0.5) * count, percentile(rounds, 0.1) * count,
                  percentile(rounds, 0.9) * count};
}

} // namespace poolscope
