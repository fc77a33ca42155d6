// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value/value.h"

#include <gtest/gtest.h>

#include <limits>

namespace poolscope {
namespace {

struct Equal : testing::Test {
    Document a;
    Document b;

    static Value numbers(Document& document, int count, bool backwards)
    {
        const Value set = document.set();
        for (int i = 0; i < count; ++i) {
            document.append(set, document.integer(backwards ? count - 1 - i : i));
        }
        return set;
    }
};

TEST_F(Equal, comparesNumbersByValue)
{
    EXPECT_TRUE(equal(a.integer(1), b.real(1.0)));
    EXPECT_TRUE(equal(a.integer(1), b.boolean(true)));
    EXPECT_TRUE(equal(a.real(0.0), b.real(-0.0)));
    EXPECT_TRUE(equal(a.integer(Integer::power(2, 100)), b.real(0x1p100)));
    EXPECT_FALSE(equal(a.integer((std::int64_t{1} << 53) + 1), b.real(0x1p53)));
    EXPECT_FALSE(equal(a.integer(1), b.real(1.5)));
    EXPECT_FALSE(equal(a.integer(1), b.str("1")));
    EXPECT_FALSE(equal(a.none(), b.boolean(false)));
}

TEST_F(Equal, takesNanForEqualOnlyWhereItIsTheSame)
{
    const Value nan = a.real(std::numeric_limits<double>::quiet_NaN());
    EXPECT_FALSE(equal(nan, nan));
    EXPECT_TRUE(equal(a.tuple({nan}), a.tuple({nan})));
    EXPECT_FALSE(
        equal(a.tuple({nan}), b.tuple({b.real(std::numeric_limits<double>::quiet_NaN())})));
}

TEST_F(Equal, tellsKindsOfContainersApart)
{
    EXPECT_FALSE(equal(a.list(), b.tuple({})));
    EXPECT_TRUE(equal(a.set(), b.frozenSet({})));
    EXPECT_TRUE(equal(a.bytes("x"), b.byteArray("x")));
    EXPECT_FALSE(equal(a.bytes("x"), b.str("x")));
    EXPECT_FALSE(equal(a.tuple({a.integer(1)}), b.tuple({b.integer(1), b.integer(1)})));
}

TEST_F(Equal, ignoresTheOrderOfSetsAndDicts)
{
    EXPECT_TRUE(equal(numbers(a, 1000, false), numbers(b, 1000, true)));
    EXPECT_FALSE(equal(numbers(a, 1000, false), numbers(b, 999, true)));
    const Value left = a.dict();
    a.setItem(left, a.str("x"), numbers(a, 3, false));
    a.setItem(left, a.integer(1), a.none());
    const Value right = b.dict();
    b.setItem(right, b.real(1.0), b.none());
    b.setItem(right, b.str("x"), numbers(b, 3, true));
    EXPECT_TRUE(equal(left, right));
    b.setItem(right, b.str("x"), b.none()); // a later equal key wins
    EXPECT_FALSE(equal(left, right));
    a.setItem(left, a.str("x"), a.none());
    EXPECT_TRUE(equal(left, right));
}

TEST_F(Equal, comparesSetsOfSets)
{
    const Value left = a.frozenSet(std::vector{numbers(a, 2, false), numbers(a, 3, false)});
    const Value right = b.frozenSet(std::vector{numbers(b, 3, true), numbers(b, 2, true)});
    EXPECT_TRUE(equal(left, right));
    EXPECT_FALSE(equal(left, b.frozenSet(std::vector{numbers(b, 3, true), numbers(b, 4, true)})));
}

TEST_F(Equal, comparesObjectsByHowTheyAreMade)
{
    const auto make = [](Document& document, int n) {
        const Value state = document.tuple({document.integer(n)});
        return document.object(Making::NewObject, document.global("m", "C"), document.tuple({}),
                               state);
    };
    EXPECT_TRUE(equal(make(a, 1), make(b, 1)));
    EXPECT_FALSE(equal(make(a, 1), make(b, 2)));
    EXPECT_FALSE(equal(a.global("m", "C"), b.global("m", "D")));
}

TEST_F(Equal, sharingThatDoublesAtEachLevelIsNoTrouble)
{
    Value left = a.list();
    Value right = b.list();
    for (int i = 0; i < 200; ++i) {
        left = a.tuple({left, left});
        right = b.tuple({right, right});
    }
    EXPECT_TRUE(equal(left, right));
}

TEST_F(Equal, aMillionLevelsAreNoTrouble)
{
    Value left = a.none();
    Value right = b.none();
    for (int i = 0; i < 1000000; ++i) {
        left = a.tuple({left});
        right = b.tuple({right});
    }
    EXPECT_TRUE(equal(left, right));
}

TEST_F(Equal, deepSetsInAnotherOrderAreNoTrouble)
{
    Value left = a.set();
    Value right = b.set();
    for (int i = 0; i < 100000; ++i) {
        left = a.frozenSet(std::vector{left, a.integer(i)});
        right = b.frozenSet(std::vector{b.integer(i), right});
    }
    EXPECT_TRUE(equal(left, right));
}

TEST_F(Equal, aCycleEqualsNothingButItself)
{
    const Value left = a.list();
    a.append(left, left);
    const Value right = b.list();
    b.append(right, right);
    EXPECT_FALSE(equal(left, right));
    EXPECT_TRUE(equal(left, left));
}

} // namespace
} // namespace poolscope
