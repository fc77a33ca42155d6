// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/task_clock.h"

#include <gtest/gtest.h>

namespace poolscope {

namespace {

using Stage = Stand::Stage;
constexpr Nanos ms = 1'000'000;

Stand at(Stage stage, std::uint64_t task = 0, std::uint32_t serial = 1)
{
    return {stage, serial, task};
}

} // namespace

TEST(TaskClock, aTaskIsGivenItsLimitFromWhenItWasFirstSeen)
{
    TaskClock clock(100 * ms);
    EXPECT_FALSE(clock.overdue(at(Stage::Running, 3), 1000 * ms));
    EXPECT_FALSE(clock.overdue(at(Stage::Running, 3), 1100 * ms));
    EXPECT_TRUE(clock.overdue(at(Stage::Running, 3), 1100 * ms + 1));
    EXPECT_EQ(clock.stand(), at(Stage::Running, 3));
}

TEST(TaskClock, eachTaskHasItsOwnLimit)
{
    TaskClock clock(100 * ms);
    for (std::uint64_t task = 0; task < 50; ++task) {
        EXPECT_FALSE(
            clock.overdue(at(Stage::Running, task), static_cast<Nanos>(task + 1) * 90 * ms));
    }
    EXPECT_FALSE(clock.overdue(at(Stage::Running, 49, 2), 5000 * ms)); // of the next chunk
}

TEST(TaskClock, unpicklingAndPicklingHaveTheLimitToo)
{
    for (const Stage stage : {Stage::Unpickling, Stage::Between, Stage::Pickling}) {
        TaskClock clock(100 * ms);
        EXPECT_FALSE(clock.overdue(at(stage), 1000 * ms));
        EXPECT_TRUE(clock.overdue(at(stage), 1101 * ms));
    }
}

TEST(TaskClock, aChunkHasASecondToBeTaken)
{
    TaskClock clock(1 * ms);
    EXPECT_FALSE(clock.overdue(at(Stage::NotTaken), 1000 * ms));
    EXPECT_FALSE(clock.overdue(at(Stage::NotTaken), 2000 * ms));
    EXPECT_TRUE(clock.overdue(at(Stage::NotTaken), 2001 * ms));
    TaskClock patient(3000 * ms);
    EXPECT_FALSE(patient.overdue(at(Stage::NotTaken), 1000 * ms));
    EXPECT_FALSE(patient.overdue(at(Stage::NotTaken), 4000 * ms));
    EXPECT_TRUE(patient.overdue(at(Stage::NotTaken), 4001 * ms));
}

TEST(TaskClock, bytesThatMoveAreProgressWhileTheyAreReadOrWritten)
{
    for (const Stage stage : {Stage::NotTaken, Stage::Pickling}) {
        TaskClock clock(2000 * ms);
        EXPECT_FALSE(clock.overdue(at(stage), 1000 * ms));
        clock.heard();
        EXPECT_FALSE(clock.overdue(at(stage), 9000 * ms));
        EXPECT_TRUE(clock.overdue(at(stage), 11'001 * ms));
    }
    TaskClock clock(100 * ms); // but a task that runs is not paid for by bytes of another chunk
    EXPECT_FALSE(clock.overdue(at(Stage::Running), 1000 * ms));
    clock.heard();
    EXPECT_TRUE(clock.overdue(at(Stage::Running), 1101 * ms));
}

TEST(TaskClock, aRestIsNotCounted)
{
    TaskClock clock(100 * ms);
    EXPECT_FALSE(clock.overdue(at(Stage::Running), 1000 * ms));
    clock.rest();
    EXPECT_FALSE(clock.overdue(at(Stage::Running), 9000 * ms));
}

TEST(TaskClock, itLooksOftenEnoughAndNoMore)
{
    EXPECT_EQ(TaskClock(1).pause(), 1);
    EXPECT_EQ(TaskClock(1000 * ms).pause(), 50);
    EXPECT_EQ(TaskClock(3'600'000 * ms).pause(), 250);
}

TEST(TaskClock, thePageSaysWhereAWorkerStands)
{
    StatusPage page;
    EXPECT_EQ(standOf(page, 7, 3), at(Stage::NotTaken, 0, 7));
    page.chunk = 7;
    EXPECT_EQ(standOf(page, 7, 3), at(Stage::Unpickling, 0, 7));
    EXPECT_EQ(standOf(page, 8, 3), at(Stage::NotTaken, 0, 8));
    page.task = 0;
    EXPECT_EQ(standOf(page, 7, 3), at(Stage::Running, 0, 7));
    page.task = StatusPage::idle;
    page.finished = 1;
    EXPECT_EQ(standOf(page, 7, 3), at(Stage::Between, 1, 7));
    page.finished = 3;
    EXPECT_EQ(standOf(page, 7, 3), at(Stage::Pickling, 3, 7));
    page.task = 99; // a lie
    page.finished = 99;
    EXPECT_EQ(standOf(page, 7, 3), at(Stage::Pickling, 3, 7));
}

} // namespace poolscope
