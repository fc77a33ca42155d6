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
    collector.add(outcomes(20, 10));
    EXPECT_EQ(leaving(collector), "");
    collector.add(outcomes(0, 10));
    EXPECT_EQ(leaving(collector), "0+10 ");
    collector.add(outcomes(10, 10));
    EXPECT_EQ(leaving(collector), "10+10 20+10 ");
}

TEST(Collector, aChunkThatWasSplitLeavesInItsParts)
{
    Collector collector(true);
    collector.add(outcomes(3, 2));
    collector.add(outcomes(5, 5));
    EXPECT_EQ(leaving(collector), "");
    collector.add(outcomes(0, 1));
    EXPECT_EQ(leaving(collector), "0+1 ");
    collector.add(outcomes(1, 2));
    EXPECT_EQ(leaving(collector), "1+2 3+2 5+5 ");
    collector.add(outcomes(10, 1));
    EXPECT_EQ(leaving(collector), "10+1 ");
}

TEST(Collector, unorderedLetsThemLeaveAsTheyCome)
{
    Collector collector(false);
    collector.add(outcomes(5, 5));
    collector.add(outcomes(2, 1));
    EXPECT_EQ(collector.readyItems(), 6u);
    EXPECT_EQ(leaving(collector), "5+5 2+1 ");
    EXPECT_EQ(collector.readyItems(), 0u);
}

TEST(Collector, nothingIsLostOrDoubledWhateverTheOrder)
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        Collector collector(true);
        std::vector<Outcomes> parts;
        std::uint64_t items = 0;
        for (int i = 0; i < 60; ++i) {
            const std::size_t count = 1 + random() % 5;
            parts.push_back(outcomes(items, count));
            items += count;
        }
        std::shuffle(parts.begin(), parts.end(), random);
        std::uint64_t next = 0;
        for (Outcomes& part : parts) {
            collector.add(std::move(part));
            std::deque<Outcomes> taken;
            collector.takeAll(taken);
            for (const Outcomes& each : taken) {
                ASSERT_EQ(each.first, next);
                next += each.size();
            }
        }
        ASSERT_EQ(next, items);
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
        EXPECT_EQ(chunk.offset(), chunk.first < 5 ? chunk.first : chunk.first - 5);
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

TEST(ChunkQueue, keepsAStretchUntilAllOfItIsDone)
{
    ChunkQueue queue;
    auto given = items(5);
    const std::weak_ptr<const Items> first = given;
    queue.add(std::move(given), 0);
    queue.add(items(2), 5);
    bool isNew = false;
    const Chunk begin = queue.pull(3, isNew);
    const Chunk rest = queue.pull(3, isNew);
    const Chunk behind = queue.pull(3, isNew);
    DoneItems done;
    queue.done(behind, done); // it waits for those before it
    queue.done(rest, done);
    queue.done(begin.part(0, 1), done);
    EXPECT_TRUE(done.empty());
    EXPECT_EQ(&rest.items(), first.lock().get());
    queue.done(begin.part(1, 2), done);
    EXPECT_EQ(done.size(), 2u);
    done.clear();
    EXPECT_TRUE(first.expired());
}

TEST(ChunkQueue, whatIsClearedIsDoneButForWhatIsOut)
{
    ChunkQueue queue;
    queue.add(items(6), 0);
    queue.add(items(6), 6);
    bool isNew = false;
    const Chunk out = queue.pull(2, isNew);
    queue.putBack(queue.pull(2, isNew));
    DoneItems done;
    queue.clear(done);
    EXPECT_TRUE(queue.empty());
    EXPECT_EQ(queue.items(), 0u);
    EXPECT_TRUE(done.empty());
    queue.done(out, done);
    EXPECT_EQ(done.size(), 2u);
}

} // namespace
} // namespace poolscope
