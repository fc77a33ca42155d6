// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/telemetry.h"

#include <string>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Phase, ofEachStepIsItsOwnOrTheCauseOfItsWait)
{
    std::string phases;
    for (std::size_t i = 0; i < stepCount; ++i) {
        phases += nameOf(phaseOf(static_cast<Step>(i)));
        phases += i + 1 == workerSteps ? " | " : " ";
    }
    EXPECT_EQ(phases, "wait unpickle transfer pickle transfer transfer unpickle compute pickle "
                      "transfer | pickle transfer transfer unpickle ");
}

TEST(Phase, hasANameEach)
{
    EXPECT_STREQ(nameOf(Phase::Compute), "compute");
    EXPECT_STREQ(nameOf(Phase::Pickle), "pickle");
    EXPECT_STREQ(nameOf(Phase::Unpickle), "unpickle");
    EXPECT_STREQ(nameOf(Phase::Transfer), "transfer");
    EXPECT_STREQ(nameOf(Phase::Wait), "wait");
}

TEST(Row, readsAndWritesAStepByItsName)
{
    Row row;
    row[Step::Compute] = 5;
    EXPECT_EQ(row.step[7], 5);
    EXPECT_EQ(std::as_const(row)[Step::Compute], 5);
}

} // namespace
} // namespace poolscope
