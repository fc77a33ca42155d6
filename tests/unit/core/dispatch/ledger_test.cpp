// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/chunk.h"

#include <gtest/gtest.h>

namespace poolscope {

namespace {

constexpr std::uint32_t chunkSerial = 9;

Chunk chunkOf(std::uint32_t count)
{
    Chunk chunk;
    chunk.first = 100;
    chunk.count = count;
    return chunk;
}

/// A page on which the worker stands at `task` of the chunk (idle: none), `finished` having run.
void stand(StatusPage& page, std::uint64_t task, std::uint64_t finished)
{
    page.chunk = chunkSerial;
    page.task = task;
    page.finished = finished;
}

/// Loses a chunk of one task again and again, until it is given up: after how many workers.
int workersUntilGivenUp(const StatusPage& page, const Ending& ending)
{
    Chunk chunk = chunkOf(1);
    for (int workers = 1; workers < 1000; ++workers) {
        const Loss loss = assessLoss(chunk, chunkSerial, page, ending);
        if (loss.taken) {
            EXPECT_TRUE(loss.again.empty());
            return workers;
        }
        EXPECT_EQ(loss.again.size(), 1u);
        chunk = loss.again.at(0);
    }
    return -1;
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
    page.chunk = chunkSerial - 1;
    page.task = 2;
    const Loss loss = assessLoss(chunkOf(5), chunkSerial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(loss.finished, 0u);
    EXPECT_EQ(text(loss.again), "100+5@0 ");
}

TEST(Ledger, theTaskThatRanIsLostAndItsNeighboursRunAgain)
{
    StatusPage page;
    page.chunk = chunkSerial;
    page.task = 2;
    page.finished = 2;
    const Loss loss = assessLoss(chunkOf(5), chunkSerial, page);
    EXPECT_EQ(loss.taken, 2u);
    EXPECT_EQ(loss.finished, 2u);
    EXPECT_EQ(text(loss.again), "100+2@1 103+2@1 ");
}

TEST(Ledger, theFirstAndTheLastTaskLeaveOneNeighbourhood)
{
    StatusPage page;
    page.chunk = chunkSerial;
    page.task = 0;
    EXPECT_EQ(text(assessLoss(chunkOf(3), chunkSerial, page).again), "101+2@1 ");
    page.task = 2;
    page.finished = 2;
    EXPECT_EQ(text(assessLoss(chunkOf(3), chunkSerial, page).again), "100+2@1 ");
}

TEST(Ledger, aTaskThatHasFinishedIsNotBlamed)
{
    StatusPage page;
    page.chunk = chunkSerial;
    page.task = 1; // the next one had not begun yet
    page.finished = 2;
    const Loss loss = assessLoss(chunkOf(3), chunkSerial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(loss.finished, 2u);
    EXPECT_EQ(text(loss.again), "100+1@1 101+1@1 102+1@1 ");
}

TEST(Ledger, whenNoTaskRanTheyAreSentOneByOne)
{
    StatusPage page;
    page.chunk = chunkSerial;
    const Loss loss = assessLoss(chunkOf(3), chunkSerial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(text(loss.again), "100+1@1 101+1@1 102+1@1 ");
}

TEST(Ledger, aTaskThatTakesEveryWorkerBeforeItRunsIsGivenUp)
{
    StatusPage page;
    stand(page, StatusPage::idle, 0);
    EXPECT_EQ(workersUntilGivenUp(page, {}), unblamedAttempts);
    EXPECT_EQ(workersUntilGivenUp(page, {4, {}}), unblamedAttempts + 4);
}

TEST(Ledger, aTaskHasItsRetriesAndIsGivenUpThen)
{
    StatusPage page;
    stand(page, 0, 0);
    EXPECT_EQ(workersUntilGivenUp(page, {}), 1);
    EXPECT_EQ(workersUntilGivenUp(page, {2, {}}), 3);
    EXPECT_EQ(workersUntilGivenUp(page, {700, {}}), 701); // more than an attempt can count
}

TEST(Ledger, workersThatDieBeforeTheyTakeAChunkAreNotForEver)
{
    StatusPage page; // never in the chunk
    EXPECT_EQ(workersUntilGivenUp(page, {}), missedAttempts + 1);
    Chunk chunk = chunkOf(3);
    chunk.misses = missedAttempts;
    EXPECT_EQ(text(assessLoss(chunk, chunkSerial, page).again), "100+1@1 101+1@1 102+1@1 ");
}

TEST(Ledger, aTaskWithRetriesGoesAloneAndItsNeighboursBesideIt)
{
    StatusPage page;
    stand(page, 2, 2);
    const Loss loss = assessLoss(chunkOf(5), chunkSerial, page, {1, {}});
    EXPECT_EQ(loss.culprit, 2u);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(text(loss.again), "100+2@1 102+1@1 103+2@1 ");
    EXPECT_EQ(loss.again[1].deaths, 1u);
    EXPECT_EQ(loss.again[0].deaths + loss.again[2].deaths, 0u);
    EXPECT_EQ(loss.retried(), 3u); // two had run, one had begun to
}

TEST(Ledger, deathsOfAChunkAreNotHeldAgainstItsTasks)
{
    StatusPage page;
    stand(page, 1, 1);
    Chunk chunk = chunkOf(2);
    chunk.misses = 5;
    const Loss loss = assessLoss(chunk, chunkSerial, page, {1, {}});
    EXPECT_FALSE(loss.taken);
    for (const Chunk& again : loss.again) {
        EXPECT_EQ(again.misses, 0u);
    }
}

TEST(Ledger, aTaskThatIsEndedForItsTimeIsTheCulprit)
{
    StatusPage page;
    stand(page, 3, 3);
    const Loss loss = assessLoss(chunkOf(5), chunkSerial, page, {0, standOf(page, chunkSerial, 5)});
    EXPECT_EQ(loss.taken, 3u);
    EXPECT_EQ(text(loss.again), "100+3@1 104+1@1 ");
}

TEST(Ledger, whoMovedOnBeforeTheEndTookNobodyAlong)
{
    StatusPage page;
    stand(page, 3, 3);
    const Stand overdue = standOf(page, chunkSerial, 5);
    stand(page, 4, 4); // task 3 ended just in time
    const Loss loss = assessLoss(chunkOf(5), chunkSerial, page, {0, overdue});
    EXPECT_FALSE(loss.culprit);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(text(loss.again), "100+5@1 ");
    EXPECT_EQ(loss.retried(), 5u);
}

TEST(Ledger, aLoneTaskIsHeldToItsUnpicklingAndPickling)
{
    StatusPage page;
    for (const std::uint64_t finished : {0, 1}) {
        stand(page, StatusPage::idle, finished);
        const Stand overdue = standOf(page, chunkSerial, 1);
        EXPECT_EQ(assessLoss(chunkOf(1), chunkSerial, page, {0, overdue}).taken, 0u);
        const Loss three = assessLoss(chunkOf(3), chunkSerial, page, {0, standOf(page, chunkSerial, 3)});
        EXPECT_FALSE(three.taken); // who of them it was, one by one will show
        EXPECT_EQ(three.again.size(), 3u);
    }
}

TEST(Ledger, aPageThatLiesIsHeldToTheChunk)
{
    StatusPage page;
    page.chunk = chunkSerial;
    page.task = 77;
    page.finished = 1000;
    const Loss loss = assessLoss(chunkOf(2), chunkSerial, page);
    EXPECT_FALSE(loss.taken);
    EXPECT_EQ(loss.finished, 2u);
    EXPECT_EQ(loss.again.size(), 2u);
}

} // namespace poolscope
