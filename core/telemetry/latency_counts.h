// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace poolscope {

/// How many durations were how long, each counted, in bins of equal ratio: memory does not grow with
/// their number, and a percentile is off by less than half a percent.
class LatencyCounts final {
public:
    static constexpr int binsPerOctave = 128, barsPerOctave = 8; ///< octave: a factor of two
    void add(double seconds);
    LatencyCounts& operator+=(const LatencyCounts& other);
    bool empty() const { return m_total == 0; }
    std::uint64_t total() const { return m_total; }
    /// As a histogram shows them: how many are in each bar. Bar 0 begins at 1 ns.
    std::vector<std::uint64_t> bars() const;
    static double beginOf(std::size_t bar); ///< s
    double percentile(double p) const;      ///< s; 0 where there is none
    bool operator==(const LatencyCounts&) const = default;

private:
    std::vector<std::uint64_t> m_bins;                                    // bin 0 begins at 1 ns
    double m_least = std::numeric_limits<double>::infinity(), m_most = 0; // s
    std::uint64_t m_total = 0;
};

} // namespace poolscope
