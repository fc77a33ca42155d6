// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/reduce/there_and_back.h"

#include <cmath>

namespace poolscope::test {
namespace {

TEST(Convert, plainTypesComeBackAsTheyWent)
{
    expectSame(true, "True");
    expectSame(std::int8_t{-128}, "-128");
    expectSame(std::uint8_t{255}, "255");
    expectSame(std::int64_t{INT64_MIN}, "-9223372036854775808");
    expectSame(std::uint64_t{UINT64_MAX}, "18446744073709551615");
    expectSame(std::uint64_t{7}, "7");
    expectSame(2.5, "2.5");
    expectSame(1.5F, "1.5");
    expectSame(Integer::power(10, 30), "1000000000000000000000000000000");
    expectSame(std::string("gr\xc3\xbc\xc3\x9f"), "'gr\xc3\xbc\xc3\x9f'");
    expectSame(Blob{std::string("\0\xff", 2)}, "b'\\x00\\xff'");
    expectSame(std::monostate{}, "None");
}

TEST(Convert, containersComeBackAsTheyWent)
{
    expectSame(std::vector<int>{1, 2}, "[1, 2]");
    expectSame(std::vector<bool>{true, false}, "[True, False]");
    expectSame(std::array<double, 2>{0.5, 1.5}, "[0.5, 1.5]");
    expectSame(std::pair<int, std::string>{1, "a"}, "(1, 'a')");
    expectSame(std::tuple<>{}, "()");
    expectSame(std::tuple<bool, Integer, Blob>{true, 3, {"x"}}, "(True, 3, b'x')");
    expectSame(std::map<std::string, int>{{"a", 1}, {"b", 2}}, "{'a': 1, 'b': 2}");
    expectSame(std::unordered_map<int, int>{{3, 4}}, "{3: 4}");
    expectSame(std::set<int>{2, 1}, "{1, 2}");
    expectSame(std::optional<int>{}, "None");
    expectSame(std::optional<int>{4}, "4");
    expectSame(std::vector<std::optional<std::vector<int>>>{{}, {{1}}}, "[None, [1]]");
}

TEST(Convert, aValueIsCopiedIntoTheDocument)
{
    Document there;
    Document here;
    const Value list = there.list(std::array<Value, 1>{there.str("a")});
    const Result<Value> copy = toValue(list, here, Registry{});
    ASSERT_TRUE(copy.ok());
    EXPECT_EQ(copy->document(), &here);
    EXPECT_TRUE(equal(*copy, list));
}

TEST(Convert, textThatIsNotUtf8IsRefusedWithItsPlace)
{
    Document document;
    const std::vector<std::string> object{"good", "\xff", "also good"};
    const Result<Value> value = toValue(object, document, Registry{});
    ASSERT_FALSE(value.ok());
    EXPECT_EQ(
        value.error(),
        (Error{"PicklingError",
               "list cannot be pickled: list[1] is a str, and its bytes are not UTF-8 (a Blob "
               "holds any bytes).",
               "[1]"}));
}

TEST(Convert, utf8IsKnownByItsRules)
{
    for (const char* good :
         {"", "a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\xa0\x80"}) {
        EXPECT_TRUE(isText(good)) << good;
    }
    for (const char* bad : {"\x80", "\xc0\xaf", "\xc3", "\xe0\x80\x80", "\xf4\x90\x80\x80",
                            "\xf0\x80\x80\x80", "\xf8\x88\x80\x80\x80", "a\xe2\x82"}) {
        EXPECT_FALSE(isText(bad)) << bad;
    }
}

template <class T> std::string mismatch(Value value)
{
    const Result<T> object = fromValue<T>(value, Registry{});
    EXPECT_FALSE(object.ok());
    return object.ok() ? "" : object.error().kind + ": " + object.error().text;
}

TEST(Convert, aMismatchSaysWhatWasExpectedAndWhatCame)
{
    Document d;
    EXPECT_EQ(mismatch<std::uint8_t>(d.integer(256)),
              "UnpicklingError: What came for an int should be an int from 0 to 255, but is the "
              "int 256.");
    EXPECT_EQ(mismatch<int>(d.str("abc")), "UnpicklingError: What came for an int should be an int "
                                           "from -2147483648 to 2147483647, but is the str 'abc'.");
    EXPECT_EQ(mismatch<std::string>(d.none()),
              "UnpicklingError: What came for a str should be a str, but is None.");
    EXPECT_EQ(mismatch<std::vector<std::string>>(d.list(std::array{d.str("a"), d.integer(1)})),
              "UnpicklingError: list[1] should be a str, but is the int 1.");
    EXPECT_EQ(
        (mismatch<std::map<std::string, int>>(
            d.dict(std::array{std::pair{d.str("k"), d.bytes("v")}}))),
        "UnpicklingError: dict['k'] should be an int from -2147483648 to 2147483647, but is the "
        "bytes b'v'.");
    EXPECT_EQ(mismatch<Integer>(d.global("os", "system")),
              "UnpicklingError: What came for an int should be an int, but is os.system.");
}

TEST(Convert, whatIsNotOfTheTypeIsRefused)
{
    Document d;
    const auto one = d.integer(1);
    EXPECT_FALSE(fromValue<bool>(one, Registry{}).ok());
    EXPECT_FALSE(fromValue<int>(d.boolean(true), Registry{}).ok());
    EXPECT_FALSE(fromValue<std::uint64_t>(d.integer(-1), Registry{}).ok());
    EXPECT_FALSE(fromValue<std::uint64_t>(d.integer(Integer::power(2, 64)), Registry{}).ok());
    EXPECT_FALSE(fromValue<std::int64_t>(d.integer(Integer::power(2, 63)), Registry{}).ok());
    EXPECT_FALSE(fromValue<Blob>(d.str("a"), Registry{}).ok());
    EXPECT_FALSE((fromValue<std::pair<int, int>>(d.tuple({one}), Registry{}).ok()));
    EXPECT_FALSE((fromValue<std::array<int, 2>>(d.list(std::array{one}), Registry{}).ok()));
    EXPECT_FALSE(fromValue<std::vector<int>>(d.tuple({one}), Registry{}).ok());
    EXPECT_FALSE(fromValue<std::set<int>>(d.list(), Registry{}).ok());
}

TEST(Convert, anIntIsTakenForAFloat)
{
    Document d;
    EXPECT_EQ(*fromValue<double>(d.integer(3), Registry{}), 3.0);
    EXPECT_EQ(*fromValue<double>(d.integer(Integer::power(2, 70)), Registry{}), std::ldexp(1, 70));
    EXPECT_FALSE(fromValue<double>(d.boolean(true), Registry{}).ok());
}

static_assert(isPicklable<std::map<std::string, std::vector<std::optional<Integer>>>>);
static_assert(isPicklable<const std::tuple<int, Blob>&>);

} // namespace
} // namespace poolscope::test
