// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A task that takes long keeps nothing from workers that have nothing to do.

#include "tests/unit/core/pool/limits_test.h"

#include <fstream>

namespace poolscope::test {

namespace {

constexpr std::uint64_t items = 4000;
constexpr Nanos forEver = 60'000'000'000; // what fails does not hang

} // namespace

/// Every task is short, so that many lie ready at each worker, but for one, which waits for us. All the
/// others have to be run while it does.
TEST_F(LimitTest, tasksBehindOneThatTakesLongAreRunByOthers)
{
    for (const Transport transport : {Transport::Ring, Transport::Pipe}) {
        std::filesystem::remove(file);
        PoolOptions asked = options(Backend::Processes, 2);
        asked.transport = transport;
        asked.bufferItems = 2 * items;
        Pool pool(catalogue, asked);
        const auto work = overRange(catalogue, limited.waitsAt(items / 2, file.string()), items);
        auto call = pool.start(work, Api::ImapUnordered, 1);
        ASSERT_TRUE(call);
        Outcomes outcomes;
        std::set<std::uint64_t> seen;
        while (seen.size() != items - 1) {
            ASSERT_TRUE((*call)->awaitNext(forEver)) << "only " << seen.size() << " were run";
            ASSERT_TRUE((*call)->next(outcomes));
            ASSERT_EQ(outcomes.size(), 1u);
            EXPECT_TRUE(seen.insert(outcomes.first).second) << outcomes.first << " came twice";
        }
        EXPECT_FALSE(seen.contains(items / 2));
        std::ofstream(file).put('x');
        ASSERT_TRUE((*call)->awaitNext(forEver));
        ASSERT_TRUE((*call)->next(outcomes));
        EXPECT_EQ(outcomes.first, items / 2);
        EXPECT_FALSE((*call)->next(outcomes));
        EXPECT_EQ((*call)->totals().retried, 0u); // what was taken back had not been begun
        (*call)->wait();
        auto next = pool.start(range(functions.twice(), 100), Api::Map, 1);
        ASSERT_TRUE(next);
        EXPECT_EQ(finish(**next, catalogue.registry()).values.size(), 100u);
    }
}

} // namespace poolscope::test
