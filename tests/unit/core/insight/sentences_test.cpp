// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/insight/runs.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Verdict, saysHowMuchFasterAndWhatAteTheTime)
{
    const Summary summary = SampleRun().summary();
    EXPECT_EQ(plain(summary.headline), "4 processes: 0.48 s");
    EXPECT_EQ(plain(summary.comparison), "2.9× faster than serial");
    EXPECT_EQ(plain(summary.serialText), "(1.41 s ±2 %)");
    EXPECT_EQ(plain(summary.verdict), "4 processes: 0.48 s, 2.9× faster than serial (1.41 s ±2 %). "
                                      "Pickling in 256-item chunks took 9 % of worker time.");
}

TEST(Verdict, marksWhatMayStillChange)
{
    SampleRun run;
    run.totals.finished = false;
    run.totals.done = 610'000;
    const Summary summary = run.summary();
    EXPECT_EQ(plain(summary.headline), "4 processes: ≈ 0.79 s");
    EXPECT_EQ(plain(summary.comparison), "≈ 1.8× faster than serial");
    EXPECT_EQ(plain(summary.serialText), "(1.41 s ±2 %)");
    EXPECT_EQ(plain(summary.verdict),
              "4 processes: ≈ 0.79 s, ≈ 1.8× faster than serial (1.41 s ±2 %). "
              "Pickling in 256-item chunks took ≈ 9 % of worker time.");
    run.totals.done = 0;
    EXPECT_EQ(plain(run.summary().headline), "4 processes: 0.48 s so far");
}

TEST(Verdict, saysSlowerWhereThePoolLoses)
{
    SampleRun run;
    run.totals.wall = 2310 * millisecond;
    const Summary summary = run.summary();
    EXPECT_EQ(summary.pace, Pace::Slower);
    EXPECT_EQ(plain(summary.comparison), "1.6× slower than serial");
}

TEST(Verdict, saysAlikeUnderATenth)
{
    SampleRun run;
    run.totals.wall = 1330 * millisecond;
    EXPECT_EQ(run.summary().pace, Pace::Alike);
    EXPECT_EQ(plain(run.summary().comparison), "alike to serial");
    run.totals.wall = 1500 * millisecond;
    EXPECT_EQ(run.summary().pace, Pace::Alike);
    run.totals.wall = 1560 * millisecond;
    EXPECT_EQ(plain(run.summary().comparison), "1.1× slower than serial");
}

TEST(Verdict, givesTheRangeWhereTheSerialTimeIsVague)
{
    SampleRun run;
    run.probe.roundPerItem = {1.41e-6};
    EXPECT_EQ(plain(run.summary().serialText), "(1.41 s)");
    run.probe.roundPerItem = {1e-6, 2e-6, 6e-6};
    EXPECT_EQ(plain(run.summary().serialText), "(1.20 s to 5.20 s)");
}

TEST(Verdict, saysWhyThereIsNothingToCompare)
{
    SampleRun run;
    run.probe = {};
    run.probe.whyNot = "the serial time was not measured";
    const Summary summary = run.summary();
    EXPECT_EQ(summary.noSerial, "the serial time was not measured");
    EXPECT_EQ(summary.comparison, "the serial time was not measured");
    EXPECT_EQ(plain(summary.verdict), "4 processes: 0.48 s. The serial time was not measured. "
                                      "Pickling in 256-item chunks took 9 % of worker time.");
    run.plan.items = run.totals.items = run.totals.done = 0;
    EXPECT_EQ(run.summary().comparison, "nothing to compare: the input is empty");
}

TEST(Verdict, namesTheCrew)
{
    SampleRun run;
    run.plan.workers = 1;
    EXPECT_EQ(plain(run.summary().headline), "1 process: 0.48 s");
    run.plan.backend = "threads";
    EXPECT_EQ(plain(run.summary().headline), "1 thread: 0.48 s");
    run.plan.workers = 3;
    EXPECT_EQ(plain(run.summary().headline), "3 threads: 0.48 s");
    run.plan.backend = "serial";
    EXPECT_EQ(plain(run.summary().headline), "serial: 0.48 s");
    EXPECT_EQ(plain(run.summary().comparison), "2.9× faster than a plain loop");
}

TEST(Verdict, namesTheLargestCost)
{
    SampleRun run;
    run.shift(Step::Pickle, Step::Unpickle, 0);
    EXPECT_NE(plain(run.summary().verdict).find("Unpickling in 256-item chunks took 11 %"),
              std::string::npos);
    run.shift(Step::Unpickle, Step::Out, 0);
    EXPECT_NE(plain(run.summary().verdict).find("Moving 31.0 MB took 13 % of worker time."),
              std::string::npos);
    run.shift(Step::Out, Step::Wait, 0);
    EXPECT_NE(plain(run.summary().verdict).find("Waiting took 20 % of worker time."),
              std::string::npos);
    run.shift(Step::Wait, Step::Compute, 0);
    run.shift(Step::WaitPickle, Step::Compute, 0);
    EXPECT_NE(plain(run.summary().verdict).find("Computing took 99 % of worker time."),
              std::string::npos);
}

TEST(Verdict, tellsFailuresAndAStop)
{
    SampleRun run;
    run.totals.failed = 3;
    EXPECT_NE(plain(run.summary().verdict).find("3 of 1 000 000 items failed."), std::string::npos);
    run.totals.failed = 0;
    run.totals.cancelled = true;
    run.totals.done = 410'000;
    const Summary summary = run.summary();
    EXPECT_EQ(plain(summary.headline), "4 processes: stopped after 41 %");
    EXPECT_EQ(plain(summary.comparison), "≈ 1.2× faster than serial");
}

TEST(Verdict, ofPythonsIsAnEstimateUnlessALoopWasMeasured)
{
    SampleRun run;
    run.plan.backend = "python";
    EXPECT_EQ(plain(run.summary().headline), "4 Python processes: 0.48 s");
    EXPECT_EQ(plain(run.summary().serialText), "(1.41 s ±2 %)");
    run.probe = {};
    EXPECT_TRUE(run.summary().estimated);
    EXPECT_EQ(plain(run.summary().comparison), "≈ 3.1× faster than serial"); // 4 × 0.37 ÷ 0.48
}

TEST(Verdict, ofThreadsOfOnePythonCountsNoTurnThatTheyWaitedFor)
{
    SampleRun run;
    run.plan.backend = "python-threads";
    run.probe = {};
    for (LaneTotals& lane : run.totals.lane) {
        lane.cpuWait = 260 * millisecond;
    }
    const Summary summary = run.summary();
    EXPECT_EQ(plain(summary.headline), "4 Python threads: 0.48 s");
    EXPECT_EQ(plain(summary.comparison), "≈ alike to serial"); // 4 × (0.37 − 0.26) ÷ 0.48
    EXPECT_EQ(plain(summary.advice),
              "Threads of one Python take turns at its interpreter lock, the GIL: they stood at it for "
              "54 % of their time. Python processes have one each.");
}

} // namespace
} // namespace poolscope
