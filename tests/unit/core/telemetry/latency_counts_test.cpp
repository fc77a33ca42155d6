// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/telemetry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace poolscope {
namespace {

TEST(LatencyCounts, givesPercentilesThatAreOffByLessThanHalfAPercent)
{
    std::mt19937 random(7);
    std::lognormal_distribution<double> latency(std::log(300e-6), 1.5);
    LatencyCounts counts;
    std::vector<double> all(200'000);
    for (double& each : all) counts.add(each = latency(random));
    std::sort(all.begin(), all.end());
    for (const double p : {0.01, 0.5, 0.9, 0.99}) {
        const double exact = all[static_cast<std::size_t>(p * static_cast<double>(all.size()))];
        EXPECT_NEAR(counts.percentile(p) / exact, 1, 0.005) << p;
    }
    EXPECT_EQ(counts.percentile(1), all.back());
}

TEST(LatencyCounts, isExactWhereAllAreAlike)
{
    LatencyCounts counts;
    EXPECT_EQ(counts.percentile(0.5), 0);
    for (int i = 0; i < 3; ++i) counts.add(8.27e-6);
    for (const double p : {0.0, 0.5, 0.999, 1.0}) EXPECT_EQ(counts.percentile(p), 8.27e-6) << p;
}

TEST(LatencyCounts, countsEachInTheBarThatHoldsIt)
{
    LatencyCounts counts;
    const double latencies[] = {0, 1e-9, 40e-9, 1e-6, 1.5e-6, 2e-3, 3600, 1e30};
    for (const double latency : latencies) counts.add(latency);
    const std::vector<std::uint64_t> bars = counts.bars();
    EXPECT_EQ(std::accumulate(bars.begin(), bars.end(), std::uint64_t{0}), std::size(latencies));
    for (const double latency : latencies) {
        const auto held = [&](std::size_t bar) {
            const bool last = bar + 1 == bars.size(); // it has what is longer, too
            return (bar == 0 || LatencyCounts::beginOf(bar) <= latency * 1.001) &&
                   (last || latency < LatencyCounts::beginOf(bar + 1) * 1.001) && bars[bar] > 0;
        };
        std::size_t bar = 0;
        while (bar < bars.size() && !held(bar)) ++bar;
        EXPECT_LT(bar, bars.size()) << latency;
        EXPECT_LT(bars.size(), 1000U);
    }
}

TEST(LatencyCounts, joinedCountAsIfTheyWereOne)
{
    LatencyCounts few, many, all;
    for (int i = 1; i < 2000; ++i) {
        (i < 100 ? few : many).add(i * 1e-6);
        all.add(i * 1e-6);
    }
    few += many;
    EXPECT_EQ(few, all);
    many += LatencyCounts();
    EXPECT_EQ(many.percentile(0), 100 * 1e-6);
}

} // namespace
} // namespace poolscope
