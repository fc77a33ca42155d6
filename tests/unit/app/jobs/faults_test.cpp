// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/app/jobs/runs.h"

#include <csignal>

namespace poolscope::test {
namespace {

Result<Work> faults(const char* mode)
{
    const Side side;
    return workOf(side.catalogue, "faults", {{"items", "8"}, {"mode", mode}});
}

TEST(Faults, exitEndsItsProcessWithCode0)
{
    EXPECT_EXIT(runFarAway(*faults("exit")), testing::ExitedWithCode(0), "");
}

TEST(Faults, killEndsItsProcessBySignal9)
{
    EXPECT_EXIT(runFarAway(*faults("kill")), testing::KilledBySignal(SIGKILL), "");
}

TEST(Faults, thatWouldEndTheProgramAreRefusedThere)
{
    EXPECT_EQ(faults("raise")->localRefusal, "");
    EXPECT_NE(faults("exit")->localRefusal.find("mode=exit"), std::string::npos);
    EXPECT_NE(faults("kill")->localRefusal.find("choose processes."), std::string::npos);
    EXPECT_TRUE(faults("raise")->effects) << "no probe: it would only measure the failure";
}

TEST(Faults, anUnknownModeIsRefusedWithTheModesThatThereAre)
{
    const Result<Work> work = faults("explode");
    ASSERT_FALSE(work.ok());
    EXPECT_EQ(work.error().text, "mode must be one of raise, exit, kill, not \"explode\".");
}

} // namespace
} // namespace poolscope::test
