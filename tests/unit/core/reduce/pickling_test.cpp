// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Pickling, bytesAndBack)
{
    const Registry registry;
    const std::map<std::string, std::vector<int>> object{{"a", {1, 2}}, {"b", {}}};
    for (int protocol = 2; protocol <= highestProtocol; ++protocol) {
        Buffer out;
        ASSERT_TRUE(pickle(object, registry, out, protocol).ok());
        const auto copy = unpickle<std::map<std::string, std::vector<int>>>(out.view(), registry);
        ASSERT_TRUE(copy.ok()) << copy.error().text;
        EXPECT_EQ(*copy, object);
    }
}

TEST(Pickling, anErrorLeavesTheBufferAsItWas)
{
    Buffer out;
    out.append("before");
    const std::vector<std::string> object{"good", "\xff"};
    const Result<void> written = pickle(object, Registry{}, out);
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().path, "[1]");
    EXPECT_EQ(out.view(), "before");
}

TEST(Pickling, bytesThatAreNoPickleAndPicklesOfOtherTypesAreErrors)
{
    EXPECT_EQ(unpickle<int>("", Registry{}).error().kind, "UnpicklingError");
    EXPECT_EQ(unpickle<int>("\x80\x05]\x94.", Registry{}).error().text,
              "What came for an int should be an int from -2147483648 to 2147483647, but is the "
              "list [].");
}

} // namespace
} // namespace poolscope
