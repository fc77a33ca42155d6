// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/jobs/numbers.h"

#include <stdexcept>

namespace poolscope::test {
namespace {

class Batches : public testing::Test {
protected:
    std::unique_ptr<Batch> squares()
    {
        return catalogue
            .add("numbers", "square",
                 [](std::int64_t x) {
                     if (x < 0) {
                         throw std::domain_error("negative");
                     }
                     return x * x;
                 })()
            ->batch(3);
    }

    Document document;
    Catalogue catalogue;
    Registry registry;
};

TEST_F(Batches, anArgumentThatDoesNotFitUsesItsIndexUp)
{
    const auto batch = squares();
    EXPECT_TRUE(batch->load(document.integer(2), registry).ok());
    const Result<void> bad = batch->load(document.str("two"), registry);
    EXPECT_EQ(bad.error().kind, "UnpicklingError");
    EXPECT_TRUE(batch->load(document.integer(4), registry).ok());
    batch->run(0);
    batch->run(2);
    const auto results = batch->takeResults();
    ASSERT_EQ(results->size(), 3U);
    EXPECT_EQ(*static_cast<const std::int64_t*>(results->peek(0, typeid(std::int64_t))), 4);
    EXPECT_EQ(results->peek(1, typeid(std::int64_t)), nullptr) << "it has not run";
    EXPECT_EQ(*static_cast<const std::int64_t*>(results->peek(2, typeid(std::int64_t))), 16);
    EXPECT_EQ(results->peek(0, typeid(int)), nullptr);
}

TEST_F(Batches, whatTheFunctionThrowsComesThrough)
{
    const auto batch = squares();
    EXPECT_TRUE(batch->load(document.integer(-1), registry).ok());
    EXPECT_THROW(batch->run(0), std::domain_error);
}

TEST_F(Batches, aTaskMayBeRunAgain)
{
    const auto batch = catalogue.add("text", "same", [](std::string s) { return s; })()->batch(1);
    EXPECT_TRUE(
        batch->load(document.str("a text that is too long to lie in place"), registry).ok());
    batch->run(0);
    batch->run(0);
    EXPECT_EQ(reprs(*batch->takeResults())[0], "'a text that is too long to lie in place'");
}

TEST_F(Batches, itemsOfAnotherTypeAreLoadedByTheirValue)
{
    auto values = std::make_unique<Document>();
    const std::vector<Value> row{values->integer(5), values->str("five"), values->integer(6)};
    const ValueItems items(std::move(values), row);
    const auto batch = squares();
    EXPECT_TRUE(batch->load(items, 0, registry).ok());
    EXPECT_FALSE(batch->load(items, 1, registry).ok());
    EXPECT_TRUE(batch->load(items, 2, registry).ok());
    batch->run(0);
    batch->run(2);
    const auto results = batch->takeResults();
    EXPECT_EQ(*static_cast<const std::int64_t*>(results->peek(2, typeid(std::int64_t))), 36);
}

TEST_F(Batches, anItemThatCannotBeReducedIsThatTasksError)
{
    const auto input = vectorInput<std::string>({"\xff"});
    const auto items = input->take(0, 1);
    const auto batch = squares();
    EXPECT_EQ(batch->load(**items, 0, registry).error().kind, "PicklingError");
    EXPECT_TRUE(batch->load(document.integer(3), registry).ok());
    batch->run(1);
    EXPECT_EQ(batch->takeResults()->size(), 2U);
}

TEST(Inputs, giveAnyPartOfThemselves)
{
    const auto range = rangeInput<Integer>(-2, 1'000'000'000'000);
    EXPECT_EQ(range->size(), 1'000'000'000'000U);
    EXPECT_EQ(reprs(**range->take(0, 3)), (std::vector<std::string>{"-2", "-1", "0"}));
    EXPECT_EQ(reprs(**range->take(999'999'999'999, 1)), (std::vector<std::string>{"999999999997"}));
    const auto words = vectorInput<std::string>({"a", "b", "c"});
    EXPECT_EQ(reprs(**words->take(1, 2)), (std::vector<std::string>{"'b'", "'c'"}));
    EXPECT_EQ((*words->take(3, 0))->size(), 0U);
    const auto flags = vectorInput<bool>({true, false});
    EXPECT_EQ(reprs(**flags->take(0, 2)), (std::vector<std::string>{"True", "False"}));
}

} // namespace
} // namespace poolscope::test
