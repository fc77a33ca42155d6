// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base.h"

#include <array>
#include <cstdint>
#include <thread>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// Wide enough to be seen torn if a slot were read while it is written.
struct Item {
    std::array<std::uint64_t, 8> word;
};

TEST(Ring, givesItemsInTheirOrder)
{
    Ring<int> ring(4);
    int item = 0;
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(ring.push(i));
        ASSERT_TRUE(ring.push(-i));
        ASSERT_TRUE(ring.pop(item));
        EXPECT_EQ(item, i);
        ASSERT_TRUE(ring.pop(item));
        EXPECT_EQ(item, -i);
    }
}

TEST(Ring, saysWhenItIsEmpty)
{
    Ring<int> ring(4);
    int item = 7;
    EXPECT_FALSE(ring.pop(item));
    EXPECT_EQ(item, 7);
}

TEST(Ring, refusesWhenFull)
{
    Ring<int> ring(4);
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(ring.push(i));
    }
    EXPECT_FALSE(ring.push(4));
    int item = -1;
    ASSERT_TRUE(ring.pop(item));
    EXPECT_EQ(item, 0);
    EXPECT_TRUE(ring.push(4));
    EXPECT_FALSE(ring.push(5));
}

TEST(Ring, roundsItsCapacityUp)
{
    EXPECT_EQ(Ring<int>(5).capacity(), 8u);
    EXPECT_EQ(Ring<int>(8).capacity(), 8u);
    EXPECT_EQ(Ring<int>(1).capacity(), 1u);
}

TEST(Ring, carriesEverythingBetweenTwoThreads)
{
    constexpr std::uint64_t count = 50'000;
    Ring<Item> ring(1024); // it goes round many times
    std::jthread producer([&ring] {
        for (std::uint64_t i = 0; i < count; ++i) {
            Item item;
            item.word.fill(i);
            while (!ring.push(item)) {
                std::this_thread::yield();
            }
        }
    });
    Item item{};
    for (std::uint64_t i = 0; i < count; ++i) {
        while (!ring.pop(item)) {
            std::this_thread::yield();
        }
        Item expected;
        expected.word.fill(i);
        ASSERT_EQ(item.word, expected.word);
    }
}

TEST(Condition, wakesWhoeverWaitsForAFact)
{
    Mutex mutex;
    Condition changed;
    int turn = 0;
    std::jthread other([&] {
        const MutexLock lock(mutex);
        while (turn != 1) {
            changed.wait(mutex);
        }
        turn = 2;
        changed.notifyAll();
    });
    const MutexLock lock(mutex);
    turn = 1;
    changed.notifyAll();
    while (turn != 2) {
        changed.wait(mutex);
    }
    EXPECT_EQ(turn, 2);
}

TEST(Condition, saysWhenTheTimeRanOut)
{
    Mutex mutex;
    Condition never;
    const MutexLock lock(mutex);
    const Nanos before = now();
    while (never.waitFor(mutex, std::chrono::milliseconds(5))) { // it may wake for no reason
    }
    EXPECT_GE(now() - before, 5'000'000);
}

} // namespace
} // namespace poolscope
