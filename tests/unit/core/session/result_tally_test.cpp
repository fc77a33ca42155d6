// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(ResultTally, tellsTheFirstTenAndTheExactSum)
{
    Document document;
    ResultTally tally(true);
    for (int i = 1; i <= 100; ++i) {
        EXPECT_TRUE(tally.readsNext());
        tally.add(document.integer(i));
    }
    const ResultDigest digest = tally.digest();
    EXPECT_EQ(digest.count, 100U);
    EXPECT_EQ(digest.first.size(), 10U);
    EXPECT_EQ(digest.first.back(), "10");
    ASSERT_TRUE(digest.sum);
    EXPECT_EQ(reductionText(digest), "5050");
}

TEST(ResultTally, sumsFloatsAsFloats)
{
    Document document;
    ResultTally tally(true);
    tally.add(document.integer(1));
    tally.add(document.real(0.5));
    EXPECT_FALSE(tally.digest().sum);
    EXPECT_EQ(reductionText(tally.digest()), "1.5");
}

TEST(ResultTally, hasNoSumWhereSomethingIsNoNumber)
{
    Document document;
    ResultTally tally(true);
    tally.add(document.str("three"));
    EXPECT_EQ(reductionText(tally.digest()), "");
    EXPECT_EQ(tally.digest().value, "\"three\"");
}

TEST(ResultTally, keepsTheFirstWithoutAGap)
{
    Document document;
    ResultTally tally(false);
    tally.add(document.str(std::string(5000, 'x'))); // too long to be told
    EXPECT_FALSE(tally.readsNext());
    tally.addUnread();
    tally.add(document.integer(3));
    EXPECT_EQ(tally.count(), 3U);
    EXPECT_TRUE(tally.digest().first.empty());
}

TEST(ResultTally, cutsALongTextBetweenTwoCharacters)
{
    const std::string text = "x" + std::string(4094, 'y') + "äöü";
    const std::string kept = keptText(text);
    EXPECT_EQ(kept, text.substr(0, 4095) + "…");
    EXPECT_EQ(keptText("short"), "short");
}

} // namespace
} // namespace poolscope
