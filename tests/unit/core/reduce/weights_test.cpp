// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What attributes weigh, in objects that travel and in those that do not.

#include "tests/unit/core/reduce/there_and_back.h"

namespace poolscope::test {
class Turbine;
}

namespace poolscope {
template <> struct Unpicklable<test::Turbine> {
    static constexpr bool value = true;
    static constexpr const char* name = "Turbine";
    static constexpr const char* reason = "Turbine objects cannot be pickled";
};
} // namespace poolscope

namespace poolscope::test {
namespace {

struct Wheel {
    int inches = 16;
    Turbine* motor = nullptr;
};
auto describe(Type<Wheel> type)
{
    return type.named("cars", "Wheel")
        .field("inches", &Wheel::inches)
        .field("motor", &Wheel::motor);
}

struct Seat {
    std::string colour = "red";
};
auto describe(Type<Seat> type) { return type.named("cars", "Seat").field("colour", &Seat::colour); }

struct Car {
    std::string name = "Beetle";
    Turbine* engine = nullptr;
    std::vector<Wheel> wheels;
    Seat seat;
};
auto describe(Type<Car> type)
{
    return type.named("cars", "Car")
        .field("name", &Car::name)
        .field("engine", &Car::engine)
        .field("wheels", &Car::wheels)
        .field("seat", &Car::seat);
}

std::size_t bytesOf(const auto& object, int protocol)
{
    Buffer out;
    EXPECT_TRUE(pickle(object, Registry{}, out, protocol).ok());
    const std::size_t frame =
        protocol >= 4 && out.size() >= 2 + 9 && out.data()[2] == '\x95' ? 9 : 0;
    return out.size() - 3 - frame;
}

TEST(Weights, anObjectThatCannotTravelSaysWhatItsAttributesWeigh)
{
    const std::optional<Unpicklability> why = explainUnpicklable(Wheel{}, Registry{}, 5);
    ASSERT_TRUE(why.has_value());
    EXPECT_EQ(why->error().text,
              toValue(Wheel{}, *std::make_unique<Document>(), Registry{}).error().text);
    EXPECT_EQ(why->culprits,
              (std::vector<Culprit>{{".motor", "Turbine", "Turbine objects cannot be pickled"}}));
    ASSERT_EQ(why->objects.size(), 1U);
    EXPECT_EQ(why->objects[0], (WeighedObject{"", "Wheel", {{"inches", 2}, {"motor", {}}}}));
    EXPECT_EQ(weightsText(why->objects[0]), "inches 2 B · motor cannot travel");
}

TEST(Weights, eachObjectOnTheWayIsWeighedTheOutermostFirst)
{
    const Car car{"Beetle", nullptr, {Wheel{}, Wheel{300, nullptr}}, {}};
    const auto why = explainUnpicklable(std::map<int, Car>{{7, car}}, Registry{}, 4);
    ASSERT_TRUE(why.has_value());
    EXPECT_EQ(why->culprits.size(), 3U);
    ASSERT_EQ(why->objects.size(), 3U) << "the seat is on no way to a culprit";
    EXPECT_EQ(why->objects[0].path, "[7]");
    EXPECT_EQ(why->objects[0].attributes,
              (std::vector<AttributeWeight>{{"name", bytesOf(car.name, 4)},
                                            {"engine", {}},
                                            {"wheels", {}},
                                            {"seat", bytesOf(car.seat, 4)}}));
    EXPECT_EQ(why->objects[1].path, "[7].wheels[0]");
    EXPECT_EQ(weightsText(why->objects[2]), "inches 3 B · motor cannot travel");
}

TEST(Weights, onlyAFewObjectsAreWeighedHoweverManyFail)
{
    const auto why = explainUnpicklable(std::vector<Wheel>(10'000), Registry{}, 5);
    ASSERT_TRUE(why.has_value());
    EXPECT_EQ(why->culprits.size(), 10'000U);
    EXPECT_EQ(why->objects.size(), 8U);
    EXPECT_EQ(why->objects[7].path, "[7]");
}

TEST(Weights, whatTravelsHasNothingToExplain)
{
    EXPECT_FALSE(explainUnpicklable(Seat{}, Registry{}, 5).has_value());
}

TEST(Weights, ofAnObjectThatTravels)
{
    Document d;
    const std::pair<int, std::string> object{300, "abc"};
    EXPECT_EQ(weighAttributes(*toValue(object, d, Registry{}), 5),
              (std::vector<AttributeWeight>{{"[0]", 3}, {"[1]", 6}}));
    EXPECT_EQ(weighAttributes(*toValue(Seat{}, d, Registry{}), 5),
              (std::vector<AttributeWeight>{{"colour", 6}}));
    EXPECT_EQ(weighAttributes(*toValue(std::map<std::string, int>{{"k", 1}}, d, Registry{}), 5),
              (std::vector<AttributeWeight>{{"['k']", 2}}));
    EXPECT_TRUE(weighAttributes(d.integer(1), 5).empty());
}

TEST(Weights, framesAndEndsDoNotCount)
{
    Document d;
    for (int protocol = 2; protocol <= highestProtocol; ++protocol) {
        EXPECT_EQ(*pickledWeight(d.integer(1), protocol), 2U);
        const std::size_t header = protocol < 4 ? 3 : 2; // BINUNICODE and BINPUT, or their kin
        EXPECT_EQ(*pickledWeight(d.str("abc"), protocol), 3 + (protocol < 4 ? 5 : 2) + header - 1);
    }
    const std::string big(100'000, 'x');
    EXPECT_EQ(*pickledWeight(d.tuple({d.str(big), d.integer(1), d.str(big)}), 5),
              2 * (5 + big.size() + 1) + 2 + 2);
    const Value numbers = *toValue(std::vector<int>(100'000, 1), d, Registry{});
    EXPECT_EQ(*pickledWeight(numbers, 5), 2 * 100'000 + 2 + 100 * 2U);
}

} // namespace
} // namespace poolscope::test
