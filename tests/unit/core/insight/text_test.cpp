// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/insight/insight.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// With plain spaces, so that a test can be read.
std::string marked(std::string text)
{
    for (const std::string space : {"\u00a0", "\u202f"}) {
        for (std::size_t at; (at = text.find(space)) != std::string::npos;) {
            text.replace(at, space.size(), space == "\u00a0" ? "~" : "_");
        }
    }
    return text;
}

TEST(TimeText, hasThreeSignificantDigitsAndItsUnit)
{
    EXPECT_EQ(marked(timeText(1.4142)), "1.41~s");
    EXPECT_EQ(marked(timeText(12.345)), "12.3~s");
    EXPECT_EQ(marked(timeText(754.4)), "754~s");
    EXPECT_EQ(marked(timeText(4321)), "4_320~s");
    EXPECT_EQ(marked(timeText(0.01234)), "12.3~ms");
    EXPECT_EQ(marked(timeText(0.00850)), "8.50~ms");
    EXPECT_EQ(marked(timeText(0.00085)), "850~µs");
    EXPECT_EQ(marked(timeText(3.2e-6)), "3.20~µs");
    EXPECT_EQ(marked(timeText(33e-9)), "33.0~ns");
    EXPECT_EQ(marked(timeText(0)), "0~s");
}

TEST(TimeText, givesTenthsOfASecondInSeconds)
{
    EXPECT_EQ(marked(timeText(0.8349)), "0.83~s");
    EXPECT_EQ(marked(timeText(0.4800)), "0.48~s");
    EXPECT_EQ(marked(timeText(0.1)), "0.10~s");
    EXPECT_EQ(marked(timeText(0.0994)), "99.4~ms");
}

TEST(TimeText, roundsUpIntoTheNextUnit)
{
    EXPECT_EQ(marked(timeText(0.0009997)), "1.00~ms");
    EXPECT_EQ(marked(timeText(0.99996)), "1.00~s");
    EXPECT_EQ(marked(timeText(9.9996)), "10.0~s");
}

TEST(TimeText, marksANegativeTimeWithAMinus) { EXPECT_EQ(marked(timeText(-1.83)), "−1.83~s"); }

TEST(RoughTimeText, hasTwoDigits)
{
    EXPECT_EQ(marked(roughTimeText(2.4049)), "2.4~s");
    EXPECT_EQ(marked(roughTimeText(0.934)), "0.93~s");
    EXPECT_EQ(marked(roughTimeText(123.4)), "120~s");
    EXPECT_EQ(marked(roughTimeText(0.0123)), "12~ms");
}

TEST(CountText, groupsByThree)
{
    EXPECT_EQ(marked(countText(0)), "0");
    EXPECT_EQ(marked(countText(999)), "999");
    EXPECT_EQ(marked(countText(1000)), "1_000");
    EXPECT_EQ(marked(countText(1'000'000)), "1_000_000");
}

TEST(BytesText, countsAKilobyteAsAThousandBytes)
{
    EXPECT_EQ(marked(bytesText(87)), "87~B");
    EXPECT_EQ(marked(bytesText(5.2)), "5.20~B");
    EXPECT_EQ(marked(bytesText(1361)), "1.36~kB");
    EXPECT_EQ(marked(bytesText(38.4e6)), "38.4~MB");
    EXPECT_EQ(marked(bytesText(3.2e9)), "3.20~GB");
    EXPECT_EQ(marked(bytesText(0)), "0~B");
}

TEST(FactorText, hasOneDecimalBelowTen)
{
    EXPECT_EQ(factorText(1.66), "1.7×");
    EXPECT_EQ(factorText(9.94), "9.9×");
    EXPECT_EQ(factorText(9.96), "10×");
    EXPECT_EQ(factorText(63.7), "64×");
    EXPECT_EQ(factorText(0.1), "0.1×");
}

TEST(FactorText, hasTwoDecimalsBelowATenth)
{
    EXPECT_EQ(factorText(0.031), "0.03×");
    EXPECT_EQ(factorText(0.096), "0.1×");
    EXPECT_EQ(factorText(0), "0.00×");
}

TEST(QuantityText, hasAnSiPrefix)
{
    EXPECT_EQ(marked(quantityText(2'090'000)), "2.09~M");
    EXPECT_EQ(marked(quantityText(1'400'000, 2)), "1.4~M");
    EXPECT_EQ(marked(quantityText(420'000)), "420~k");
    EXPECT_EQ(marked(quantityText(15.3, 2)), "15");
    EXPECT_EQ(marked(quantityText(0)), "0.00");
}

} // namespace
} // namespace poolscope
