// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/chunk.h"

#include <gtest/gtest.h>

namespace poolscope {

namespace {

constexpr std::uint32_t serial = 9;

Chunk chunkOf(std::uint32_t count, std::uint8_t attempt = 0)
{
    Chunk chunk;
    chunk.first = 100;
    chunk.count = count;
    chunk.attempt = attempt;
    return chunk;
}

/// "first+count@attempt" of each.
std::string text(const std::vector<Chunk>& chunks)
{
    std::string all;
    for (const Chunk& chunk : chunks) {
        all += std::to_string(chunk.first) + "+" + std::to_string(chunk.count) + "@" +
               std::to_string(chunk.attempt) + " ";
    }
    return all;
}

} // namespace

TEST(Ledger, aChunkThatWasNotBegunIsRunAgainAsItIs)
{
    StatusPage page;
    page.chunk = serial - 1;
    page.task = 2;
    const Loss loss = assessLoss(chunkOf(5), serial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(loss.finished, 0u);
    EXPECT_EQ(text(loss.again), "100+5@0 ");
}

TEST(Ledger, theTaskThatRanIsLostAndItsNeighboursRunAgain)
{
    StatusPage page;
    page.chunk = serial;
    page.task = 2;
    page.finished = 2;
    const Loss loss = assessLoss(chunkOf(5), serial, page);
    EXPECT_EQ(loss.taken, 2u);
    EXPECT_EQ(loss.finished, 2u);
    EXPECT_EQ(text(loss.again), "100+2@1 103+2@1 ");
}

TEST(Ledger, theFirstAndTheLastTaskLeaveOneNeighbourhood)
{
    StatusPage page;
    page.chunk = serial;
    page.task = 0;
    EXPECT_EQ(text(assessLoss(chunkOf(3), serial, page).again), "101+2@1 ");
    page.task = 2;
    page.finished = 2;
    EXPECT_EQ(text(assessLoss(chunkOf(3), serial, page).again), "100+2@1 ");
}

TEST(Ledger, aTaskThatHasFinishedIsNotBlamed)
{
    StatusPage page;
    page.chunk = serial;
    page.task = 1; // the next one had not begun yet
    page.finished = 2;
    const Loss loss = assessLoss(chunkOf(3), serial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(loss.finished, 2u);
    EXPECT_EQ(text(loss.again), "100+1@1 101+1@1 102+1@1 ");
}

TEST(Ledger, whenNoTaskRanTheyAreSentOneByOne)
{
    StatusPage page;
    page.chunk = serial;
    const Loss loss = assessLoss(chunkOf(3), serial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(text(loss.again), "100+1@1 101+1@1 102+1@1 ");
}

TEST(Ledger, aTaskThatTakesEveryWorkerBeforeItRunsIsGivenUp)
{
    StatusPage page;
    page.chunk = serial;
    EXPECT_FALSE(assessLoss(chunkOf(1, 0), serial, page).taken);
    EXPECT_FALSE(assessLoss(chunkOf(1, 1), serial, page).taken);
    const Loss loss = assessLoss(chunkOf(1, 2), serial, page);
    EXPECT_EQ(loss.taken, 0u);
    EXPECT_TRUE(loss.again.empty());
}

TEST(Ledger, aPageThatLiesIsHeldToTheChunk)
{
    StatusPage page;
    page.chunk = serial;
    page.task = 77;
    page.finished = 1000;
    const Loss loss = assessLoss(chunkOf(2), serial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(loss.finished, 2u);
    EXPECT_EQ(loss.again.size(), 2u);
}

} // namespace poolscope
