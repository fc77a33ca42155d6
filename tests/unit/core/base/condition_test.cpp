// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base.h"

#include <thread>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Condition, wakesWhoeverWaitsForAFact)
{
    Mutex mutex;
    Condition changed;
    int turn = 0;
    std::jthread other([&] {
        const MutexLock lock(mutex);
        while (turn != 1) {
            changed.wait(mutex);
        }
        turn = 2;
        changed.notifyAll();
    });
    const MutexLock lock(mutex);
    turn = 1;
    changed.notifyAll();
    while (turn != 2) {
        changed.wait(mutex);
    }
    EXPECT_EQ(turn, 2);
}

TEST(Condition, saysWhenTheTimeRanOut)
{
    Mutex mutex;
    Condition never;
    const MutexLock lock(mutex);
    const Nanos before = now();
    while (never.waitFor(mutex, std::chrono::milliseconds(5))) { // it may wake for no reason
    }
    EXPECT_GE(now() - before, 5'000'000);
}

} // namespace
} // namespace poolscope
