// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base.h"

#include <string>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Buffer, holdsWhatIsAppended)
{
    Buffer buffer;
    EXPECT_TRUE(buffer.empty());
    buffer.append('a');
    buffer.append(std::string_view("bc"));
    buffer.append("de", 1);
    EXPECT_EQ(buffer.view(), "abcd");
}

TEST(Buffer, keepsItsBytesWhileItGrows)
{
    Buffer buffer;
    std::string expected;
    for (int i = 0; i < 100'000; ++i) {
        buffer.append(static_cast<char>(i));
        expected.push_back(static_cast<char>(i));
    }
    EXPECT_EQ(buffer.view(), expected);
}

TEST(Buffer, keepsItsMemoryWhenCleared)
{
    Buffer buffer;
    buffer.extend(1000);
    const std::size_t capacity = buffer.capacity();
    buffer.clear();
    EXPECT_TRUE(buffer.empty());
    EXPECT_EQ(buffer.capacity(), capacity);
}

TEST(Buffer, reservesWithoutHoldingMore)
{
    Buffer buffer;
    buffer.append("x", 1);
    buffer.reserve(5000);
    EXPECT_GE(buffer.capacity(), 5001u);
    const char* before = buffer.data();
    buffer.extend(5000);
    EXPECT_EQ(buffer.data(), before);
}

TEST(Buffer, truncatesButNeverLengthens)
{
    Buffer buffer;
    buffer.append(std::string_view("abcdef"));
    buffer.truncate(10);
    EXPECT_EQ(buffer.view(), "abcdef");
    buffer.truncate(2);
    EXPECT_EQ(buffer.view(), "ab");
}

TEST(Buffer, movesItsBytes)
{
    Buffer first;
    first.append(std::string_view("abc"));
    Buffer second(std::move(first));
    Buffer third;
    third = std::move(second);
    EXPECT_EQ(third.view(), "abc");
}

} // namespace
} // namespace poolscope
