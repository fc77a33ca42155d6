// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Workers that leave, that say what cannot be, that throw what nobody throws: they cost one task.

#include "tests/unit/core/pool/hostile_worker.h"

namespace poolscope::test {

/// The head of a Ready frame with nothing in it, as printf of /bin/sh takes it.
std::string sayReady()
{
    std::string text = "printf '1CSP\\1";
    for (std::size_t i = 5; i < sizeof(FrameHead); ++i) {
        text += "\\0";
    }
    return text + "' >&3\n";
}

TEST_F(HostileWorker, thatSaysWhatIsNoFrameIsEndedAndCostsItsTask)
{
    const Done done = runWith(piped(), range(limited.babblesAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "WorkerDied");
    const std::string& text = done.failures.at(5).error.text;
    EXPECT_NE(text.find("was ended while it ran task 5. "), std::string::npos) << text;
    EXPECT_NE(text.find("is not a frame"), std::string::npos) << text;
    EXPECT_EQ(done.totals.lostWorkers, 1u);
}

TEST_F(HostileWorker, thatAnswersWhatItWasNotAskedIsEnded)
{
    const Done done = runWith(piped(), range(limited.misanswersAt(5), 24), 4);
    expectOnlyFailed(done, 24, {5}, "WorkerDied");
    EXPECT_NE(done.failures.at(5).error.text.find("It answered what it was not asked."),
              std::string::npos);
}

TEST_F(HostileWorker, thatHangsUpIsEnded)
{
    for (const PoolOptions& asked : {piped(), options(Backend::Processes)}) {
        const Done done = runWith(asked, range(limited.hangUpAt(5), 24), 4);
        expectOnlyFailed(done, 24, {5}, "WorkerDied");
        EXPECT_NE(done.failures.at(5).error.text.find("It closed its channel."), std::string::npos);
    }
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

TEST_F(HostileWorker, thatSaysItIsReadyAndLeavesFailsItsTasksRatherThanHang)
{
    const Done done = runWith(scripted(sayReady()), range(functions.twice(), 200), 1);
    EXPECT_EQ(done.failures.size(), 200u);
    EXPECT_EQ(done.failures.at(0).error.kind, "WorkerDied");
    EXPECT_LE(done.totals.lostWorkers, 10u);
}

TEST_F(HostileWorker, thatLeavesAsSoonAsItHasAChunkFailsItsTasksRatherThanHang)
{
    const auto script = sayReady() + "head -c 1 <&3 >/dev/null\n";
    const Done done = runWith(scripted(script), range(functions.twice(), 200), 5);
    EXPECT_EQ(done.failures.size(), 200u);
    EXPECT_LE(done.totals.lostWorkers, 10u);
}

TEST_F(HostileWorker, aLaneThatGetsNoWorkerLeavesItsTasksToTheOthers)
{
    const std::string once = file.string() + ".once";
    const Done done =
        runWith(scripted("mkdir " + once + " 2>/dev/null || exit 9\nexec $worker \"$@\"\n"),
                range(functions.sleeps(2), 100), 1);
    std::filesystem::remove(once);
    expectOnlyFailed(done, 100, {}, "");
    EXPECT_LE(done.totals.lostWorkers, 3u);
}

} // namespace poolscope::test
