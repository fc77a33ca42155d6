// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/chunk_queue.h"
#include "core/dispatch/collector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace poolscope {
namespace {

std::shared_ptr<const Items> items(std::size_t count)
{
    return std::make_shared<ValueItems>(nullptr, std::vector<Value>(count));
}

Outcomes outcomes(std::uint64_t first, std::size_t count) { return {first, items(count), {}}; }

/// What leaves now, as "first+count".
std::string leaving(Collector& collector)
{
    std::string text;
    while (collector.ready()) {
        const Outcomes next = collector.take();
        text += std::to_string(next.first) + "+" + std::to_string(next.size()) + " ";
    }
    return text;
}

TEST(Collector, letsOutcomesLeaveInTheOrderOfTheInput)
{
    Collector collector(true);
    for (int i = 0; i < 3; ++i) {
        collector.expect(10);
    }
    collector.add(2, outcomes(20, 10));
    EXPECT_EQ(leaving(collector), "");
    collector.add(0, outcomes(0, 10));
    EXPECT_EQ(leaving(collector), "0+10 ");
    collector.add(1, outcomes(10, 10));
    EXPECT_EQ(leaving(collector), "10+10 20+10 ");
}

TEST(Collector, aChunkThatWasSplitLeavesInItsParts)
{
    Collector collector(true);
    collector.expect(5);
    collector.expect(5);
    collector.add(0, outcomes(3, 2));
    collector.add(1, outcomes(5, 5));
    EXPECT_EQ(leaving(collector), "");
    collector.add(0, outcomes(0, 1));
    EXPECT_EQ(leaving(collector), "0+1 ");
    collector.add(0, outcomes(1, 2));
    EXPECT_EQ(leaving(collector), "1+2 3+2 5+5 ");
    collector.expect(1);
    collector.add(2, outcomes(10, 1));
    EXPECT_EQ(leaving(collector), "10+1 ");
}

TEST(Collector, unorderedLetsThemLeaveAsTheyCome)
{
    Collector collector(false);
    collector.expect(5);
    collector.expect(5);
    collector.add(1, outcomes(5, 5));
    collector.add(0, outcomes(2, 1));
    EXPECT_EQ(leaving(collector), "5+5 2+1 ");
}

TEST(Collector, nothingIsLostOrDoubledWhateverTheOrder)
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        Collector collector(true);
        std::vector<std::pair<std::uint32_t, Outcomes>> parts;
        std::uint64_t first = 0;
        for (std::uint32_t number = 0; number < 30; ++number) {
            const std::uint32_t count = 1 + random() % 5;
            collector.expect(count);
            for (std::uint32_t at = 0; at < count;) {
                const std::uint32_t size = 1 + random() % (count - at);
                parts.emplace_back(number, outcomes(first + at, size));
                at += size;
            }
            first += count;
        }
        std::shuffle(parts.begin(), parts.end(), random);
        std::uint64_t next = 0;
        for (auto& [number, part] : parts) {
            collector.add(number, std::move(part));
            while (collector.ready()) {
                const Outcomes taken = collector.take();
                ASSERT_EQ(taken.first, next);
                next += taken.size();
            }
        }
        ASSERT_EQ(next, first);
    }
}

TEST(ChunkQueue, cutsStretchesWhenTheyArePulled)
{
    ChunkQueue queue;
    queue.add(items(5), 0);
    queue.add(items(4), 5);
    bool isNew = false;
    std::string cut;
    std::uint32_t number = 0;
    for (const std::uint32_t size : {2u, 9u, 3u, 3u}) {
        const Chunk chunk = queue.pull(size, isNew);
        EXPECT_TRUE(isNew);
        EXPECT_EQ(chunk.number, number++);
        EXPECT_EQ(chunk.offset, chunk.first < 5 ? chunk.first : chunk.first - 5);
        cut += std::to_string(chunk.first) + "+" + std::to_string(chunk.count) + " ";
    }
    EXPECT_EQ(cut, "0+2 2+3 5+3 8+1 ");
    EXPECT_TRUE(queue.empty());
    EXPECT_EQ(queue.items(), 0u);
}

TEST(ChunkQueue, whatWasGivenBackGoesFirstAndWhole)
{
    ChunkQueue queue;
    queue.add(items(5), 0);
    bool isNew = false;
    Chunk chunk = queue.pull(3, isNew);
    queue.putBack(chunk);
    EXPECT_EQ(queue.items(), 5u);
    chunk = queue.pull(1, isNew);
    EXPECT_FALSE(isNew);
    EXPECT_EQ(chunk.count, 3u);
    EXPECT_EQ(chunk.number, 0u);
}

} // namespace
} // namespace poolscope
