// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace poolscope {

/// How many durations were how long; the bins are logarithmic, eight to a factor of two.
class LatencyCounts final {
public:
    static constexpr int perOctave = 8;
    void add(double seconds);
    LatencyCounts& operator+=(const LatencyCounts& other);
    bool empty() const { return m_total == 0; }
    std::uint64_t total() const { return m_total; }
    const std::vector<std::uint64_t>& bins() const { return m_bins; } ///< bin 0 begins at 1 ns
    static double beginOf(std::size_t bin); ///< s
    double percentile(double p) const;      ///< s, within its bin
    bool operator==(const LatencyCounts&) const = default;

private:
    std::vector<std::uint64_t> m_bins;
    std::uint64_t m_total = 0;
};

} // namespace poolscope
