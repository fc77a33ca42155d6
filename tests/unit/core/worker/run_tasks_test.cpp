// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/worker/wire.h"

#include <stdexcept>

namespace poolscope::test {
namespace {

/// A function that looks at the page while it runs, and throws at some items.
class RunningTasks : public testing::Test {
protected:
    std::shared_ptr<const Callable> watched()
    {
        return catalogue.add("tests", "watched", [this](std::int64_t x) {
            begun.push_back(page.task);
            finished.push_back(page.finished);
            if (x == stopAt) {
                stop = true;
            }
            if (x % 10 == 3) {
                throw std::domain_error("three is not wanted");
            }
            if (x % 10 == 4) {
                throw 42;
            }
            return 2 * x;
        })();
    }
    std::optional<ChunkAnswer> run(std::vector<std::int64_t> items)
    {
        return runLocally(*watched(), *itemsOf(items), 0, items.size(), catalogue.registry(), page,
                          stop);
    }
    std::int64_t result(const ChunkAnswer& answer, std::size_t i)
    {
        return *static_cast<const std::int64_t*>(answer.results->peek(i, typeid(std::int64_t)));
    }

    Catalogue catalogue;
    StatusPage page;
    std::atomic<bool> stop{false};
    std::int64_t stopAt = -1;
    std::vector<std::uint64_t> begun;
    std::vector<std::uint64_t> finished;
};

TEST_F(RunningTasks, thePageNamesTheTaskThatRuns)
{
    const auto answer = run({0, 1, 3, 5, 4, 6});
    ASSERT_TRUE(answer);
    EXPECT_EQ(begun, (std::vector<std::uint64_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(finished, begun) << "it runs while it is not among the finished";
    EXPECT_EQ(page.task.load(), StatusPage::idle);
    EXPECT_EQ(page.finished.load(), 6u);
}

TEST_F(RunningTasks, whatThrowsFailsAloneWhereverItStands)
{
    const auto answer = run({3, 1, 2, 4, 3, 5, 4});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->errors.size(), 7u);
    EXPECT_EQ(answer->failedTasks(), 4u);
    EXPECT_EQ(answer->errors[0]->text, "three is not wanted");
    EXPECT_EQ(answer->errors[3]->kind, "int");
    EXPECT_NE(answer->errors[3]->where.find(" in "), std::string::npos) << "where it was thrown";
    EXPECT_EQ(answer->errors[4]->kind, "std::domain_error");
    EXPECT_TRUE(answer->errors[6]);
    EXPECT_EQ(result(*answer, 1), 2);
    EXPECT_EQ(result(*answer, 2), 4);
    EXPECT_EQ(result(*answer, 5), 10);
    EXPECT_EQ(page.finished.load(), 7u);
}

TEST_F(RunningTasks, aStopEndsTheRowBetweenTwoTasks)
{
    stopAt = 2;
    EXPECT_FALSE(run({0, 1, 2, 5, 6}));
    EXPECT_EQ(begun.size(), 3u);
    EXPECT_EQ(page.task.load(), StatusPage::idle);
}

TEST_F(RunningTasks, argumentsThatCannotBeLoadedAreSteppedOver)
{
    auto values = std::make_unique<Document>();
    const std::vector<Value> row{values->str("a"), values->integer(1), values->str("b"),
                                 values->str("c"), values->integer(3), values->integer(2),
                                 values->str("d")};
    const ValueItems items(std::move(values), row);
    const auto answer =
        runLocally(*watched(), items, 0, row.size(), catalogue.registry(), page, stop);
    ASSERT_TRUE(answer);
    EXPECT_EQ(begun, (std::vector<std::uint64_t>{1, 4, 5}));
    EXPECT_EQ(answer->failedTasks(), 5u);
    EXPECT_EQ(answer->results.size(), row.size());
    EXPECT_EQ(result(*answer, 1), 2);
    EXPECT_EQ(result(*answer, 5), 4);
    EXPECT_EQ(page.finished.load(), row.size());
}

TEST_F(RunningTasks, partsOfARowAreRunWhereTheyLie)
{
    const auto items = itemsOf(std::vector<std::int64_t>{10, 11, 12, 15, 16});
    const auto answer = runLocally(*watched(), *items, 2, 3, catalogue.registry(), page, stop);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->results.size(), 3u);
    EXPECT_EQ(result(*answer, 0), 24);
    EXPECT_EQ(result(*answer, 2), 32);
}

} // namespace
} // namespace poolscope::test
