// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

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

TEST(OrderedDict, holdsWhatAMapHoldsWhateverTheKeys)
{
    std::mt19937_64 random(7);
    for (const std::int64_t step : {1, 64, 1 << 20}) { // far apart, and alike in their low bits
        OrderedDict<std::int64_t, std::int64_t> dict;
        std::map<std::int64_t, std::int64_t> map;
        for (std::int64_t i = 0; i < 5000; ++i) {
            const std::int64_t key = static_cast<std::int64_t>(random() % 3000 - 1500) * step;
            dict[key] = i;
            map[key] = i;
        }
        const OrderedDict<std::int64_t, std::int64_t> copy = dict;
        ASSERT_EQ(copy.size(), map.size());
        for (const auto& [key, item] : map) {
            ASSERT_NE(copy.find(key), copy.end()) << key;
            EXPECT_EQ(copy.find(key)->second, item) << key;
        }
        EXPECT_TRUE(copy.find(1501 * step) == copy.end());
    }
}

TEST(OrderedDict, aTextNeedNotBeAStringToBeAskedFor)
{
    const std::string line = "size=12";
    Dict dict;
    dict[std::string_view(line).substr(0, 4)] = 12;
    dict[""] = 1;
    EXPECT_EQ(dict.find("size")->second, 12);
    EXPECT_EQ(dict.find(std::string_view())->second, 1);
    EXPECT_EQ(keysOf(dict), "size  ");
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
