// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace poolscope {
namespace {

struct Account {
    int number = 0;
    double balance = 0;
    bool operator==(const Account&) const = default;
};
auto describe(Type<Account> type)
{
    return type.named("bank", "Account")
        .field("number", &Account::number)
        .field("balance", &Account::balance);
}

struct Foreign { // of a library that knows nothing of us
    int id = 0;
};

std::string reprOf(const auto& object, const Registry& registry)
{
    Document document;
    const Result<Value> value = toValue(object, document, registry);
    return value.ok() ? repr(*value) : value.error().text;
}

TEST(Registry, aReducerWinsOverTheDescription)
{
    Registry registry;
    registry.addReducer<Account>([](const Account& a) { return callTo("bank", "open", a.number); });
    EXPECT_EQ(reprOf(Account{7, 1.5}, registry), "bank.open(7)");
    EXPECT_EQ(reprOf(std::vector<Account>{{7, 1.5}}, registry), "[bank.open(7)]");
}

TEST(Registry, aCopyWithMoreWinsForItsPoolOnly)
{
    Registry common;
    common.addReducer<Account>([](const Account& a) { return callTo("bank", "open", a.number); });
    Registry ofThePool = common;
    ofThePool.addReducer<Account>([](const Account&) { return callTo("bank", "anonymous"); });
    EXPECT_EQ(reprOf(Account{7, 1.5}, ofThePool), "bank.anonymous()");
    EXPECT_EQ(reprOf(Account{7, 1.5}, common), "bank.open(7)");
    EXPECT_EQ(reprOf(Account{7, 1.5}, Registry{}),
              "bank.Account() + {'number': 7, 'balance': 1.5}");
}

TEST(Registry, aRebuilderAndAStateBringTheObjectBack)
{
    Registry registry;
    registry.addReducer<Account>([](const Account& a) {
        return callTo("bank", "open", a.number)
            .withState(std::map<std::string, double>{{"balance", a.balance}});
    });
    registry.addRebuilder("bank", "open", [](int number) { return Account{number, 0}; });
    Document document;
    const Result<Value> value = toValue(Account{7, 1.5}, document, registry);
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(repr(*value), "bank.open(7) + {'balance': 1.5}");
    EXPECT_EQ(registry.classOf(*value), "bank:Account");
    EXPECT_EQ(*fromValue<Account>(*value, registry), (Account{7, 1.5}));
    EXPECT_FALSE(fromValue<Account>(*value, Registry{}).ok())
        << "nobody said that bank.open may be called";
}

TEST(Registry, aRebuilderOfAnotherTypeIsNotCalled)
{
    Registry registry;
    bool called = false;
    registry.addRebuilder("lib", "make", [&](int id) { return called = true, Foreign{id}; });
    Document d;
    const Value value = d.object(Making::Reduce, d.global("lib", "make"), d.tuple({d.integer(3)}));
    EXPECT_FALSE(fromValue<Account>(value, registry).ok());
    EXPECT_FALSE(called);
    EXPECT_EQ(fromValue<Foreign>(value, registry)->id, 3);
}

TEST(Registry, argumentsThatDoNotFitTheRebuilderSayWhere)
{
    Registry registry;
    registry.addRebuilder("lib", "make", [](int id) { return Foreign{id}; });
    Document d;
    const auto call = [&](Value argument) {
        return d.object(Making::Reduce, d.global("lib", "make"), d.tuple({argument}));
    };
    EXPECT_EQ(fromValue<Foreign>(call(d.str("3")), registry).error().path, ".__reduce__()[0]");
}

TEST(Registry, aTypeThatKnowsNothingOfUsTravelsByItsReducer)
{
    Registry registry;
    registry.addReducer<Foreign>([](const Foreign& f) { return callTo("lib", "make", f.id); });
    EXPECT_EQ(reprOf(std::pair{Foreign{1}, 2}, registry), "(lib.make(1), 2)");
}

TEST(Registry, whatAReducerThrowsIsTheErrorAndEndsNothing)
{
    Registry registry;
    registry.addReducer<Foreign>([](const Foreign& f) {
        throw std::runtime_error("the database is gone");
        return callTo("lib", "make", f.id);
    });
    Document document;
    EXPECT_EQ(toValue(std::vector<Foreign>(1), document, registry).error(),
              (Error{"PicklingError", "list cannot be pickled: the database is gone.", ""}));
}

TEST(Registry, whatAReducerMakesIsCopiedBeforeItGoes)
{
    Registry registry;
    registry.addReducer<Foreign>([](const Foreign& f) {
        return callTo("lib", "make", std::string(1000, static_cast<char>('a' + f.id)));
    });
    Document document;
    const Result<Value> value = toValue(Foreign{2}, document, registry);
    EXPECT_EQ(value->arguments()[0].text(), std::string(1000, 'c'));
}

} // namespace
} // namespace poolscope
