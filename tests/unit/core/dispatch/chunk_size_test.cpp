// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/chunk_size.h"

#include <gtest/gtest.h>

#include <random>

namespace poolscope {
namespace {

/// Lets it choose and measures what it chose: a chunk of n tasks costs perChunk + n·perItem ns, give
/// or take `noise` of it. Returns the sizes.
std::vector<std::uint32_t> follow(ChunkSize& size, double perChunk, double perItem,
                                  std::uint64_t items, double noise = 0)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> factor(1 - noise, 1 + noise);
    std::vector<std::uint32_t> sizes;
    while (items != 0) {
        const std::uint32_t count = size.next(items);
        EXPECT_GE(count, 1u);
        EXPECT_LE(count, items);
        items -= count;
        sizes.push_back(count);
        size.measured(count, static_cast<Nanos>((perChunk + perItem * count) * factor(random)));
    }
    return sizes;
}

TEST(ChunkSize, beginsWithOneAndGrowsWithWhatItKnows)
{
    ChunkSize size(2);
    const auto sizes = follow(size, 2'000, 100, 1'000'000);
    EXPECT_EQ(sizes[0], 1u);
    for (std::size_t i = 1; i < sizes.size(); ++i) {
        EXPECT_LE(sizes[i], 4 * *std::max_element(sizes.begin(), sizes.begin() + i)) << i;
    }
}

TEST(ChunkSize, handingOutCostsLittleOfTinyTasks)
{
    for (const double noise : {0.0, 0.3}) {
        ChunkSize size(2);
        follow(size, 5'000, 50, 5'000'000, noise);
        const double share = 5'000 / (5'000 + 50.0 * size.steady());
        EXPECT_LT(share, 0.05) << noise;
        EXPECT_LT(size.steady() * 50.0, 25e6) << noise; // and it can still be cancelled soon
    }
}

TEST(ChunkSize, longTasksTravelAlone)
{
    ChunkSize size(4);
    const auto sizes = follow(size, 5'000, 3e6, 1000);
    EXPECT_EQ(*std::max_element(sizes.begin(), sizes.end()), 1u);
}

TEST(ChunkSize, theLastChunksAreSmall)
{
    ChunkSize size(4);
    const auto sizes = follow(size, 2'000, 100, 100'000);
    ASSERT_GT(sizes.size(), 20u);
    EXPECT_EQ(sizes.back(), 1u);
    std::uint64_t left = 0;
    for (auto chunk = sizes.rbegin(); chunk != sizes.rend(); ++chunk) {
        left += *chunk;
        EXPECT_LE(*chunk, std::max<std::uint64_t>(1, left / 8));
    }
}

TEST(ChunkSize, followsTasksThatBecomeLonger)
{
    ChunkSize size(2);
    follow(size, 2'000, 100, 1'000'000);
    const std::uint32_t before = size.steady();
    follow(size, 2'000, 1e6, 1'000);
    EXPECT_LT(size.steady(), before / 50);
}

TEST(ChunkSize, saysWhatItKnows)
{
    ChunkSize size(2);
    EXPECT_EQ(size.typical(), 1u);
    size.measured(1, 100);
    size.measured(99, 9'900);
    EXPECT_EQ(size.typical(), 98u); // 99 of 100 tasks travelled with 99
    size = ChunkSize(2);
    EXPECT_EQ(size.reason(), "nothing was measured");
    follow(size, 2'000, 100, 100'000);
    EXPECT_EQ(size.reason(), "handing out a chunk costs 2 µs, an item 0.1 µs");
}

TEST(ChunkSize, chunksThatCostNothingAreNoDanger)
{
    ChunkSize size(1);
    for (int i = 0; i < 100; ++i) {
        size.measured(size.next(1'000'000'000), 1);
    }
    EXPECT_GE(size.steady(), 1u);
    EXPECT_LE(size.steady(), 1'000'000u);
}

} // namespace
} // namespace poolscope
