// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value/value.h"

#include <gtest/gtest.h>

#include <limits>

namespace poolscope {
namespace {

TEST(Repr, writesNumbersAsPython)
{
    Document document;
    const std::pair<double, const char*> reals[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {0.1, "0.1"},
        {1e16, "1e+16"},
        {123456.75, "123456.75"},
        {1e15, "1000000000000000.0"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {1.5e300, "1.5e+300"},
        {-2.5e-7, "-2.5e-07"},
        {std::numeric_limits<double>::infinity(), "inf"},
        {std::numeric_limits<double>::quiet_NaN(), "nan"},
    };
    for (const auto& [value, text] : reals) {
        EXPECT_EQ(repr(document.real(value)), text);
    }
    EXPECT_EQ(repr(document.integer(-12)), "-12");
    EXPECT_EQ(repr(document.integer(Integer::power(10, 30))), "1" + std::string(30, '0'));
    EXPECT_EQ(repr(document.boolean(true)), "True");
    EXPECT_EQ(repr(document.none()), "None");
}

TEST(Repr, quotesAndEscapesAsPython)
{
    Document document;
    EXPECT_EQ(repr(document.str("it's")), R"("it's")");
    EXPECT_EQ(repr(document.str("'\"")), R"('\'"')");
    EXPECT_EQ(repr(document.str("a\n\t\\\x01é\xc2\xa0")), R"('a\n\t\\\x01é\xa0')");
    EXPECT_EQ(repr(document.str("\xed\xa0\x80")), R"('\ud800')");
    EXPECT_EQ(repr(document.str("😀")), "'😀'");
    EXPECT_EQ(repr(document.bytes(std::string_view("\0a'\xff", 4))), R"(b"\x00a'\xff")");
    EXPECT_EQ(repr(document.byteArray("x")), "bytearray(b'x')");
}

TEST(Repr, writesContainersAsPython)
{
    Document document;
    const Value one = document.integer(1);
    const Value two = document.integer(2);
    EXPECT_EQ(repr(document.list(std::vector{one, two})), "[1, 2]");
    EXPECT_EQ(repr(document.tuple({one})), "(1,)");
    EXPECT_EQ(repr(document.tuple({one, two})), "(1, 2)");
    EXPECT_EQ(repr(document.tuple({})), "()");
    EXPECT_EQ(repr(document.set()), "set()");
    EXPECT_EQ(repr(document.set(std::vector{one})), "{1}");
    EXPECT_EQ(repr(document.frozenSet(std::vector{one, two})), "frozenset({1, 2})");
    const Value dict = document.dict();
    document.setItem(dict, document.str("n"), one);
    document.setItem(dict, two, document.list());
    EXPECT_EQ(repr(dict), "{'n': 1, 2: []}");
}

TEST(Repr, writesAnObjectAsTheCallThatMakesIt)
{
    Document document;
    const Value state = document.dict();
    document.setItem(state, document.str("n"), document.integer(10));
    const Value object = document.object(Making::NewObject, document.global("blog", "BigPow"),
                                         document.tuple({}), state);
    EXPECT_EQ(repr(object), "blog.BigPow() + {'n': 10}");
    const Value bound = document.object(Making::Reduce, document.global("builtins", "getattr"),
                                        document.tuple({object, document.str("pow")}));
    EXPECT_EQ(repr(bound), "builtins.getattr(blog.BigPow() + {'n': 10}, 'pow')");
}

TEST(Repr, marksACycleAndPrintsASharedNodeEachTime)
{
    Document document;
    const Value list = document.list();
    document.append(list, list);
    EXPECT_EQ(repr(list), "[[...]]");
    const Value shared = document.list();
    EXPECT_EQ(repr(document.tuple({shared, shared})), "([], [])");
}

TEST(Repr, stopsAtItsLimit)
{
    Document document;
    const Value list = document.list();
    for (int i = 0; i < 100000; ++i) {
        document.append(list, document.integer(1));
    }
    EXPECT_EQ(repr(list, 8), "[1, 1, 1…");
    EXPECT_EQ(repr(document.str("ää"), 2), "'…") << "no half character";
    EXPECT_EQ(repr(document.str("ab"), 4), "'ab'") << "what fits stays whole";
}

TEST(Repr, ofSharingThatDoublesAtEachLevelStaysShort)
{
    Document document;
    Value value = document.list();
    for (int i = 0; i < 100; ++i) {
        value = document.tuple({value, value});
    }
    EXPECT_LE(repr(value, 1000).size(), 1003u);
}

} // namespace
} // namespace poolscope
