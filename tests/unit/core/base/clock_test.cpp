// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base.h"

#include <gtest/gtest.h>

#include <ctime>
#include <thread>

namespace poolscope {
namespace {

Nanos clockOfTheKernel()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// What may be wrong at the end of a counter's reach, and is far more than what is.
constexpr Nanos allowed = 50'000;

TEST(Clock, isThatOfTheKernel)
{
    const Nanos end = clockOfTheKernel() + 50'000'000; // with and without the counter, many anchors
    for (Nanos before = 0; before < end;) {
        before = clockOfTheKernel();
        const Nanos moment = now();
        const Nanos after = clockOfTheKernel();
        ASSERT_GE(moment, before - allowed);
        ASSERT_LE(moment, after + allowed);
    }
}

TEST(Clock, neverGoesBackInAThread)
{
    const auto look = [] {
        Nanos last = now();
        for (int i = 0; i < 1'000'000; ++i) {
            const Nanos next = now();
            ASSERT_GE(next, last);
            last = next;
        }
    };
    std::thread other(look);
    look();
    other.join();
}

TEST(Clock, aCounterThatJumpsIsNotTrustedAnyMore)
{
    while (clockAnchor.reach == 0) {
        if (now() - clockAnchor.nanos > 1'000'000'000) {
            return; // this machine has no counter to trust
        }
    }
    ClockAnchor wrong = clockAnchor;
    wrong.nanos -= 10'000'000; // as if it had counted much too fast
    wrong.told = 0;
    EXPECT_NEAR(static_cast<double>(lookAtClock(wrong)), static_cast<double>(clockOfTheKernel()),
                1e9);
    EXPECT_EQ(wrong.reach, 0u);
    lookAtClock(clockAnchor);
    EXPECT_EQ(clockAnchor.reach, 0u); // nor by any other thread
}

} // namespace
} // namespace poolscope
