// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What "Why?" shows is what the advice was reckoned with.

#include "tests/unit/core/insight/runs.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Grounds, areTheCostsOfAnItemAndOfAChunk)
{
    const Grounds grounds = groundsOf(SampleRun().summary());
    EXPECT_NEAR(grounds.workerTime, 4 * 0.48, 1e-9);
    EXPECT_NEAR(grounds.work, 4 * 0.37 / 1e6, 1e-12);
    EXPECT_NEAR(grounds.carrying, 4 * 0.07 / 1e6, 1e-12);
    EXPECT_NEAR(grounds.chunkWork, 4 * 0.37 / (4 * 977), 1e-9);
    EXPECT_NEAR(grounds.chunkOverhead, 4 * 0.07 / (4 * 977), 1e-9);
    EXPECT_GT(grounds.chunkFixed, 0);
    EXPECT_LT(grounds.chunkFixed, grounds.chunkOverhead);
    EXPECT_FALSE(grounds.straggler);
    EXPECT_EQ(grounds.cpuWait, 0);
}

TEST(Grounds, nameTheSizeThatTheAdviceNames)
{
    SampleRun run;
    run.plan.chunksize = 1;
    run.totals.chunks = run.totals.done;
    run.totals.wall = 2310 * millisecond;
    for (LaneTotals& lane : run.totals.lane) {
        set(lane, Step::Pickle, 440);
        set(lane, Step::Unpickle, 280);
        set(lane, Step::In, 530);
        set(lane, Step::Wait, 659);
    }
    const Grounds grounds = groundsOf(run.summary());
    ASSERT_GT(grounds.chunksize, 1U);
    EXPECT_NE(run.summary().advice.find("try " + std::to_string(grounds.chunksize) + "."), std::string::npos)
        << run.summary().advice;
    run.plan.chunksizeReason = "measured";
    EXPECT_EQ(groundsOf(run.summary()).chunksize, 0U);
}

TEST(Grounds, nameTheStragglerAndTheOthers)
{
    SampleRun run;
    for (LaneTotals& lane : run.totals.lane) set(lane, Step::Compute, lane.worker == 2 ? 300 : 100);
    const auto straggler = groundsOf(run.summary()).straggler;
    ASSERT_TRUE(straggler);
    EXPECT_EQ(straggler->worker, 2);
    EXPECT_NEAR(straggler->compute, 0.3, 1e-9);
    EXPECT_NEAR(straggler->others, 0.1, 1e-9);
}

TEST(Grounds, ofARunThatDidNothingAreNothing)
{
    SampleRun run;
    run.totals = {};
    const Grounds grounds = groundsOf(run.summary());
    EXPECT_EQ(grounds.work, 0);
    EXPECT_EQ(grounds.chunksize, 0U);
    EXPECT_FALSE(grounds.straggler);
}

} // namespace
} // namespace poolscope
