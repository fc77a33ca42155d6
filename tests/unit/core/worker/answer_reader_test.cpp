// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/worker/wire.h"

namespace poolscope::test {
namespace {

class AnswerRows : public testing::Test {
protected:
    template <class T> std::shared_ptr<const Callable> same(const char* name)
    {
        return catalogue.add("tests", name, [](const T& x) { return x; })();
    }
    template <class T>
    ChunkAnswer answer(std::uint64_t job, std::uint64_t chunk, std::vector<T> objects,
                       const Callable& callable)
    {
        const auto bytes = answerByValues({job, chunk}, catalogue.registry(), itemsOf(objects), 5);
        auto read =
            reader.read(bytes, {job, chunk, objects.size()}, callable, catalogue.registry());
        EXPECT_TRUE(read.ok());
        return *read;
    }
    template <class T> static const T* at(const ChunkAnswer& answer, std::size_t i)
    {
        return static_cast<const T*>(answer.results->peek(i, typeid(T)));
    }

    Catalogue catalogue;
    AnswerReader reader;
};

TEST_F(AnswerRows, resultsOfManyAnswersLieSideBySide)
{
    const auto callable = same<std::int64_t>("same");
    std::vector<ChunkAnswer> answers;
    for (std::int64_t i = 0; i < 10'000; ++i) {
        answers.push_back(answer<std::int64_t>(1, static_cast<std::uint64_t>(i), {i}, *callable));
    }
    int neighbours = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        ASSERT_EQ(*at<std::int64_t>(answers[i], 0), static_cast<std::int64_t>(i));
        const bool isNext =
            i != 0 && at<std::int64_t>(answers[i], 0) == at<std::int64_t>(answers[i - 1], 0) + 1;
        neighbours += isNext ? 1 : 0;
    }
    EXPECT_GT(neighbours, 9'950) << "each answer has memory of its own";
}

TEST_F(AnswerRows, aRowOutlivesItsReader)
{
    const auto callable = same<std::string>("same");
    ChunkAnswer first;
    {
        AnswerReader mine;
        const std::vector<std::string> text{std::string(100, 'x')};
        const auto bytes = answerByValues({1, 0}, catalogue.registry(), itemsOf(text), 5);
        first = *mine.read(bytes, {1, 0, 1}, *callable, catalogue.registry());
        mine.turnOver();
        EXPECT_TRUE(mine.read(bytes, {1, 0, 1}, *callable, catalogue.registry()).ok());
    }
    EXPECT_EQ(*at<std::string>(first, 0), std::string(100, 'x'));
}

TEST_F(AnswerRows, callsSideBySideHaveRowsOfTheirOwn)
{
    const auto numbers = same<std::int64_t>("numbers");
    const auto texts = same<std::string>("texts");
    for (std::uint64_t i = 0; i < 100; ++i) {
        const auto number = answer<std::int64_t>(1 + i % 7, i, {5, 6}, *numbers);
        const auto text = answer<std::string>(100 + i % 2, i, {"a", "b", "c"}, *texts);
        EXPECT_EQ(*at<std::int64_t>(number, 1), 6);
        EXPECT_EQ(*at<std::string>(text, 2), "c");
    }
}

TEST_F(AnswerRows, aListThatIsTooLongOrTooShortLeavesNothingBehind)
{
    const auto callable = same<std::int64_t>("same");
    const auto before = answer<std::int64_t>(1, 0, {1, 2}, *callable);
    const auto bytes = answerByValues({1, 1}, catalogue.registry(),
                                      itemsOf(std::vector<std::int64_t>{7, 8, 9}), 5);
    for (const std::size_t tasks : {1, 2, 4, 5}) {
        EXPECT_FALSE(reader.read(bytes, {1, 1, tasks}, *callable, catalogue.registry()).ok());
    }
    const auto after = answer<std::int64_t>(1, 2, {3}, *callable);
    EXPECT_EQ(at<std::int64_t>(after, 0), at<std::int64_t>(before, 1) + 1);
    EXPECT_FALSE(reader.read(bytes, {1, 1, 0}, *callable, catalogue.registry()).ok());
}

TEST_F(AnswerRows, largeResultsAreLookedAtWhereTheyCame)
{
    const auto callable = same<Blob>("same");
    const Blob large{std::string(1 << 20, '\xff')};
    const auto answered = answer<Blob>(1, 0, {large}, *callable);
    EXPECT_EQ(at<Blob>(answered, 0), nullptr);
    Document document;
    EXPECT_EQ(answered.results->reduce(0, document, catalogue.registry())->text(), large.bytes());
}

TEST_F(AnswerRows, whatIsNoneOfTheTypeComesAsItIs)
{
    const auto callable = same<std::int64_t>("same");
    const auto answered = answer<std::string>(1, 0, {"text"}, *callable);
    Document document;
    EXPECT_EQ(answered.results->reduce(0, document, catalogue.registry())->text(), "text");
}

} // namespace
} // namespace poolscope::test
