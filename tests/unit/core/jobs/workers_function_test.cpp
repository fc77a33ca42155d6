// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobs.h"

#include <gtest/gtest.h>

namespace poolscope {

namespace {

std::string travelling(const std::shared_ptr<const Callable>& callable)
{
    Document document;
    const auto value = callable->reduce(document, Registry());
    return value ? repr(*value) : value.error().text;
}

} // namespace

TEST(WorkersFunction, travelsByItsName)
{
    EXPECT_EQ(travelling(workersFunction("__main__", "work")), "__main__.work");
}

TEST(WorkersFunction, keepsTheKindsOfItsKeywords)
{
    const auto function = workersFunction(
        "m", "f", {{"flag", true}, {"n", std::int64_t{3}}, {"x", 0.5}, {"name", std::string("a")}});
    Document document;
    const auto value = function->reduce(document, Registry());
    ASSERT_TRUE(value);
    const auto fixed = asPartial(*value);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(repr(fixed->keywords), "{'flag': True, 'n': 3, 'x': 0.5, 'name': 'a'}");
}

TEST(WorkersFunction, spreadsTuplesWhereItTakesSeveral)
{
    Document document;
    const auto value = workersFunction("m", "add", {}, true)->reduce(document, Registry());
    ASSERT_TRUE(value);
    EXPECT_EQ(value->callable().qualname(), "Star");
    EXPECT_EQ(value->arguments().size(), 1u);
}

TEST(WorkersFunction, cannotBeCalledHere)
{
    const auto batch = workersFunction("m", "f")->batch(1);
    Document document;
    const auto loaded = batch->load(document.integer(1), Registry());
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().text, "f is known to Python workers only.");
    EXPECT_EQ(batch->takeResults()->size(), 1u);
}

} // namespace poolscope
