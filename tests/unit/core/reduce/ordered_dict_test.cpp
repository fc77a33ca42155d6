// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

using Dict = OrderedDict<std::string, int>;

std::string keysOf(const Dict& dict)
{
    std::string keys;
    for (const auto& [key, item] : dict) {
        keys += key + " ";
    }
    return keys;
}

TEST(OrderedDict, keepsTheOrderThroughAPickle)
{
    const Dict dict{{"z", 1}, {"a", 2}, {"m", 3}};
    Buffer out;
    ASSERT_TRUE(pickle(dict, Registry{}, out).ok());
    const Result<Dict> copy = unpickle<Dict>(out.view(), Registry{});
    ASSERT_TRUE(copy.ok()) << copy.error().text;
    EXPECT_EQ(keysOf(*copy), "z a m ");
    EXPECT_TRUE(*copy == dict);
    Buffer again;
    ASSERT_TRUE(pickle(*copy, Registry{}, again).ok());
    EXPECT_EQ(again.view(), out.view());
}

TEST(OrderedDict, aKeyThatComesAgainKeepsItsPlaceAndTakesTheLaterItem)
{
    const Dict dict{{"a", 1}, {"b", 2}, {"a", 3}};
    EXPECT_EQ(keysOf(dict), "a b ");
    EXPECT_EQ(dict.find("a")->second, 3);
    EXPECT_TRUE(dict.find("c") == dict.end());
    for (const char* pickle : {"\x80\4}(\x8c\1aK\1\x8c\1bK\2\x8c\1aK\3u.",
                               "\x80\4}\x94(\x8c\1a\x94K\1\x8c\1b\x94K\2h\1K\3u."}) {
        const Result<Dict> read = unpickle<Dict>(pickle, Registry{});
        ASSERT_TRUE(read.ok()) << read.error().text;
        EXPECT_TRUE(*read == dict);
        EXPECT_EQ(keysOf(*read), "a b ");
    }
}

TEST(OrderedDict, findsAmongFewAndMany)
{
    Dict dict;
    for (int i = 0; i < 1000; ++i) {
        dict[std::to_string(i % 500)] = i;
        ASSERT_EQ(dict.size(), static_cast<std::size_t>(std::min(i + 1, 500)));
        ASSERT_EQ(dict.find(std::to_string(i / 2 % 500))->first, std::to_string(i / 2 % 500));
    }
    EXPECT_EQ(dict.find("499")->second, 999);
    EXPECT_TRUE(dict.find("500") == dict.end());
    dict.clear();
    EXPECT_TRUE(dict.empty());
    EXPECT_TRUE(dict.find("499") == dict.end());
    dict["499"] = 1;
    EXPECT_EQ(dict.begin()->second, 1);
}

TEST(OrderedDict, areEqualInWhateverOrder)
{
    EXPECT_TRUE((Dict{{"a", 1}, {"b", 2}} == Dict{{"b", 2}, {"a", 1}}));
    EXPECT_FALSE((Dict{{"a", 1}, {"b", 2}} == Dict{{"a", 1}, {"b", 3}}));
    EXPECT_FALSE((Dict{{"a", 1}} == Dict{{"b", 1}}));
    EXPECT_FALSE((Dict{{"a", 1}} == Dict{{"a", 1}, {"b", 1}}));
}

} // namespace
} // namespace poolscope
