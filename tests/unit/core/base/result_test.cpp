// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base.h"

#include <memory>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) {
        return Error{"ValueError", "It is odd.", "task[0]"};
    }
    return number / 2;
}

TEST(Result, holdsAValue)
{
    const Result<int> result = half(8);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(*result, 4);
    EXPECT_EQ(result.value(), 4);
}

TEST(Result, holdsAnError)
{
    const Result<int> result = half(7);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(), (Error{"ValueError", "It is odd.", "task[0]"}));
}

TEST(Result, movesItsValueOut)
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    const std::unique_ptr<int> value = *std::move(result);
    EXPECT_EQ(*value, 5);
}

TEST(Result, isSuccessOrAnErrorWithoutAValue)
{
    const Result<void> success;
    EXPECT_TRUE(success.ok());
    const Result<void> failure = Error{"OSError", "No.", {}};
    EXPECT_FALSE(failure);
    EXPECT_EQ(failure.error().kind, "OSError");
}

TEST(Clock, neverGoesBack)
{
    Nanos last = now();
    for (int i = 0; i < 1000; ++i) {
        const Nanos next = now();
        ASSERT_GE(next, last);
        last = next;
    }
    EXPECT_DOUBLE_EQ(seconds(1'500'000'000), 1.5);
}

} // namespace
} // namespace poolscope
