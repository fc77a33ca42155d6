// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/jobs/numbers.h"
#include "tests/unit/core/reduce/python.h"

#include <stdexcept>

namespace poolscope::test {
namespace {

using Strings = std::vector<std::string>;

class Functions : public testing::Test {
protected:
    std::string travelling(const Callable& callable)
    {
        const Result<Value> value = callable.reduce(document, catalogue.registry());
        return value.ok() ? repr(*value) : value.error().text;
    }
    /// What the far side makes of it.
    std::shared_ptr<const Callable> arrived(const Callable& callable)
    {
        const Result<Value> value = callable.reduce(document, catalogue.registry());
        Result<std::shared_ptr<const Callable>> resolved = catalogue.resolve(*value);
        EXPECT_TRUE(resolved.ok()) << resolved.error().text;
        return *resolved;
    }

    Document document;
    Catalogue catalogue;
};

std::int64_t linear(std::int64_t x, std::int64_t factor, std::int64_t offset)
{
    return factor * x + offset;
}

TEST_F(Functions, travelByNameWhereKeywordsHaveTheirDefaults)
{
    const auto f =
        catalogue.add("numbers", "linear", &linear, Keyword{"factor", 2}, Keyword{"offset", 0});
    EXPECT_EQ(travelling(*f()), "numbers.linear");
    EXPECT_EQ(travelling(*f(2, 0)), "numbers.linear");
    EXPECT_EQ(f()->name(), "linear");
}

TEST_F(Functions, travelAsPartialsOfWhatDiffers)
{
    const auto f =
        catalogue.add("numbers", "linear", &linear, Keyword{"factor", 2}, Keyword{"offset", 0});
    const Result<Value> value = f(2, 5)->reduce(document, catalogue.registry());
    EXPECT_EQ(repr(asPartial(*value)->keywords), "{'offset': 5}");
    for (const int protocol : {4, 5}) {
        EXPECT_EQ(pickled(*f(3, 5)->reduce(document, catalogue.registry()), protocol),
                  python("import pickle, functools, sys, types\n"
                         "m = types.ModuleType(\"numbers\"); sys.modules[\"numbers\"] = m\n"
                         "exec(\"def linear(x, factor=2, offset=0): pass\", m.__dict__)\n"
                         "print(pickle.dumps(functools.partial(m.linear, factor=3, offset=5), " +
                         std::to_string(protocol) + ").hex())"));
    }
}

TEST_F(Functions, giveTheSameHereAndFarAway)
{
    const auto f =
        catalogue.add("numbers", "linear", &linear, Keyword{"factor", 2}, Keyword{"offset", 0});
    const auto input = rangeInput(0, 3);
    EXPECT_EQ(reprs(*runAll(*f(), *input)), (Strings{"0", "2", "4"}));
    EXPECT_EQ(reprs(*runAll(*arrived(*f()), *input)), (Strings{"0", "2", "4"}));
    EXPECT_EQ(reprs(*runAll(*arrived(*f(3, 1)), *input)), (Strings{"1", "4", "7"}));
    EXPECT_EQ(reprs(*runAll(*arrived(*f(2, 1)), *input)), (Strings{"1", "3", "5"}));
}

TEST_F(Functions, wrongKeywordsThatArriveAreTypeErrors)
{
    catalogue.add("numbers", "linear", &linear, Keyword{"factor", 2}, Keyword{"offset", 0});
    const auto errorOf = [&](const char* name, Value value) {
        const std::array keywords{std::pair{document.str(name), value}};
        const Value call = partial(document, document.global("numbers", "linear"), keywords);
        return catalogue.resolve(call).error();
    };
    EXPECT_EQ(errorOf("slope", document.integer(1)),
              (Error{"TypeError", "linear() has no keyword argument 'slope'.", ""}));
    const Error error = errorOf("factor", document.str("two"));
    EXPECT_EQ(error.kind, "TypeError");
    EXPECT_EQ(error.text.find("linear(factor=…): What came for an int"), 0U) << error.text;
}

TEST_F(Functions, textAndNothingAreResultsToo)
{
    const auto greet = catalogue.add(
        "words", "greet",
        [](const std::string& name, const std::string& word) { return word + " " + name; },
        Keyword{"word", "hello"});
    const auto nothing = catalogue.add("words", "nothing", [](const std::string&) {});
    const auto input = vectorInput(Strings{"Ada", "Grace"});
    EXPECT_EQ(reprs(*runAll(*arrived(*greet("good day")), *input)),
              (Strings{"'good day Ada'", "'good day Grace'"}));
    EXPECT_EQ(reprs(*runAll(*nothing(), *input)), (Strings{"None", "None"}));
}

TEST_F(Functions, methodsTravelWithTheirObject)
{
    const auto times = catalogue.addMethod("times", &Scale::times);
    const auto nothing = catalogue.addMethod("nothing", &Scale::nothing);
    const auto call = times(Scale{5});
    EXPECT_EQ(call->name(), "Scale.times");
    EXPECT_EQ(travelling(*call), "builtins.getattr(numbers.Scale() + {'factor': 5}, 'times')");
    EXPECT_EQ(reprs(*runAll(*call, *rangeInput(1, 2))), (Strings{"5", "10"}));
    EXPECT_EQ(reprs(*runAll(*arrived(*call), *rangeInput(1, 2))), (Strings{"5", "10"}));
    EXPECT_EQ(reprs(*runAll(*arrived(*nothing(Scale{})), *rangeInput(1, 1))), (Strings{"None"}));
}

TEST_F(Functions, onlyWhatWasAddedIsCalled)
{
    catalogue.add("numbers", "linear", &linear, Keyword{"factor", 2}, Keyword{"offset", 0});
    catalogue.addMethod("times", &Scale::times);
    Document& d = document;
    const Value scale = d.object(Making::NewObject, d.global("numbers", "Scale"), d.tuple({}));
    const Value system = d.global("os", "system");
    const Value popen = d.object(Making::Reduce, system, d.tuple({d.str("ls")}));
    for (const Value hostile :
         {system, d.global("numbers", "linea"), d.global("", "numbers:linear"), d.integer(1), popen,
          d.global("numbers", "Scale.times"), boundMethod(d, scale, "__class__"),
          boundMethod(d, popen, "times"), boundMethod(d, system, "times"),
          boundMethod(d, d.integer(1), "times"), partial(d, system, {}),
          partial(d, boundMethod(d, popen, "times"), {}), boundMethod(d, d.none(), "")}) {
        const auto resolved = catalogue.resolve(hostile);
        ASSERT_FALSE(resolved.ok()) << repr(hostile);
        EXPECT_EQ(resolved.error().kind, "UnpicklingError");
        EXPECT_NE(resolved.error().text.find("is not in the catalogue"), std::string::npos);
    }
    EXPECT_TRUE(catalogue.resolve(boundMethod(d, scale, "times")).ok());
}

} // namespace
} // namespace poolscope::test
