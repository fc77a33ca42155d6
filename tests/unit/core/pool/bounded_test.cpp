// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Results that come faster than they are read: no more of them are held than the buffer allows.

#include "tests/support/sanitized.h"
#include "tests/unit/core/pool/pool_test.h"

#include <thread>

namespace poolscope::test {

class Bounded : public EveryBackend {
protected:
    static constexpr std::uint64_t items = 600;
    static constexpr std::uint64_t buffer = 8;
    static constexpr std::uint64_t mebibyte = 1 << 20;
    static constexpr std::uint64_t most = (sanitized ? 450 : 64) * mebibyte; // of 600

    /// Reads results of a mebibyte, each when as many have come as may; the most that was held.
    std::uint64_t heldWhileReading(Transport transport)
    {
        PoolOptions asked = options(GetParam());
        asked.bufferItems = buffer;
        asked.transport = transport;
        auto work = std::make_shared<Work>(*range(functions.big(), 0));
        work->input = vectorInput(std::vector<std::int64_t>(items, mebibyte));
        Pool pool(catalogue, asked);
        const std::uint64_t before = ownUsage().rss;
        auto call = pool.start(work, Api::Imap, 1);
        EXPECT_TRUE(call);
        std::uint64_t held = 0;
        Outcomes outcomes;
        for (std::uint64_t taken = 0; taken < items; ++taken) {
            // The feeder rests until half of the buffer is free.
            while ((*call)->totals().done < std::min(items, taken + buffer / 2)) {
                std::this_thread::yield();
            }
            held = std::max(held, ownUsage().rss);
            EXPECT_LE((*call)->totals().done, taken + buffer);
            EXPECT_TRUE((*call)->next(outcomes));
        }
        return held - std::min(held, before);
    }
};

INSTANTIATE_TEST_SUITE_P(Pool, Bounded,
                         ::testing::Values(Backend::Serial, Backend::Threads, Backend::Processes),
                         backendTestName);

TEST_P(Bounded, resultsThatNobodyReadsYetAreFew)
{
    EXPECT_LT(heldWhileReading(Transport::Ring), most);
    if (GetParam() == Backend::Processes) {
        EXPECT_LT(heldWhileReading(Transport::Pipe), most);
    }
}

} // namespace poolscope::test
