// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who says how an object travels, in Python's order: the hook that is asked first, the pool's own
// registry, the catalogue's, the reduce hook, the state hook, the fields.

#include "tests/unit/core/reduce/there_and_back.h"

namespace poolscope::test {
namespace {

struct Plain {
    int n = 1;
};
auto describe(Type<Plain> type) { return type.named("m", "Plain").field("n", &Plain::n); }

struct Stateful {
    int n = 1;
    int cache = 2;
};
auto describe(Type<Stateful> type)
{
    return type.named("m", "Stateful")
        .field("n", &Stateful::n)
        .field("cache", &Stateful::cache)
        .getState([](const Stateful& object) { return object.n; })
        .setState([](Stateful& object, int n) {
            object = {n, -1};
        });
}

struct Reducing1 {
    int n = 1;
    bool operator==(const Reducing1&) const = default;
};
auto describe(Type<Reducing1> type)
{
    return type.named("m", "Reducing")
        .field("n", &Reducing1::n)
        .getState([](const Reducing1&) { return 0; })
        .reduce([](const Reducing1& object) { return callTo("m", "Reducing", object.n, true); })
        .init([](int n, bool) { return Reducing1{n}; });
}

struct WithState {
    int n = 1;
    std::string label;
};
auto describe(Type<WithState> type)
{
    return type.named("m", "WithState")
        .field("n", &WithState::n)
        .field("label", &WithState::label)
        .reduce([](const WithState& object) {
            return callTo("m", "WithState", object.n)
                .withState(std::map<std::string, std::string>{{"label", object.label}});
        })
        .init([](int n) {
            return WithState{n, {}};
        });
}

class Socket; // never travels

} // namespace
} // namespace poolscope::test

namespace poolscope {
template <> struct Unpicklable<test::Socket> {
    static constexpr bool value = true;
    static constexpr const char* name = "Socket";
    static constexpr const char* reason = "Socket objects belong to one process";
};
} // namespace poolscope

namespace poolscope::test {
namespace {

struct ByCall { // only its call travels, whatever its fields are
    Socket* socket = nullptr;
};
auto describe(Type<ByCall> type)
{
    return type.named("m", "ByCall").field("socket", &ByCall::socket).reduce([](const ByCall&) {
        return callTo("m", "ByCall");
    });
}
struct BadCall {
    Socket* socket = nullptr;
};
auto describe(Type<BadCall> type)
{
    return type.named("m", "BadCall").reduce([](const BadCall& object) {
        return callTo("m", "BadCall", object.socket);
    });
}
static_assert(isPicklable<Reducing1> && isPicklable<WithState> && isPicklable<ByCall>);
static_assert(!isPicklable<BadCall>);

TEST(Precedence, fieldsThenStateThenReduce)
{
    EXPECT_EQ(reprOf(Plain{}), "m.Plain() + {'n': 1}");
    EXPECT_EQ(reprOf(Stateful{}), "m.Stateful() + 1");
    EXPECT_EQ(reprOf(Reducing1{}), "m.Reducing(1, True)");
    EXPECT_EQ(reprOf(WithState{3, "x"}), "m.WithState(3) + {'label': 'x'}");
}

TEST(Precedence, whatAReduceHookMakesComesBackByInitAndState)
{
    EXPECT_EQ(*thereAndBack(Reducing1{5}), Reducing1{5});
    EXPECT_EQ(thereAndBack(Stateful{5, 6})->n, 5);
    EXPECT_EQ(thereAndBack(Stateful{5, 6})->cache, -1);
    const Result<WithState> copy = thereAndBack(WithState{3, "x"});
    ASSERT_TRUE(copy.ok()) << copy.error().text;
    EXPECT_EQ(copy->n, 3);
    EXPECT_EQ(copy->label, "x");
}

TEST(Precedence, argumentsThatInitDoesNotTakeSayWhere)
{
    Document d;
    const Value call =
        d.object(Making::Reduce, d.global("m", "WithState"), d.tuple({d.str("three")}));
    EXPECT_EQ(fromValue<WithState>(call, Registry{}).error().path, ".__reduce__()[0]");
}

TEST(Precedence, aReducerFromOutsideWinsOverAllThatTheClassSays)
{
    Registry registry;
    registry.addReducer<Reducing1>([](const Reducing1&) { return callTo("out", "side"); });
    registry.addReducer<Plain>([](const Plain&) { return callTo("out", "plain"); });
    EXPECT_EQ(reprOf(Reducing1{}, registry), "out.side()");
    EXPECT_EQ(reprOf(std::vector<Plain>(1), registry), "[out.plain()]");
}

TEST(Precedence, aPoolsRegistryWinsOverTheOneBelowAndLacksNothingOfIt)
{
    Registry catalogues;
    Registry pools = Registry::over(catalogues);
    catalogues.addReducer<Plain>([](const Plain&) { return callTo("all", "plain"); });
    catalogues.addReducer<Stateful>([](const Stateful&) { return callTo("all", "stateful"); });
    catalogues.addRebuilder("all", "plain", [] { return Plain{7}; });
    EXPECT_EQ(reprOf(Plain{}, pools), "all.plain()");
    pools.addReducer<Plain>([](const Plain&) { return callTo("pools", "plain"); });
    EXPECT_EQ(reprOf(Plain{}, pools), "pools.plain()");
    EXPECT_EQ(reprOf(Stateful{}, pools), "all.stateful()");
    EXPECT_EQ(reprOf(Plain{}, catalogues), "all.plain()");
    Document d;
    const Value call = d.object(Making::Reduce, d.global("all", "plain"), d.tuple({}));
    EXPECT_EQ(fromValue<Plain>(call, pools)->n, 7);
    pools.addRebuilder("all", "plain", [] { return Plain{8}; });
    EXPECT_EQ(fromValue<Plain>(call, pools)->n, 8);
    EXPECT_EQ(fromValue<Plain>(call, catalogues)->n, 7);
}

TEST(Precedence, theHookIsAskedFirstAndMayLeaveItToTheOthers)
{
    Registry registry;
    registry.addReducer<Plain>([](const Plain&) { return callTo("out", "plain"); });
    registry.setOverride([](const AnyObject& object) -> Reduction {
        const auto* plain = object.as<Plain>();
        if (plain == nullptr || plain->n == 0) {
            return {};
        }
        return callTo("first", "plain", plain->n);
    });
    EXPECT_EQ(reprOf(std::tuple(Plain{3}, Plain{0}, Stateful{}, 4), registry),
              "(first.plain(3), out.plain(), m.Stateful() + 1, 4)");
    EXPECT_EQ(reprOf(Plain{3}, Registry::over(registry)), "first.plain(3)");
}

TEST(Precedence, theHookIsNotAskedForPlainTypesAndContainers)
{
    Registry registry;
    int asked = 0;
    registry.setOverride([&](const AnyObject&) -> Reduction {
        ++asked;
        return {};
    });
    EXPECT_EQ(reprOf(std::vector<std::pair<int, std::string>>{{1, "a"}}, registry), "[(1, 'a')]");
    EXPECT_EQ(asked, 0);
}

TEST(Precedence, whatTravelsByItsCallNeedsNoFieldThatTravels)
{
    EXPECT_EQ(reprOf(ByCall{}), "m.ByCall()");
    EXPECT_EQ(reprOf(BadCall{}),
              "BadCall cannot be pickled: BadCall.__reduce__()[1][0] is a Socket, and Socket "
              "objects belong to one process.");
}

} // namespace
} // namespace poolscope::test
