// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/insight/runs.h"

#include <gtest/gtest.h>

#include <numeric>

namespace poolscope {
namespace {

double sumOf(const Summary& summary)
{
    return summary.phases.total() + summary.start + summary.unaccounted;
}

TEST(Summary, putsAWaitUnderThePhaseOfItsCause)
{
    const Summary summary = SampleRun().summary();
    EXPECT_NEAR(summary.phases[Phase::Pickle], 4 * 0.040, 1e-9);
    EXPECT_NEAR(summary.phases[Phase::Wait], 4 * 0.039, 1e-9);
    EXPECT_NEAR(summary.rawWait, 4 * 0.049, 1e-9);
    EXPECT_NEAR(summary.waitCause[static_cast<std::size_t>(WaitCause::NothingLeft)], 4 * 0.039,
                1e-9);
}

TEST(Summary, addsUpToWorkersTimesWall)
{
    const Summary summary = SampleRun().summary();
    EXPECT_NEAR(sumOf(summary), 4 * 0.48, 1e-9);
    for (const WorkerSummary& worker : summary.worker) {
        EXPECT_NEAR(worker.phases.total() + worker.start + worker.unaccounted, 0.48, 1e-9);
    }
}

TEST(Summary, namesWhatNoStepCarriesUnaccounted)
{
    SampleRun run;
    run.shift(Step::Wait, Step::Compute, 0);
    run.totals.lane[2].step[static_cast<std::size_t>(Step::Compute)] -= 25 * millisecond;
    const Summary summary = run.summary();
    EXPECT_NEAR(summary.worker[2].unaccounted, 0.025, 1e-9);
    EXPECT_NEAR(summary.unaccounted, 0.025, 1e-9);
    EXPECT_NEAR(sumOf(summary), 4 * 0.48, 1e-9);
}

TEST(Summary, tellsTheWayOutFromTheWayBack)
{
    const Summary summary = SampleRun().summary();
    const auto at = [](const auto& part, Phase phase) {
        return part[static_cast<std::size_t>(phase)];
    };
    EXPECT_NEAR(at(summary.phases.out, Phase::Pickle), 4 * 0.010, 1e-9);
    EXPECT_NEAR(at(summary.phases.back, Phase::Pickle), 4 * 0.030, 1e-9);
    EXPECT_NEAR(at(summary.phases.out, Phase::Transfer), 4 * 0.004, 1e-9);
    EXPECT_NEAR(at(summary.phases.back, Phase::Transfer), 4 * 0.006, 1e-9);
    EXPECT_NEAR(at(summary.parent.out, Phase::Pickle), 4 * 0.040, 1e-9);
    EXPECT_NEAR(at(summary.parent.back, Phase::Unpickle), 4 * 0.050, 1e-9);
    for (const Phase phase : {Phase::Pickle, Phase::Unpickle, Phase::Transfer}) {
        EXPECT_NEAR(at(summary.phases.out, phase) + at(summary.phases.back, phase),
                    summary.phases[phase], 1e-9);
        EXPECT_NEAR(at(summary.parent.out, phase) + at(summary.parent.back, phase),
                    summary.parent[phase], 1e-9);
    }
}

TEST(Summary, givesAnAttendantTheRestOfTheWallAsWait)
{
    const Summary summary = SampleRun().summary();
    EXPECT_NEAR(summary.parent[Phase::Wait], 4 * (0.480 - 0.102), 1e-9);
    EXPECT_NEAR(summary.parent.total(), 4 * 0.480, 1e-9);
}

TEST(Summary, dividesTheSerialSpreadByTheWall)
{
    const Summary summary = SampleRun().summary();
    ASSERT_TRUE(summary.speedup && summary.serial && summary.efficiency);
    EXPECT_NEAR(summary.speedup->median, 1.41 / 0.48, 1e-9);
    EXPECT_NEAR(summary.speedup->low, summary.serial->low / 0.48, 1e-9);
    EXPECT_NEAR(summary.speedup->high, summary.serial->high / 0.48, 1e-9);
    EXPECT_NEAR(*summary.efficiency, 1.41 / 0.48 / 4, 1e-9);
    EXPECT_EQ(summary.pace, Pace::Faster);
    EXPECT_NEAR(summary.itemsPerSecond, 1e6 / 0.48, 1e-3);
}

TEST(Summary, projectsTheWallWhileRunning)
{
    SampleRun run;
    run.totals.finished = false;
    run.totals.done = 500'000;
    run.totals.lane[0].begun = 100'000;
    const Summary summary = run.summary();
    EXPECT_EQ(summary.done, 600'000u);
    EXPECT_EQ(summary.worker[0].items, 350'000u);
    EXPECT_NEAR(summary.eta, 0.48 * 1.0 / 0.6 - 0.48, 1e-9);
    ASSERT_TRUE(summary.speedup);
    EXPECT_NEAR(summary.speedup->median, 1.41 / 0.8, 1e-9);
}

TEST(Summary, saysNothingOfSpeedBeforeTheFirstResult)
{
    SampleRun run;
    run.totals.finished = false;
    run.totals.done = 0;
    const Summary summary = run.summary();
    EXPECT_FALSE(summary.speedup);
    EXPECT_EQ(summary.eta, 0);
    EXPECT_EQ(summary.pace, Pace::Unknown);
}

TEST(Summary, sharesOfWorkerTimeSumToAHundred)
{
    const auto shares = sharesOfWorkerTime(SampleRun().summary());
    EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0), 100);
    EXPECT_EQ(shares[static_cast<std::size_t>(Phase::Compute)], 77);
    EXPECT_EQ(shares[static_cast<std::size_t>(Phase::Pickle)], 9);
}

TEST(Summary, givesLatenciesWhereThereAreSome)
{
    SampleRun run;
    EXPECT_FALSE(run.summary().latency);
    LatencyCounts latencies;
    for (int i = 1; i <= 1000; ++i) latencies.add(i * 1e-3);
    const Summary summary = summarise(run.plan, run.totals, run.probe, latencies);
    ASSERT_TRUE(summary.latency);
    const double expected[] = {0.5, 0.9, 0.99, 0.999};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR((*summary.latency)[i] / expected[i], 1, 0.005);
    }
}

TEST(Summary, ofATracedProgramEstimatesTheLoopByWhatItsTasksComputed)
{
    SampleRun run;
    run.plan.backend = "multiprocessing.Pool";
    run.probe = {};
    run.totals.lane[0].cpuWait = 100 * millisecond;
    const Summary summary = run.summary();
    EXPECT_TRUE(summary.estimated);
    ASSERT_TRUE(summary.speedup);
    EXPECT_NEAR(summary.serial->median, 4 * 0.37, 1e-9);
    EXPECT_NEAR(summary.serial->low, 4 * 0.37 - 0.1, 1e-9);
    EXPECT_NEAR(summary.speedup->median, 4 * 0.37 / 0.48, 1e-9);
    EXPECT_NE(summary.verdict.find("≈ 3.1× faster than serial (estimated: Σ compute ÷ wall)."), std::string::npos)
        << summary.verdict;
    run.plan.backend = "processes";
    EXPECT_FALSE(run.summary().estimated);
}

} // namespace
} // namespace poolscope
