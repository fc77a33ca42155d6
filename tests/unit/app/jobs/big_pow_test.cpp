// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/app/jobs/runs.h"
#include "tests/unit/core/reduce/python.h"

namespace poolscope::test {
namespace {

const char* const tenthPowers = "print([x**10 for x in range(20)])";

TEST(BigPow, cannotTravelAndSaysWhere)
{
    const Side side;
    Document document;
    for (Pool* pool : {static_cast<Pool*>(nullptr), reinterpret_cast<Pool*>(8)}) {
        const Result<Work> work = workOf(side.catalogue, "BigPow.pow", {}, pool);
        ASSERT_TRUE(work.ok());
        const Result<Value> value = work->callable->reduce(document, work->registry);
        ASSERT_FALSE(value.ok());
        EXPECT_EQ(
            value.error(),
            (Error{"PicklingError",
                   "BigPow cannot be pickled: BigPow.pool is a Pool, and Pool objects cannot be "
                   "passed between processes or pickled.",
                   "(bound method BigPow.pow).__self__.pool"}));
        EXPECT_EQ(work->callable->name(), "BigPow.pow");
    }
}

TEST(BigPow, namesItsCures)
{
    const Side side;
    for (const std::string& cure : side.catalogue.job("BigPow.pow")->cures) {
        EXPECT_NE(side.catalogue.job(cure), nullptr) << cure;
    }
    EXPECT_EQ(side.catalogue.job("BigPow.pow")->cures.size(), 3U);
}

class Cure : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(BigPow, Cure,
                         testing::Values("BigPow.pow/getstate", "BigPow.pow/reducer"));

TEST_P(Cure, givesWhatPythonGives)
{
    const Ran ran = run(GetParam(), {});
    std::string list;
    for (const std::string& value : ran.values) {
        list += (list.empty() ? "[" : ", ") + value;
    }
    EXPECT_EQ(list + "]", python(tenthPowers));
    const Ran cubes = run(GetParam(), {{"items", "3"}, {"n", "3"}});
    EXPECT_EQ(cubes.values, (std::vector<std::string>{"0", "1", "8"}));
}

TEST(BigPow, aReducerIsThatPoolsOwn)
{
    const Side side;
    Document document;
    const Result<Work> cured = workOf(side.catalogue, "BigPow.pow/reducer", {});
    EXPECT_EQ(repr(*cured->callable->reduce(document, cured->registry)),
              "builtins.getattr(blog.BigPow(10), 'pow')");
    EXPECT_FALSE(cured->callable->reduce(document, side.catalogue.registry()).ok());
}

/// The pickles are those of the blog's classes in Python.
TEST(BigPow, curesTravelAsInPython)
{
    const std::string classes = "import pickle, sys, types, copyreg\n"
                                "m = types.ModuleType(\"blog\"); sys.modules[\"blog\"] = m\n"
                                "exec(\"\"\"\n"
                                "class BigPow:\n"
                                "    def __init__(self, n): self.n = n; self.pool = None\n"
                                "    def pow(self, x): return x ** self.n\n"
                                "class BigPowGetState(BigPow):\n"
                                "    def __getstate__(self): return {\"n\": self.n}\n"
                                "\"\"\", m.__dict__)\n"
                                "copyreg.pickle(m.BigPow, lambda o: (m.BigPow, (o.n,)))\n";
    const Side side;
    for (const auto& [job, python3] : {std::pair{"BigPow.pow/getstate", "m.BigPowGetState(10).pow"},
                                       std::pair{"BigPow.pow/reducer", "m.BigPow(10).pow"}}) {
        for (const int protocol : {4, 5}) {
            Document document;
            const Result<Work> work = workOf(side.catalogue, job, {});
            const Result<Value> value = work->callable->reduce(document, work->registry);
            EXPECT_EQ(pickled(*value, protocol),
                      python(classes + "print(pickle.dumps(" + python3 + ", " +
                             std::to_string(protocol) + ").hex())"))
                << job << " " << protocol;
        }
    }
}

} // namespace
} // namespace poolscope::test
