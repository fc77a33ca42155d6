// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/reduce/python.h"

#include <stdexcept>

namespace poolscope::test {

class Engine; // what cannot travel

} // namespace poolscope::test

namespace poolscope {

template <> struct Unpicklable<test::Engine> {
    static constexpr bool value = true;
    static constexpr const char* name = "Engine";
    static constexpr const char* reason =
        "Engine objects cannot be passed between processes or pickled";
};

namespace test {
namespace {

struct Point {
    int x = 0;
    int y = 0;
    bool operator==(const Point&) const = default;
};
auto describe(Type<Point> type)
{
    return type.named("shapes", "Point").field("x", &Point::x).field("y", &Point::y);
}

struct Car {
    std::string name;
    Engine* engine = nullptr;
    std::vector<Engine*> spare;
};
auto describe(Type<Car> type)
{
    return type.named("cars", "Car")
        .field("name", &Car::name)
        .field("engine", &Car::engine)
        .field("spare", &Car::spare);
}

struct Parked {
    Point at;
    Engine* engine = nullptr;
};
auto describe(Type<Parked> type)
{
    return type.named("cars", "Parked").field("at", &Parked::at).skip("engine", &Parked::engine);
}

struct Thermometer {
    double celsius = 0;
};
auto describe(Type<Thermometer> type)
{
    return type.named("heat", "Thermometer")
        .getState([](const Thermometer& object) {
            return std::pair(std::string("K"), object.celsius + 273.15);
        })
        .setState([](Thermometer& object, std::pair<std::string, double> state) {
            if (state.first != "K") {
                throw std::invalid_argument("kelvin only");
            }
            object.celsius = state.second - 273.15;
        });
}

struct Tree {
    std::vector<Tree> branches;
};
auto describe(Type<Tree> type)
{
    return type.named("wood", "Tree").field("branches", &Tree::branches);
}

struct Stranger {}; // neither a description nor a reducer

static_assert(isPicklable<Point> && isPicklable<Parked> && isPicklable<Thermometer>);
static_assert(!isPicklable<Car> && !isPicklable<std::vector<Car>> && !isPicklable<Stranger>);

template <class T> Error errorOf(const T& object, const Registry& registry = {})
{
    Document document;
    const Result<Value> value = toValue(object, document, registry);
    EXPECT_FALSE(value.ok());
    return value.ok() ? Error{} : value.error();
}

TEST(Describe, anObjectTravelsAsAPlainPythonObject)
{
    Document document;
    const Result<Value> value = toValue(Point{3, 4}, document, Registry{});
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(value->making(), Making::NewObject);
    EXPECT_EQ(value->callable().module(), "shapes");
    EXPECT_EQ(value->callable().qualname(), "Point");
    EXPECT_EQ(value->arguments().size(), 0U);
    EXPECT_EQ(repr(value->state()), "{'x': 3, 'y': 4}");
    EXPECT_EQ(*fromValue<Point>(*value, Registry{}), (Point{3, 4}));
}

TEST(Describe, anUnpicklableFieldIsRefusedWithItsPathNullOrNot)
{
    EXPECT_EQ(errorOf(Car{}),
              (Error{"PicklingError",
                     "Car cannot be pickled: Car.engine is an Engine, and Engine objects cannot be "
                     "passed between processes or pickled.",
                     ".engine"}));
}

TEST(Describe, allCulpritsAreTold)
{
    const Error error =
        errorOf(std::vector<Car>{{"a", nullptr, {nullptr, nullptr}}, {"\xff", nullptr, {}}});
    EXPECT_EQ(error.path, "[0].engine");
    for (const char* culprit :
         {"list[0].engine is an Engine", "list[0].spare[0] is", "list[0].spare[1] is",
          "list[1].name is a str", "list[1].engine is"}) {
        EXPECT_NE(error.text.find(culprit), std::string::npos) << culprit << " in " << error.text;
    }
    const Error many = errorOf(std::vector<Engine*>(1000));
    EXPECT_NE(many.text.find("list[7] is"), std::string::npos);
    EXPECT_EQ(many.text.find("list[8] is"), std::string::npos);
    EXPECT_NE(many.text.find("; and 992 more."), std::string::npos) << many.text;
}

TEST(Describe, theObjectItselfMayBeTheCulprit)
{
    Engine* engine = nullptr;
    EXPECT_EQ(errorOf(engine).text,
              "Engine cannot be pickled: Engine objects cannot be passed between "
              "processes or pickled.");
    EXPECT_NE(errorOf(Stranger{}).text.find("Stranger has neither a description nor a reducer"),
              std::string::npos);
}

TEST(Describe, aSkippedFieldStaysBehind)
{
    Document document;
    const Result<Value> value =
        toValue(Parked{{1, 2}, reinterpret_cast<Engine*>(8)}, document, Registry{});
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(value->state().size(), 1U);
    const Result<Parked> copy = fromValue<Parked>(*value, Registry{});
    ASSERT_TRUE(copy.ok());
    EXPECT_EQ(copy->at, (Point{1, 2}));
    EXPECT_EQ(copy->engine, nullptr);
}

TEST(Describe, stateHooksReplaceTheFields)
{
    Document document;
    const Result<Value> value = toValue(Thermometer{0}, document, Registry{});
    EXPECT_EQ(repr(value->state()), "('K', 273.15)");
    EXPECT_EQ(fromValue<Thermometer>(*value, Registry{})->celsius, 0);
}

TEST(Describe, whatAHookThrowsIsTheError)
{
    Document d;
    const Value bad = d.object(Making::NewObject, d.global("heat", "Thermometer"), d.tuple({}),
                               d.tuple({d.str("F"), d.real(1)}));
    EXPECT_EQ(fromValue<Thermometer>(bad, Registry{}).error(),
              (Error{"UnpicklingError", "Thermometer cannot be rebuilt: kelvin only.", ""}));
}

TEST(Describe, aStateThatDoesNotFitSaysWhere)
{
    Document d;
    const auto point = [&](Value key, Value item) {
        return d.object(Making::NewObject, d.global("shapes", "Point"), d.tuple({}),
                        d.dict(std::array{std::pair{key, item}}));
    };
    EXPECT_EQ(
        fromValue<Point>(point(d.str("x"), d.str("far")), Registry{}).error(),
        (Error{"UnpicklingError",
               "Point.x should be an int from -2147483648 to 2147483647, but is the str 'far'.",
               ".x"}));
    EXPECT_EQ(fromValue<Point>(point(d.str("z"), d.integer(1)), Registry{}).error().text,
              "What came for a Point has no field \"z\".");
    EXPECT_FALSE(fromValue<Point>(point(d.integer(1), d.integer(1)), Registry{}).ok());
    EXPECT_EQ(*fromValue<Point>(point(d.str("y"), d.integer(1)), Registry{}), (Point{0, 1}));
}

TEST(Describe, otherNamesAndOtherCallsAreNotTheClass)
{
    Document d;
    const auto make = [&](Making making, const char* name, Value arguments) {
        return d.object(making, d.global("shapes", name), arguments);
    };
    const auto refused = [](Value value) { return !fromValue<Point>(value, Registry{}).ok(); };
    EXPECT_TRUE(fromValue<Point>(make(Making::NewObject, "Point", d.tuple({})), Registry{}).ok());
    EXPECT_TRUE(refused(make(Making::NewObject, "Pint", d.tuple({}))));
    EXPECT_TRUE(refused(make(Making::NewObject, "Point", d.tuple({d.integer(1)}))));
    EXPECT_TRUE(refused(make(Making::Reduce, "Point", d.tuple({}))));
    EXPECT_TRUE(
        refused(d.object(Making::Reduce, d.global("os", "system"), d.tuple({d.str("ls")}))));
    const Value listLike = make(Making::NewObject, "Point", d.tuple({}));
    d.setSlot(listLike, Slot::ListItems, d.list(std::array{d.integer(1)}));
    EXPECT_TRUE(refused(listLike));
}

TEST(Describe, endlessNestingIsRefusedOnTheWayIn)
{
    Document d;
    Value tree = d.none();
    for (int i = 0; i < 100'000; ++i) {
        const Value branches = i == 0 ? d.list() : d.list(std::array{tree});
        tree = d.object(Making::NewObject, d.global("wood", "Tree"), d.tuple({}),
                        d.dict(std::array{std::pair{d.interned("branches"), branches}}));
    }
    const Result<Tree> copy = fromValue<Tree>(tree, Registry{});
    ASSERT_FALSE(copy.ok());
    EXPECT_NE(copy.error().text.find("lies more than 1000 steps deep"), std::string::npos);
}

} // namespace
} // namespace test
} // namespace poolscope
