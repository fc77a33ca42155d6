// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/insight/insight.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace poolscope {
namespace {

TEST(WholeShares, sumToAHundredByLargestRemainder)
{
    EXPECT_EQ(wholeShares({1, 1, 1}), (std::vector<int>{34, 33, 33}));
    EXPECT_EQ(wholeShares({0.992, 0.004, 0.004}), (std::vector<int>{99, 1, 0}));
    EXPECT_EQ(wholeShares({3, 1}), (std::vector<int>{75, 25}));
}

TEST(WholeShares, sumToAHundredWhateverThePartsAre)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> part(0, 1);
    for (int round = 0; round < 1000; ++round) {
        std::vector<double> parts(1 + random() % 9);
        for (double& p : parts) {
            p = part(random) * 1e-3;
        }
        const std::vector<int> shares = wholeShares(parts);
        ASSERT_EQ(std::accumulate(shares.begin(), shares.end(), 0), 100);
    }
}

TEST(WholeShares, areZeroWhenEverythingIs)
{
    EXPECT_EQ(wholeShares({0, 0}), (std::vector<int>{0, 0}));
    EXPECT_TRUE(wholeShares({}).empty());
}

TEST(Percentile, interpolatesBetweenNeighbours)
{
    std::vector<double> values{4, 1, 3, 2};
    EXPECT_DOUBLE_EQ(percentile(values, 0), 1);
    EXPECT_DOUBLE_EQ(percentile(values, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(percentile(values, 0.9), 3.7);
    EXPECT_DOUBLE_EQ(percentile(values, 1), 4);
    std::vector<double> none;
    EXPECT_DOUBLE_EQ(percentile(none, 0.5), 0);
}

TEST(SerialTime, isTheMedianRoundTimesTheItemsWithItsSpread)
{
    ProbeResult probe;
    probe.measured = true;
    probe.roundPerItem = {3e-6, 1e-6, 2e-6};
    const auto serial = serialTime(probe, 1'000'000);
    ASSERT_TRUE(serial);
    EXPECT_NEAR(serial->median, 2.0, 1e-9);
    EXPECT_NEAR(serial->low, 1.2, 1e-9);
    EXPECT_NEAR(serial->high, 2.8, 1e-9);
}

TEST(SerialTime, isNotKnownWithoutAMeasurement)
{
    ProbeResult probe;
    probe.roundPerItem = {1e-6};
    EXPECT_FALSE(serialTime(probe, 10));
    probe.measured = true;
    EXPECT_FALSE(serialTime(probe, 0));
    EXPECT_TRUE(serialTime(probe, 10));
}

TEST(LatencyOf, runsFromTheFirstBytePickledToTheLastResultUnpickled)
{
    Row row;
    row.lead = 300;
    row[Step::Wait] = 100;
    row[Step::In] = 10;
    row[Step::Unpickle] = 20;
    row[Step::Compute] = 1000;
    row[Step::Pickle] = 40;
    row[Step::Out] = 5;
    row[Step::ParentPickle] = 250; // within the lead
    row[Step::ParentReceive] = 15;
    row[Step::ParentUnpickle] = 60;
    EXPECT_NEAR(latencyOf(row), 1550e-9, 1e-12);
    row.lead = -90; // pickled for while the worker waited already
    EXPECT_NEAR(latencyOf(row), 1160e-9, 1e-12);
}

} // namespace
} // namespace poolscope
