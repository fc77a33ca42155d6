// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A pool whose fourth worker cannot be started runs on three, says so, and leaves nothing behind.

#include "tests/support/holdings.h"
#include "tests/unit/core/pool/hostile_worker.h"

#include <algorithm>
#include <thread>

namespace poolscope::test {

class MissingWorker : public HostileWorker {
protected:
    ~MissingWorker() override
    {
        for (const char* place : {"1", "2", "3"}) {
            std::filesystem::remove(file.string() + place);
        }
    }
    /// Four workers, of which three take their place and the fourth finds none.
    PoolOptions threeOfFour()
    {
        PoolOptions asked = scripted("for place in 1 2 3; do\n"
                                     "  mkdir " +
                                     file.string() +
                                     "$place 2>/dev/null && exec $worker \"$@\"\n"
                                     "done\nexit 9\n");
        asked.workers = 4;
        return asked;
    }
};

/// The lanes that have no worker.
std::vector<LaneTotals> without(const RunTotals& totals)
{
    std::vector<LaneTotals> lanes;
    std::copy_if(totals.lane.begin(), totals.lane.end(), std::back_inserter(lanes),
                 [](const LaneTotals& lane) { return !lane.noWorker.empty(); });
    return lanes;
}

TEST_F(MissingWorker, leavesItsTasksToTheOthersAndSaysSo) // test_release_unused_processes
{
    std::thread([] {}).join(); // with the first one ThreadSanitizer starts its own, which stays
    const Holdings before = holdingsHere();
    const Done done = runWith(threeOfFour(), range(functions.sleeps(5), 100), 1);
    expectOnlyFailed(done, 100, {}, "");
    ASSERT_EQ(done.totals.lane.size(), 4u);
    const auto lanes = without(done.totals);
    ASSERT_EQ(lanes.size(), 1u);
    EXPECT_EQ(lanes[0].items, 0u);
    EXPECT_FALSE(lanes[0].alive);
    EXPECT_TRUE(lanes[0].noWorker.ends_with("ended with exit code 9 before it was ready."))
        << lanes[0].noWorker;
    EXPECT_EQ(holdingsHere(), before) << "the three others are gone with their descriptors";
}

TEST_F(MissingWorker, isToldOfToEachCall)
{
    Pool pool(catalogue, threeOfFour());
    for (int i = 0; i < 2; ++i) {
        auto call = pool.start(range(functions.sleeps(5), 100), Api::Map, 1);
        ASSERT_TRUE(call);
        const Done done = finish(**call, catalogue.registry());
        expectOnlyFailed(done, 100, {}, "");
        EXPECT_EQ(without(done.totals).size(), 1u);
    }
}

TEST_F(MissingWorker, isForgottenWhenItComesAfterAll)
{
    const std::string once = file.string() + "1";
    PoolOptions asked = scripted("mkdir " + once + " 2>/dev/null && exit 9\nexec $worker \"$@\"\n");
    asked.workers = 1;
    const Done done = runWith(asked, range(functions.twice(), 10), 1);
    expectOnlyFailed(done, 10, {}, "");
    EXPECT_TRUE(without(done.totals).empty());
}

} // namespace poolscope::test
