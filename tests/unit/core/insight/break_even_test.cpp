// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/insight/runs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace poolscope {
namespace {

/// A pool of 4 that charges 2 µs an item and 1 ns a byte; calls take a quarter longer in it.
PoolCosts sampleCosts()
{
    PoolCosts costs;
    costs.workers = 4;
    costs.items = 1000;
    costs.start = 1e-3;
    costs.stretch = 1.25;
    costs.perItem = 2e-6;
    costs.perByte = 1e-9;
    return costs;
}

TEST(PoolCosts, giveTheSpeedupWorkedOutByHand)
{
    // 10 µs and 1000 B an item: loop 10 ms; pool 1 ms + 1000 × (12.5 + 2 + 1) µs ÷ 4 = 4.875 ms
    EXPECT_NEAR(sampleCosts().speedup(10e-6, 1000), 10.0 / 4.875, 1e-9);
    EXPECT_EQ(sampleCosts().speedup(0, 0), 0);
}

TEST(PoolCosts, breakEvenWhereTheSpeedupIsOne)
{
    for (const double bytes : {0.0, 100.0, 1e6}) {
        const auto work = sampleCosts().workFor(1, bytes);
        ASSERT_TRUE(work);
        EXPECT_NEAR(sampleCosts().speedup(*work, bytes), 1, 1e-9);
    }
    // 1 × (1 µs + (2 + 1) µs ÷ 4) ÷ (1 − 1.25 ÷ 4)
    EXPECT_NEAR(*sampleCosts().workFor(1, 1000), 1.75e-6 / 0.6875, 1e-15);
}

TEST(PoolCosts, reachNoSpeedupAboveWhatTheirWorkersGive)
{
    EXPECT_TRUE(sampleCosts().workFor(3.1, 0));
    EXPECT_FALSE(sampleCosts().workFor(3.2, 0)); // 4 ÷ 1.25
    PoolCosts one = sampleCosts();
    one.workers = 1;
    EXPECT_FALSE(one.workFor(1, 0));
}

TEST(PoolCostsOf, givesBackTheRunThatItWasMeasuredFrom)
{
    const Summary run = SampleRun().summary();
    const auto costs = poolCostsOf({&run});
    const auto point = costPointOf(run);
    ASSERT_TRUE(costs && point);
    EXPECT_NEAR(point->work, 1.41e-6, 1e-12);
    EXPECT_NEAR(point->bytes, 31.0, 1e-9);
    EXPECT_NEAR(point->speedup, 1.41 / 0.48, 1e-9);
    EXPECT_NEAR(costs->speedup(point->work, point->bytes), point->speedup, 1e-9);
    EXPECT_NEAR(costs->stretch, 1.48 / 1.41, 1e-9);
    EXPECT_NEAR(costs->start, 1e-3, 1e-12);
    EXPECT_GT(costs->perByte, 0);
    EXPECT_GT(costs->perItem, 0);
}

/// SampleRun with so many bytes an item, and what they cost besides.
Summary runOf(double bytes, double secondsPerItem)
{
    SampleRun run;
    for (LaneTotals& lane : run.totals.lane) {
        lane.bytesBack = 0;
        lane.bytesOut = static_cast<std::uint64_t>(bytes * 250'000);
        set(lane, Step::Wait, secondsPerItem * 250'000 * 1e3);
        for (const Step step :
             {Step::Pickle, Step::WaitPickle, Step::Unpickle, Step::In, Step::Out}) {
            set(lane, step, 0);
        }
    }
    run.totals.wall = static_cast<Nanos>((1 + 370 + secondsPerItem * 250'000 * 1e3) * millisecond);
    return run.summary();
}

TEST(PoolCostsOf, fitsALineToRunsOfDifferentSizes)
{
    const Summary small = runOf(100, 300e-9), large = runOf(1100, 500e-9),
                  middle = runOf(600, 400e-9);
    const auto costs = poolCostsOf({&small, &large, &middle});
    ASSERT_TRUE(costs);
    EXPECT_NEAR(costs->perByte, 0.2e-9, 1e-13);
    EXPECT_NEAR(costs->perItem, 280e-9, 1e-11);
}

TEST(PoolCostsOf, neverChargesLessThanNothing)
{
    const Summary small = runOf(100, 500e-9), large = runOf(1100, 300e-9);
    const auto falling = poolCostsOf({&small, &large});
    ASSERT_TRUE(falling);
    EXPECT_EQ(falling->perByte, 0);
    EXPECT_GT(falling->perItem, 0);
    const Summary cheap = runOf(100, 10e-9), dear = runOf(1100, 2000e-9);
    const auto steep = poolCostsOf({&cheap, &dear});
    EXPECT_EQ(steep->perItem, 0);
    EXPECT_GT(steep->perByte, 0);
}

TEST(PoolCostsOf, needsASerialTime)
{
    SampleRun run;
    run.probe.measured = false;
    const Summary without = run.summary();
    EXPECT_FALSE(poolCostsOf({&without}));
    EXPECT_FALSE(costPointOf(Summary()));
    EXPECT_FALSE(poolCostsOf({}));
}

TEST(SpeedupGrid, holdsTheModelAtEachPoint)
{
    const auto work = logSteps(1e-7, 1e-2, 6);
    const auto bytes = logSteps(1, 1e6, 4);
    EXPECT_NEAR(work[1], 1e-6, 1e-15);
    EXPECT_NEAR(work.back(), 1e-2, 1e-12);
    const SpeedupGrid grid = speedupGrid(sampleCosts(), work, bytes);
    ASSERT_EQ(grid.speedup.size(), 24U);
    EXPECT_EQ(grid.at(3, 2), sampleCosts().speedup(work[3], bytes[2]));
    const auto contour = contourOf(sampleCosts(), 1, bytes);
    ASSERT_EQ(contour.size(), 4U);
    EXPECT_EQ(contour[2], sampleCosts().workFor(1, bytes[2]));
    EXPECT_FALSE(contourOf(sampleCosts(), 5, bytes)[0]);
}

} // namespace
} // namespace poolscope
