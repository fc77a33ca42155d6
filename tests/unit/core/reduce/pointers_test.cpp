// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pointers: sharing is kept, cycles come back, what cannot be kept is refused with its path.

#include "tests/unit/core/reduce/there_and_back.h"

namespace poolscope::test {
namespace {

struct Person {
    std::string name;
    std::vector<std::shared_ptr<Person>> friends;
    std::optional<int> age;
};
auto describe(Type<Person> type)
{
    return type.named("people", "Person")
        .field("name", &Person::name)
        .field("friends", &Person::friends)
        .field("age", &Person::age);
}

struct Branch {
    int leaves = 0;
    std::unique_ptr<Branch> left;
    std::vector<Branch> more;
};
auto describe(Type<Branch> type)
{
    return type.named("wood", "Branch")
        .field("leaves", &Branch::leaves)
        .field("left", &Branch::left)
        .field("more", &Branch::more);
}

struct Deep {
    std::shared_ptr<Deep> next;
};
auto describe(Type<Deep> type) { return type.named("m", "Deep").field("next", &Deep::next); }

struct Holder { // its state is made by a hook, and is whole before the object is
    std::shared_ptr<Holder> self;
};
auto describe(Type<Holder> type)
{
    return type.named("m", "Holder").reduce([](const Holder& object) {
        return callTo("m", "Holder", object.self);
    });
}

struct Shape {
    virtual ~Shape() = default;
    int sides = 0;
};
struct Square : Shape {
    double width = 1;
};
auto describe(Type<Shape> type) { return type.named("m", "Shape").field("sides", &Shape::sides); }
auto describe(Type<Square> type)
{
    return type.named("m", "Square").fieldsOf<Shape>().field("width", &Square::width);
}

static_assert(isPicklable<Person> && isPicklable<Branch> && isPicklable<Deep>);
static_assert(isPicklable<Holder> && isPicklable<Square>);
static_assert(isPicklable<std::map<std::string, std::shared_ptr<const Person>>>);

TEST(Pointers, nullIsNone)
{
    EXPECT_EQ(reprOf(std::shared_ptr<int>()), "None");
    EXPECT_EQ(reprOf(std::unique_ptr<Person>()), "None");
    EXPECT_EQ(*thereAndBack(std::shared_ptr<int>()), nullptr);
    EXPECT_EQ(*thereAndBack(std::unique_ptr<int>()), nullptr);
}

TEST(Pointers, aUniquePointerIsWhatItHolds)
{
    Branch branch{1, std::make_unique<Branch>(), {}};
    branch.left->leaves = 2;
    branch.more.emplace_back().leaves = 3;
    const Result<Branch> copy = thereAndBack(branch);
    ASSERT_TRUE(copy.ok()) << copy.error().text;
    EXPECT_EQ(copy->left->leaves, 2);
    EXPECT_EQ(copy->left->left, nullptr);
    EXPECT_EQ(copy->more.at(0).leaves, 3);
}

TEST(Pointers, whatIsSharedIsOneObjectOnTheWayAndThere)
{
    const auto text = std::make_shared<const std::string>("shared");
    const auto number = std::make_shared<const int>(7);
    const auto object = std::tuple(text, text, number, number);
    Document d;
    const Value value = *toValue(object, d, Registry{});
    EXPECT_EQ(value[0], value[1]);
    const auto copy = *fromValue<std::remove_const_t<decltype(object)>>(value, Registry{});
    EXPECT_EQ(std::get<0>(copy), std::get<1>(copy));
    EXPECT_EQ(*std::get<0>(copy), "shared");
    EXPECT_EQ(*std::get<3>(copy), 7);
}

TEST(Pointers, sharingLivesThroughThePickle)
{
    const auto ann = std::make_shared<Person>(Person{"Ann", {}, 3});
    Buffer out;
    ASSERT_TRUE(pickle(std::vector{ann, ann}, Registry{}, out).ok());
    const auto copy = unpickle<std::vector<std::shared_ptr<Person>>>(out.view(), Registry{});
    ASSERT_TRUE(copy.ok()) << copy.error().text;
    EXPECT_EQ(copy->at(0), copy->at(1));
    EXPECT_NE(copy->at(0), ann);
}

TEST(Pointers, aCycleThroughADescribedClassComesBack)
{
    const auto ann = std::make_shared<Person>(Person{"Ann", {}, {}});
    const auto bob = std::make_shared<Person>(Person{"Bob", {ann}, 5});
    ann->friends = {bob, ann, nullptr};
    Buffer out;
    ASSERT_TRUE(pickle(ann, Registry{}, out).ok());
    ann->friends.clear();
    const auto copy = unpickle<std::shared_ptr<Person>>(out.view(), Registry{});
    ASSERT_TRUE(copy.ok()) << copy.error().text;
    const std::shared_ptr<Person> anna = *copy;
    EXPECT_EQ(anna->friends.at(1), anna);
    EXPECT_EQ(anna->friends.at(2), nullptr);
    EXPECT_EQ(anna->friends.at(0)->friends.at(0), anna);
    EXPECT_EQ(anna->friends.at(0)->age, 5);
    anna->friends.clear();
}

TEST(Pointers, aCycleThroughWhatMustBeWholeFirstIsRefusedWithItsPath)
{
    const auto holder = std::make_shared<Holder>();
    holder->self = holder;
    const Result<std::shared_ptr<Holder>> copy = thereAndBack(holder);
    holder->self = nullptr;
    ASSERT_FALSE(copy.ok());
    EXPECT_EQ(copy.error(),
              (Error{"PicklingError",
                     "Holder cannot be pickled: Holder.__reduce__()[1][0] is a Holder, and it "
                     "holds itself, and what lies between has to be whole first.",
                     ".__reduce__()[1][0]"}));
}

TEST(Pointers, aCycleOnTheWayInThatNoTypeCanHoldIsRefused)
{
    Document d;
    const Value list = d.list();
    d.append(list, list);
    using Looped = std::vector<std::shared_ptr<std::vector<std::shared_ptr<Person>>>>;
    EXPECT_FALSE(fromValue<Looped>(list, Registry{}).ok());
}

TEST(Pointers, aLongChainIsRefusedOnBothWaysAndCrashesNothing)
{
    std::shared_ptr<Deep> chain;
    for (int i = 0; i < 5000; ++i) {
        auto next = std::make_shared<Deep>();
        next->next = std::move(chain);
        chain = std::move(next);
    }
    EXPECT_NE(reprOf(chain).find("more than 1000 steps deep"), std::string::npos);
}

TEST(Pointers, aDerivedObjectIsNotCutDownToItsBase)
{
    const std::shared_ptr<Shape> square = std::make_shared<Square>();
    const std::string refused = reprOf(std::vector{square});
    EXPECT_NE(refused.find("Square, and a pointer to a Shape would lose what only the derived "
                           "class has"),
              std::string::npos)
        << refused;
    EXPECT_EQ(reprOf(std::make_shared<Shape>()), "m.Shape() + {'sides': 0}");
    EXPECT_EQ(reprOf(Square{}), "m.Square() + {'sides': 0, 'width': 1.0}");
    EXPECT_EQ(thereAndBack(Square{})->width, 1);
}

TEST(Pointers, temporariesOfAHookAreNotTakenForOneObject)
{
    struct Maker {
        static auto reduce(const Person& person)
        {
            return callTo("people", "make", std::make_shared<std::string>(person.name));
        }
    };
    Registry registry;
    registry.addReducer<Person>(&Maker::reduce);
    EXPECT_EQ(reprOf(std::vector{Person{"a", {}, {}}, Person{"b", {}, {}}}, registry),
              "[people.make('a'), people.make('b')]");
}

} // namespace
} // namespace poolscope::test
