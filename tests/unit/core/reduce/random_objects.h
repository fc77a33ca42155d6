// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduce/reduce.h"

#include <random>

namespace poolscope::test {

struct Point {
    int x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};
inline auto describe(Type<Point> type)
{
    return type.named("shapes", "Point").field("x", &Point::x).field("y", &Point::y);
}

struct Nothing {
    bool operator==(const Nothing&) const = default;
};
inline auto describe(Type<Nothing> type) { return type.named("shapes", "Nothing"); }

enum class Level : std::int8_t { Low = -1, Mid, High };

struct Named {
    std::string name;
    std::optional<Point> at = Point{1, 1}; // what does not come back has to go
    std::vector<Named> inner;
    Level level = Level::Mid;
    Nothing nothing;
    bool operator==(const Named&) const = default;
};
inline auto describe(Type<Named> type)
{
    return type.named("shapes", "Named")
        .field("name", &Named::name)
        .field("at", &Named::at)
        .field("inner", &Named::inner)
        .field("level", &Named::level)
        .field("nothing", &Named::nothing);
}

struct Kelvin { // travels by its state
    std::int64_t milli = 0;
    bool operator==(const Kelvin&) const = default;
};
inline auto describe(Type<Kelvin> type)
{
    return type.named("heat", "Kelvin")
        .getState([](const Kelvin& object) { return std::pair(std::string("mK"), object.milli); })
        .setState([](Kelvin& object, std::pair<std::string, std::int64_t> state) {
            if (state.first != "mK") {
                throw std::invalid_argument("milli only");
            }
            object.milli = state.second;
        });
}

/// Random objects of any type in ManyTypes, small ones more often.
template <class T> struct RandomObject;

template <> struct RandomObject<bool> {
    static bool make(std::mt19937& random) { return random() % 2 == 0; }
};
template <WholeNumber T> struct RandomObject<T> {
    static T make(std::mt19937& random)
    {
        const auto bits = (static_cast<std::uint64_t>(random()) << 32) | random();
        const auto number = static_cast<T>(bits >> (random() % 64));
        return random() % 2 == 0 ? number : static_cast<T>(T(0) - number);
    }
};
template <std::floating_point T> struct RandomObject<T> {
    static T make(std::mt19937& random) { return static_cast<T>(random()) / T(4) - T(1000); }
};
template <> struct RandomObject<Integer> {
    static Integer make(std::mt19937& random)
    {
        return Integer::power(static_cast<std::int64_t>(random() % 1000) - 500, random() % 40);
    }
};
template <> struct RandomObject<std::string> {
    static std::string make(std::mt19937& random)
    {
        const char* const parts[] = {"",   "a", "key", "\xc3\xa9", "\xe2\x82\xac", "\xed\xa0\x80",
                                     "x y"};
        std::string text;
        for (std::size_t i = random() % 4; i > 0; --i) {
            text += parts[random() % 7];
        }
        return random() % 20 == 0 ? text + std::string(random() % 600, 'z') : text;
    }
};
template <> struct RandomObject<Blob> {
    static Blob make(std::mt19937& random) { return {std::string(random() % 300, '\xfe')}; }
};
template <> struct RandomObject<Level> {
    static Level make(std::mt19937& random)
    {
        return static_cast<Level>(static_cast<int>(random() % 3) - 1);
    }
};
template <> struct RandomObject<Point> {
    static Point make(std::mt19937& random)
    {
        return {RandomObject<int>::make(random), RandomObject<double>::make(random)};
    }
};
template <> struct RandomObject<Kelvin> {
    static Kelvin make(std::mt19937& random) { return {RandomObject<std::int64_t>::make(random)}; }
};
template <class T> struct RandomObject<std::optional<T>> {
    static std::optional<T> make(std::mt19937& random)
    {
        return random() % 3 == 0 ? std::nullopt : std::optional(RandomObject<T>::make(random));
    }
};
template <> struct RandomObject<Named> {
    static Named make(std::mt19937& random)
    {
        Named named{RandomObject<std::string>::make(random),
                    RandomObject<std::optional<Point>>::make(random),
                    {},
                    RandomObject<Level>::make(random),
                    {}};
        for (std::size_t i = random() % 4; i > 2; --i) {
            named.inner.push_back(make(random));
        }
        return named;
    }
};
/// Containers: whatever can be filled at its end.
template <class Container>
    requires requires(Container container)
    {
        container.insert(container.end(), *container.begin());
    }
struct RandomObject<Container> {
    static Container make(std::mt19937& random)
    {
        using Item = typename Container::value_type;
        Container container;
        for (std::size_t i = random() % (random() % 10 == 0 ? 30 : 4); i > 0; --i) {
            container.insert(container.end(), RandomObject<Item>::make(random));
        }
        return container;
    }
};
template <class... Ts> struct RandomObject<std::tuple<Ts...>> {
    static std::tuple<Ts...> make(std::mt19937& random)
    {
        return {RandomObject<std::remove_const_t<Ts>>::make(random)...};
    }
};
template <class First, class Second> struct RandomObject<std::pair<First, Second>> {
    static std::pair<First, Second> make(std::mt19937& random)
    {
        return {RandomObject<std::remove_const_t<First>>::make(random),
                RandomObject<Second>::make(random)};
    }
};

using ManyTypes = std::tuple<
    bool, std::int64_t, std::uint8_t, std::int16_t, double, float, Integer, std::string, Blob,
    Level, Point, Kelvin, Named, std::vector<std::int64_t>, std::vector<bool>, std::deque<double>,
    std::list<std::string>, std::map<std::string, int>, std::unordered_map<int, std::string>,
    std::set<std::string>, std::tuple<>, std::tuple<int>, std::tuple<int, std::string, bool, Point>,
    std::vector<std::pair<std::string, Integer>>, std::vector<Point>, std::vector<Named>,
    std::map<std::string, std::vector<std::string>>,
    std::vector<std::map<std::string, std::int64_t>>, std::vector<std::vector<std::vector<int>>>,
    std::pair<std::vector<int>, std::tuple<int, int, int, int>>,
    std::vector<std::optional<std::set<int>>>, std::optional<Kelvin>>;

} // namespace poolscope::test
