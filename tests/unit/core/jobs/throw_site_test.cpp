// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobs.h"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>
#include <vector>

namespace poolscope::test {

// They stand by themselves, so that each has its name in any build.
[[gnu::noinline]] int throwText() { throw std::runtime_error("text"); }
[[gnu::noinline]] int throwNumber() { throw 42; }
[[gnu::noinline]] int throwPointer() { throw "a text"; }
[[gnu::noinline]] int throwTaskError() { throw TaskError("OSError", "a.txt"); }
[[gnu::noinline]] int reachTooFar(const std::vector<int>& row, std::size_t i) { return row.at(i); }
[[gnu::noinline]] int throwAgain()
{
    try {
        return throwText();
    } catch (const std::runtime_error&) {
        throw;
    }
}
[[gnu::noinline]] int throwAnothers(std::shared_future<int> other) { return other.get(); }

namespace {

std::string whereOf(const std::optional<Error>& error) { return error ? error->where : "no error"; }

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(ThrowSite, namesTheFunctionThatThrew)
{
    const auto error = errorThrownBy([] { throwText(); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, "std::runtime_error");
    EXPECT_EQ(error->text, "text");
    EXPECT_EQ(error->path, "");
    EXPECT_TRUE(has(error->where, "throwText")) << error->where;
    EXPECT_TRUE(has(error->where, " in ")) << error->where;
}

TEST(ThrowSite, knowsWhateverIsThrown)
{
    const auto number = errorThrownBy([] { throwNumber(); });
    EXPECT_EQ(number.value().kind, "int");
    EXPECT_TRUE(has(whereOf(number), "throwNumber")) << whereOf(number);
    const auto pointer = errorThrownBy([] { throwPointer(); });
    EXPECT_TRUE(has(whereOf(pointer), "throwPointer")) << whereOf(pointer);
    const auto named = errorThrownBy([] { throwTaskError(); });
    EXPECT_EQ(named.value().kind, "OSError");
    EXPECT_TRUE(has(whereOf(named), "throwTaskError")) << whereOf(named);
}

TEST(ThrowSite, isWhoCalledTheStandardLibraryAndNotTheLibrary)
{
    const std::vector<int> none;
    const auto error = errorThrownBy([&] { reachTooFar(none, 3); });
    EXPECT_EQ(error.value().kind, "std::out_of_range");
    EXPECT_TRUE(has(whereOf(error), "reachTooFar")) << whereOf(error);
}

TEST(ThrowSite, isTheLastThrowOfOneThatWasThrownAgain)
{
    const auto again = errorThrownBy([] { throwAgain(); });
    EXPECT_TRUE(has(whereOf(again), "throwAgain")) << whereOf(again);
    std::promise<int> promise;
    promise.set_exception(std::make_exception_ptr(std::runtime_error("of another thread")));
    const auto anothers = errorThrownBy([&] { throwAnothers(promise.get_future().share()); });
    EXPECT_EQ(anothers.value().text, "of another thread");
    EXPECT_TRUE(has(whereOf(anothers), "throwAnothers")) << whereOf(anothers);
}

/// Runs a task of its own when it goes, and that one throws.
struct RunsAnother {
    std::optional<Error>& error;
    ~RunsAnother()
    {
        error = errorThrownBy([] { throwNumber(); });
    }
};

TEST(ThrowSite, tasksThatTasksRunHaveTheirOwn)
{
    std::optional<Error> inner;
    const auto outer = errorThrownBy([&] {
        const RunsAnother another{inner};
        throwText();
    });
    EXPECT_TRUE(has(whereOf(inner), "throwNumber")) << whereOf(inner);
    EXPECT_TRUE(has(whereOf(outer), "throwText")) << whereOf(outer);
    EXPECT_FALSE(errorThrownBy([] {}));
}

TEST(ThrowSite, whatIsCaughtOnTheWayLeavesNothing)
{
    const auto error = errorThrownBy([] {
        try {
            throwText();
        } catch (const std::runtime_error&) {
        }
        throwNumber();
    });
    EXPECT_TRUE(has(whereOf(error), "throwNumber")) << whereOf(error);
}

} // namespace
} // namespace poolscope::test
