// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What we make of objects, bound methods and partials is byte for byte what CPython's pickle makes.

#include "tests/unit/core/reduce/python.h"

namespace poolscope::test {
namespace {

struct Big {
    int n = 10;
    std::string label = "ten";
};
auto describe(Type<Big> type)
{
    return type.named("blog", "Big").field("n", &Big::n).field("label", &Big::label);
}

/// Makes the class blog.Big and a function blog.power, then prints the pickle of `expression`.
std::string cpython(const std::string& expression, int protocol)
{
    return python("import pickle, functools, sys, types\n"
                  "m = types.ModuleType(\"blog\"); sys.modules[\"blog\"] = m\n"
                  "exec(\"\"\"\n"
                  "class Big:\n"
                  "    def __init__(self): self.n = 10; self.label = str(b\"ten\", \"ascii\")\n"
                  "    def pow(self, x): pass\n"
                  "def power(x, n=10): pass\n"
                  "\"\"\", m.__dict__)\n"
                  "Big, power, partial = m.Big, m.power, functools.partial\n"
                  "print(pickle.dumps(" +
                  expression + ", " + std::to_string(protocol) + ").hex())");
}

class AsCPython : public testing::TestWithParam<int> {
protected:
    Document d;
    Registry registry;
};
INSTANTIATE_TEST_SUITE_P(Protocols, AsCPython, testing::Values(4, 5));

TEST_P(AsCPython, describedObjects)
{
    const Big big;
    const Result<Value> value = toValue(big, d, registry);
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(pickled(*value, GetParam()), cpython("Big()", GetParam()));
    const std::vector<Big> two(2);
    EXPECT_EQ(pickled(*toValue(two, d, registry), GetParam()),
              cpython("[Big(), Big()]", GetParam()));
}

TEST_P(AsCPython, boundMethods)
{
    const Big big;
    const Value method = boundMethod(d, *toValue(big, d, registry), "pow");
    EXPECT_EQ(pickled(method, GetParam()), cpython("Big().pow", GetParam()));
}

TEST_P(AsCPython, partials)
{
    const Value function = d.global("blog", "power");
    const std::array keywords{std::pair{d.interned("n"), d.integer(100)}};
    EXPECT_EQ(pickled(partial(d, function, keywords), GetParam()),
              cpython("partial(power, n=100)", GetParam()));
    EXPECT_EQ(pickled(partial(d, function, {}), GetParam()), cpython("partial(power)", GetParam()));
}

TEST(Forms, areKnownAgain)
{
    Document d;
    const Value self = d.object(Making::NewObject, d.global("blog", "Big"), d.tuple({}));
    const auto method = asBoundMethod(boundMethod(d, self, "pow"));
    ASSERT_TRUE(method.has_value());
    EXPECT_EQ(method->self, self);
    EXPECT_EQ(method->name, "pow");
    const std::array keywords{std::pair{d.interned("n"), d.integer(100)}};
    const Value function = d.global("blog", "power");
    const auto fixed = asPartial(partial(d, function, keywords));
    ASSERT_TRUE(fixed.has_value());
    EXPECT_EQ(fixed->function, function);
    EXPECT_EQ(repr(fixed->keywords), "{'n': 100}");
}

TEST(Forms, whatOnlyLooksLikeThemIsNot)
{
    Document d;
    const auto call = [&](const char* module, const char* name, Value arguments, Value state = {}) {
        return d.object(Making::Reduce, d.global(module, name), arguments, state);
    };
    EXPECT_FALSE(asBoundMethod(d.integer(1)));
    EXPECT_FALSE(asBoundMethod(d.global("builtins", "getattr")));
    EXPECT_FALSE(asBoundMethod(call("builtins", "getattr", d.tuple({d.none()}))));
    EXPECT_FALSE(asBoundMethod(call("builtins", "getattr", d.tuple({d.none(), d.integer(1)}))));
    EXPECT_FALSE(asBoundMethod(call("builtins", "setattr", d.tuple({d.none(), d.str("a")}))));
    const Value function = d.global("os", "system");
    const Value positional = d.tuple({function, d.tuple({d.str("ls")}), d.dict(), d.none()});
    EXPECT_FALSE(asPartial(call("functools", "partial", d.tuple({function}), positional)));
    EXPECT_FALSE(asPartial(call("functools", "partial", d.tuple({function}))));
}

} // namespace
} // namespace poolscope::test
