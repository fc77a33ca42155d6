// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Workers that leave, that say what cannot be, that throw what nobody throws: they cost one task.

#include "tests/unit/core/pool/limits_test.h"

namespace poolscope::test {

using HostileWorker = LimitTest;

TEST_F(HostileWorker, thatSaysWhatIsNoFrameIsEndedAndCostsItsTask)
{
    const Done done = runWith(options(Backend::Processes), range(limited.babblesAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "WorkerDied");
    const std::string& text = done.failures.at(5).error.text;
    EXPECT_NE(text.find("was ended while it ran task 5. "), std::string::npos) << text;
    EXPECT_NE(text.find("is not a frame"), std::string::npos) << text;
    EXPECT_EQ(done.totals.lostWorkers, 1u);
}

TEST_F(HostileWorker, thatAnswersWhatItWasNotAskedIsEnded)
{
    const Done done = runWith(options(Backend::Processes), range(limited.misanswersAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "WorkerDied");
    EXPECT_NE(done.failures.at(5).error.text.find("It answered what it was not asked."),
              std::string::npos);
}

TEST_F(HostileWorker, thatHangsUpIsEnded)
{
    const Done done = runWith(options(Backend::Processes), range(limited.hangUpAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "WorkerDied");
    EXPECT_NE(done.failures.at(5).error.text.find("It closed its channel."), std::string::npos);
}

TEST_F(HostileWorker, thatLeavesByExitIsToldWithItsCode)
{
    const Done done = runWith(options(Backend::Processes), range(limited.exitsAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "WorkerDied");
    EXPECT_NE(done.failures.at(5).error.text.find("ended with exit code 3 while it ran task 5"),
              std::string::npos);
}

TEST_F(HostileWorker, maySurviveANullThatWasThrown)
{
    const Done done = runWith(options(Backend::Processes), range(limited.throwsNullAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "decltype(nullptr)");
    EXPECT_EQ(done.totals.lostWorkers, 0u);
}

TEST_F(HostileWorker, maySurviveAnArgumentWhoseUnpicklingThrows)
{
    const Done done =
        runWith(options(Backend::Processes), tricky(24, 5, Trick::ThrowUnpickling), 4);
    ASSERT_EQ(done.failures.size(), 1u);
    expectOnlyFailed(done, 24, {5}, done.failures.begin()->second.error.kind);
    EXPECT_NE(done.failures.at(5).error.text.find("a state that nobody wants"), std::string::npos)
        << done.failures.at(5).error.text;
    EXPECT_EQ(done.totals.lostWorkers, 0u);
}

} // namespace poolscope::test
