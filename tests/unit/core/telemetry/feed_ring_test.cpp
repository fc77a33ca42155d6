// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/feed_ring.h"

#include <array>
#include <cstdint>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// Wide enough to be seen torn if a slot were read while it is written.
struct Item {
    std::array<std::uint64_t, 8> word;
};

template <class T> std::vector<T> all(FeedRing<T>& ring)
{
    std::vector<T> items;
    ring.popAll([&](const T* begin, const T* end) { items.insert(items.end(), begin, end); });
    return items;
}

TEST(FeedRing, givesItemsInTheirOrder)
{
    FeedRing<int> ring(4);
    for (int i = 0; i < 10; ++i) {
        for (const int item : {i, -i, 100}) {
            ASSERT_TRUE(ring.push(item));
        }
        EXPECT_EQ(all(ring), (std::vector<int>{i, -i, 100}));
    }
}

TEST(FeedRing, givesNothingWhenItIsEmpty)
{
    FeedRing<int> ring(4);
    ring.popAll([](const int*, const int*) { FAIL(); });
}

TEST(FeedRing, refusesWhenFull)
{
    FeedRing<int> ring(4);
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(ring.push(i));
    }
    EXPECT_FALSE(ring.push(4));
    EXPECT_EQ(all(ring), (std::vector<int>{0, 1, 2, 3}));
    EXPECT_TRUE(ring.push(4));
}

TEST(FeedRing, roundsItsCapacityUp)
{
    EXPECT_EQ(FeedRing<int>(5).capacity(), 8u);
    EXPECT_EQ(FeedRing<int>(8).capacity(), 8u);
    EXPECT_EQ(FeedRing<int>(1).capacity(), 1u);
}

TEST(FeedRing, carriesEverythingBetweenTwoThreads)
{
    constexpr std::uint64_t count = 50'000;
    FeedRing<Item> ring(1024); // it goes round many times
    std::jthread producer([&ring] {
        for (std::uint64_t i = 0; i < count; ++i) {
            Item item;
            item.word.fill(i);
            while (!ring.push(item)) {
                std::this_thread::yield();
            }
        }
    });
    std::uint64_t next = 0;
    while (next < count) {
        ring.popAll([&next](const Item* begin, const Item* end) {
            for (const Item* item = begin; item != end; ++item, ++next) {
                Item expected;
                expected.word.fill(next);
                ASSERT_EQ(item->word, expected.word);
            }
        });
        std::this_thread::yield();
    }
}

} // namespace
} // namespace poolscope
