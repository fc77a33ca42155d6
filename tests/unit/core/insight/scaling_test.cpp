// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/insight/insight.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace poolscope {
namespace {

/// Points that lie on a law, each moved by `noise` of itself up and down in turn.
std::vector<ScalingPoint> planted(double lambda, double sigma, double kappa, double noise = 0)
{
    const ScalingLaw law{lambda, sigma, kappa, 0, 0};
    std::vector<ScalingPoint> points;
    for (const int workers : {1, 2, 3, 4, 6, 8, 12, 16}) {
        const double moved = points.size() % 2 == 0 ? 1 + noise : 1 - noise;
        points.push_back({static_cast<double>(workers), law.rate(workers) * moved});
    }
    return points;
}

TEST(ScalingLaw, isAmdahlsWithoutCoherency)
{
    const ScalingLaw law{1, 0.05, 0, 0, 0};
    for (const double workers : {1.0, 2.0, 8.0, 64.0}) {
        EXPECT_NEAR(law.speedup(workers), 1 / (0.05 + 0.95 / workers), 1e-12);
    }
    EXPECT_FALSE(law.peak());
}

TEST(ScalingLaw, isLargestAtItsPeak)
{
    const ScalingLaw law{1, 0.02, 0.0005, 0, 0};
    ASSERT_TRUE(law.peak());
    EXPECT_NEAR(*law.peak(), std::sqrt(0.98 / 0.0005), 1e-9); // 44.27
    EXPECT_GT(law.rate(*law.peak()), law.rate(*law.peak() - 1));
    EXPECT_GT(law.rate(*law.peak()), law.rate(*law.peak() + 1));
}

TEST(FitScaling, findsWhatAmdahlsLawWasPlantedWith)
{
    const ScalingFits fits = fitScaling(planted(433e3, 0.08, 0));
    ASSERT_TRUE(fits.amdahl && fits.universal);
    EXPECT_NEAR(fits.amdahl->sigma, 0.08, 1e-6);
    EXPECT_NEAR(fits.amdahl->lambda, 433e3, 1);
    EXPECT_NEAR(fits.amdahl->r2, 1, 1e-9);
    EXPECT_NEAR(fits.universal->sigma, 0.08, 1e-3);
    EXPECT_NEAR(fits.universal->kappa, 0, 1e-5);
    EXPECT_TRUE(fits.missing.empty());
}

TEST(FitScaling, findsWhatTheUniversalLawWasPlantedWith)
{
    const ScalingFits fits = fitScaling(planted(1200, 0.03, 0.004));
    ASSERT_TRUE(fits.universal);
    EXPECT_NEAR(fits.universal->sigma, 0.03, 1e-4);
    EXPECT_NEAR(fits.universal->kappa, 0.004, 1e-5);
    EXPECT_NEAR(fits.universal->lambda, 1200, 0.5);
    EXPECT_NEAR(*fits.universal->peak(), std::sqrt(0.97 / 0.004), 0.05);
    EXPECT_GT(fits.universal->r2, fits.amdahl->r2);
}

TEST(FitScaling, keepsItsHeadAmongNoise)
{
    const ScalingFits fits = fitScaling(planted(1200, 0.05, 0.003, 0.03));
    ASSERT_TRUE(fits.universal);
    EXPECT_NEAR(fits.universal->sigma, 0.05, 0.04);
    EXPECT_NEAR(fits.universal->kappa, 0.003, 0.002);
    EXPECT_GT(fits.universal->r2, 0.98);
    EXPECT_GT(fits.universal->residual, 0);
}

TEST(FitScaling, takesPerfectScalingForNoContention)
{
    const ScalingFits fits = fitScaling(planted(10, 0, 0));
    EXPECT_EQ(fits.amdahl->sigma, 0);
    EXPECT_EQ(fits.universal->kappa, 0);
    EXPECT_FALSE(fits.universal->peak());
    EXPECT_NEAR(fits.amdahl->rate(16), 160, 1e-9);
}

TEST(FitScaling, staysWithinItsBoundsWherePointsScaleBetterThanPerfectly)
{
    std::vector<ScalingPoint> points;
    for (int workers = 1; workers <= 8; ++workers) {
        points.push_back({static_cast<double>(workers), std::pow(workers, 1.4)});
    }
    const ScalingFits fits = fitScaling(points);
    EXPECT_EQ(fits.universal->sigma, 0);
    EXPECT_EQ(fits.universal->kappa, 0);
    EXPECT_TRUE(std::isfinite(fits.universal->lambda));
}

TEST(FitScaling, takesNoGainAtAllForContentionOnly)
{
    std::vector<ScalingPoint> points;
    for (int workers = 1; workers <= 6; ++workers) {
        points.push_back({static_cast<double>(workers), 50});
    }
    const ScalingFits fits = fitScaling(points);
    EXPECT_NEAR(fits.amdahl->sigma, 1, 1e-6);
    EXPECT_NEAR(fits.amdahl->lambda, 50, 1e-3);
    EXPECT_NEAR(fits.amdahl->residual, 0, 1e-3);
}

TEST(FitScaling, saysHowManyPointsAreMissing)
{
    const ScalingFits four = fitScaling({{1, 10}, {2, 19}, {4, 35}, {8, 50}, {8, 52}});
    EXPECT_FALSE(four.amdahl || four.universal);
    EXPECT_EQ(four.missing, "A fit needs 6 different numbers of workers; 4 are measured.");
    EXPECT_EQ(fitScaling({{1, 10}}).missing,
              "A fit needs 6 different numbers of workers; 1 is measured.");
    EXPECT_EQ(fitScaling({}).missing,
              "A fit needs 6 different numbers of workers; 0 are measured.");
}

TEST(FitScaling, leavesOutWhatIsNoPoint)
{
    auto points = planted(10, 0.1, 0);
    points.push_back({std::numeric_limits<double>::quiet_NaN(), 5});
    points.push_back({4, std::numeric_limits<double>::infinity()});
    points.push_back({0, 5});
    points.push_back({4, -1});
    EXPECT_NEAR(fitScaling(points).amdahl->sigma, 0.1, 1e-6);
}

TEST(FitScaling, saysWhenNothingWasDone)
{
    const ScalingFits fits = fitScaling({{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}});
    EXPECT_FALSE(fits.amdahl);
    EXPECT_EQ(fits.missing, "A fit needs work that was done: every measured rate is 0.");
}

} // namespace
} // namespace poolscope
