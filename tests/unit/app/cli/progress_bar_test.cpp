// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progress_bar.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace poolscope {
namespace {

Summary half()
{
    Summary summary;
    summary.plan.job = "power";
    summary.plan.items = 1000;
    summary.headline = "4 processes: ≈ 2.4 s";
    summary.done = 500;
    summary.itemsPerSecond = 1'400'000;
    summary.eta = 0.3;
    return summary;
}

std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

TEST(ProgressLine, showsJobCrewShareRateAndTimeLeft)
{
    EXPECT_EQ(progressLine(half(), 120),
              "power · 4 processes   █████████████░░░░░░░░░░░░░░  50\u00a0%   1.4\u00a0M items/s   "
              "0.30\u00a0s left");
}

TEST(ProgressLine, givesWayInANarrowTerminal)
{
    for (std::size_t columns = 36; columns < 120; ++columns) {
        EXPECT_LT(widthOf(progressLine(half(), columns)), columns) << columns;
    }
    EXPECT_EQ(progressLine(half(), 40).find("left"), std::string::npos);
    EXPECT_NE(progressLine(half(), 40).find("50"), std::string::npos);
}

TEST(ProgressLine, hasNoRateBeforeTheFirstResult)
{
    Summary summary = half();
    summary.done = 0;
    summary.eta = 0;
    const std::string line = progressLine(summary, 120);
    EXPECT_EQ(line.find("items/s"), std::string::npos);
    EXPECT_NE(line.find("░░░  0\u00a0%"), std::string::npos);
}

TEST(ProgressLine, isFullAtTheEndAndNeverMore)
{
    Summary summary = half();
    summary.done = 1001;
    EXPECT_EQ(progressLine(summary, 120).find("░"), std::string::npos);
    EXPECT_NE(progressLine(summary, 120).find("100\u00a0%"), std::string::npos);
}

} // namespace
} // namespace poolscope
