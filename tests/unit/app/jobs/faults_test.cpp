// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pool/pool.h"
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

TEST(Faults, crashesEndTheirProcessByTheirSignals)
{
    EXPECT_EXIT(runFarAway(*faults("abort")), testing::KilledBySignal(SIGABRT), "");
    EXPECT_EXIT(runFarAway(*faults("segv")), testing::KilledBySignal(SIGSEGV), "");
}

TEST(Faults, anOddThrowIsNoException) { EXPECT_THROW(runFarAway(*faults("odd")), int); }

TEST(Faults, growGivesItsMemoryBackWhereNobodyStopsIt)
{
    const Ran ran = runFarAway(*faults("grow"));
    EXPECT_EQ(ran.values.at(5), "25");
}

TEST(Faults, growGoesPastTheLimitOfItsPoolsWorkers)
{
    Side side;
    PoolOptions options;
    options.workerMemory = std::uint64_t{1000} << 20;
    Pool pool(side.catalogue, options);
    const auto work = workOf(side.catalogue, "faults", {{"mode", "grow"}}, &pool);
    Document document;
    EXPECT_NE(repr(*work->callable->reduce(document, work->registry)).find("1256"),
              std::string::npos);
}

TEST(Faults, itemsThatCannotTravelSayWhere)
{
    const Result<Work> work = faults("unpicklable_argument");
    const auto items = *work->input->take(0, 8);
    Document document;
    EXPECT_TRUE(items->reduce(4, document, work->registry));
    const auto refused = items->reduce(5, document, work->registry);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().path, ".pool");
}

TEST(Faults, thatWouldEndTheProgramAreRefusedThere)
{
    EXPECT_EQ(faults("raise")->localRefusal, "");
    EXPECT_EQ(faults("odd")->localRefusal, "");
    for (const char* mode : {"exit", "abort", "segv", "kill", "hang", "grow", "bad_unpickle",
                             "unpicklable_result", "unpicklable_argument", "bad_result"}) {
        const std::string refusal = faults(mode)->localRefusal;
        EXPECT_NE(refusal.find(std::string("mode=") + mode), std::string::npos);
        EXPECT_NE(refusal.find("choose processes."), std::string::npos);
    }
    EXPECT_TRUE(faults("raise")->effects) << "no probe: it would only measure the failure";
}

TEST(Faults, anUnknownModeIsRefusedWithTheModesThatThereAre)
{
    const Result<Work> work = faults("explode");
    ASSERT_FALSE(work.ok());
    EXPECT_EQ(work.error().text,
              "mode must be one of raise, odd, exit, abort, segv, kill, hang, grow, "
              "unpicklable_argument, unpicklable_result, bad_unpickle, bad_result, not "
              "\"explode\".");
}

} // namespace
} // namespace poolscope::test
