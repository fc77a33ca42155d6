// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Types of the standard library: how they look in Python, and that they come back.

#include "tests/unit/core/reduce/there_and_back.h"

#include <limits>

namespace poolscope::test {
namespace {

using namespace std::chrono_literals;

enum class Plain : std::int8_t { Low = -3, High = 5 };
enum class Switch : bool { Off, On };
enum class Color { Red = 1, Blue = 7 };
auto describe(Type<Color> type)
{
    return type.named("paint", "Color").value("red", Color::Red).value("blue", Color::Blue);
}

struct Car {
    Color color = Color::Red;
    bool operator==(const Car&) const = default;
};
auto describe(Type<Car> type) { return type.named("cars", "Car").field("color", &Car::color); }

static_assert(isPicklable<Color> && isPicklable<std::map<Plain, std::variant<int, Car>>>);

TEST(Standard, sequencesAreLists)
{
    expectSame(std::deque<int>{1, 2}, "[1, 2]");
    expectSame(std::list<std::string>{"a"}, "['a']");
    expectSame(std::vector<std::deque<std::list<int>>>{{{1}, {}}}, "[[[1], []]]");
}

TEST(Standard, setsAndMapsOfEveryKind)
{
    expectSame(std::unordered_set<int>{5}, "{5}");
    expectSame(std::set<int, std::greater<>>{1, 2}, "{2, 1}");
    expectSame(std::map<int, int, std::greater<>>{{1, 0}, {2, 0}}, "{2: 0, 1: 0}");
}

TEST(Standard, charactersAreText)
{
    expectSame('a', "'a'");
    expectSame(u8'~', "'~'");
    expectSame(u'\u20ac', "'\xe2\x82\xac'");
    expectSame(L'\u00e9', "'\xc3\xa9'");
    expectSame(U'\U0001f600', "'\xf0\x9f\x98\x80'");
    EXPECT_EQ(reprOf(std::vector<char>{'a', '\xe9'}),
              "list cannot be pickled: list[1] is a str, and 233 is no character.");
    Document d;
    EXPECT_EQ(fromValue<char>(d.str("ab"), Registry{}).error().text,
              "What came for a str should be one ASCII character, but is the str 'ab'.");
    EXPECT_FALSE(fromValue<char>(d.str("\xc3\xa9"), Registry{}).ok());
    EXPECT_FALSE(fromValue<char>(d.str(""), Registry{}).ok());
    EXPECT_FALSE(fromValue<char16_t>(d.str("\xf0\x9f\x98\x80"), Registry{}).ok());
}

TEST(Standard, wideNumbersAreInts)
{
    expectSame(std::numeric_limits<unsigned long long>::max(), "18446744073709551615");
    const UInt128 most = ~UInt128{0};
    expectSame(most, "340282366920938463463374607431768211455");
    expectSame(static_cast<Int128>(most >> 1), "170141183460469231731687303715884105727");
    expectSame(-static_cast<Int128>(most >> 1) - 1, "-170141183460469231731687303715884105728");
    expectSame(Int128{-1}, "-1");
    Document d;
    const Value tooMuch = d.integer(Integer::power(2, 128));
    EXPECT_FALSE(fromValue<UInt128>(tooMuch, Registry{}).ok());
    EXPECT_FALSE(fromValue<Int128>(d.integer(Integer::power(2, 127)), Registry{}).ok());
    EXPECT_FALSE(fromValue<UInt128>(d.integer(-1), Registry{}).ok());
    EXPECT_EQ(fromValue<unsigned long long>(d.integer(-1), Registry{}).error().text,
              "What came for an int should be an int from 0 to 18446744073709551615, but is the "
              "int -1.");
}

TEST(Standard, complexAndPath)
{
    expectSame(std::complex<double>(1.5, -2), "builtins.complex(1.5, -2.0)");
    expectSame(std::filesystem::path("/a/b"), "'/a/b'");
    EXPECT_FALSE(thereAndBack(std::filesystem::path("/\xff")).ok());
    Document d;
    EXPECT_EQ(fromValue<std::complex<double>>(d.real(1), Registry{}).error().text,
              "What came for a complex should be a complex, but is the float 1.0.");
}

TEST(Standard, durationsAreTimedeltas)
{
    expectSame(std::chrono::microseconds(1'500'000), "datetime.timedelta(0, 1, 500000)");
    expectSame(std::chrono::nanoseconds(-1'000), "datetime.timedelta(-1, 86399, 999999)");
    expectSame(std::chrono::hours(49), "datetime.timedelta(2, 3600, 0)");
    expectSame(std::chrono::duration<double>(0.25), "datetime.timedelta(0, 0, 250000)");
    EXPECT_EQ(reprOf(std::vector{1ns}),
              "list cannot be pickled: list[0] is a timedelta, and it is no whole number of "
              "microseconds that Python can hold.");
    EXPECT_FALSE(thereAndBack(std::chrono::hours::max()).ok());
    EXPECT_FALSE(thereAndBack(std::chrono::duration<double>(HUGE_VAL)).ok());
    EXPECT_FALSE(thereAndBack(std::chrono::duration<double>(NAN)).ok());
    Document d;
    const Value half = *toValue(1'500'000us, d, Registry{});
    EXPECT_FALSE(fromValue<std::chrono::seconds>(half, Registry{}).ok());
    const Value odd = d.object(Making::Reduce, d.global("datetime", "timedelta"),
                               d.tuple({d.integer(0), d.integer(86400), d.integer(0)}));
    EXPECT_FALSE(fromValue<std::chrono::seconds>(odd, Registry{}).ok());
}

TEST(Standard, aVariantIsWhatItHolds)
{
    using Any = std::variant<double, int, std::string, std::vector<int>, std::monostate, Car>;
    expectSame(Any(1), "1");
    expectSame(Any(1.0), "1.0");
    expectSame(Any("a"), "'a'");
    expectSame(Any(std::vector{1}), "[1]");
    expectSame(Any(std::monostate{}), "None");
    expectSame(Any(Car{Color::Blue}), "cars.Car() + {'color': paint.Color(7)}");
    Document d;
    EXPECT_EQ(std::get<0>(*fromValue<Any>(d.integer(1LL << 40), Registry{})), 0x1p40)
        << "an int that no int can hold will do for a float";
    EXPECT_EQ((fromValue<std::variant<int, Car>>(d.str("x"), Registry{}).error().text),
              "What came for an int or Car should be an int or Car, but is the str 'x'.");
    EXPECT_EQ(fromValue<Any>(d.list(std::array{d.str("x")}), Registry{}).error().path, "[0]");
}

TEST(Standard, enumsWithoutADescriptionAreNumbers)
{
    expectSame(Plain::Low, "-3");
    expectSame(Switch::On, "True");
    expectSame(std::byte{200}, "200");
    Document d;
    EXPECT_EQ(fromValue<Plain>(d.integer(300), Registry{}).error().text,
              "What came for an int should be an int from -128 to 127, but is the int 300.");
}

TEST(Standard, describedEnumsArePythons)
{
    expectSame(Color::Blue, "paint.Color(7)");
    EXPECT_EQ(
        reprOf(Car{static_cast<Color>(2)}),
        "Car cannot be pickled: Car.color is a Color, and 2 is not one of Color (red, blue).");
    Document d;
    const auto call = [&](std::int64_t number) {
        return d.object(Making::Reduce, d.global("paint", "Color"), d.tuple({d.integer(number)}));
    };
    const Value car = d.object(Making::NewObject, d.global("cars", "Car"), d.tuple({}),
                               d.dict(std::array{std::pair{d.str("color"), call(2)}}));
    EXPECT_EQ(
        fromValue<Car>(car, Registry{}).error(),
        (Error{"UnpicklingError",
               "Car.color should be one of Color (red, blue), but is paint.Color(2).", ".color"}));
    const auto byName = [&](const char* name) {
        return d.object(Making::Reduce, d.global("builtins", "getattr"),
                        d.tuple({d.global("paint", "Color"), d.str(name)}));
    };
    EXPECT_EQ(*fromValue<Color>(byName("blue"), Registry{}), Color::Blue);
    EXPECT_FALSE(fromValue<Color>(byName("mro"), Registry{}).ok());
    EXPECT_FALSE(fromValue<Color>(d.integer(1), Registry{}).ok());
}

TEST(Standard, anEnumeratorIsOneObject)
{
    Document d;
    const Value list = *toValue(std::vector{Color::Red, Color::Blue, Color::Red}, d, Registry{});
    EXPECT_EQ(list[0], list[2]);
    EXPECT_FALSE(list[0] == list[1]);
}

} // namespace
} // namespace poolscope::test
