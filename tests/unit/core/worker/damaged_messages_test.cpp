// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a message does that somebody has damaged, to ends that are warm: the same as to ends that
// only know the general way.

#include "tests/unit/core/worker/wire.h"

#include <random>

namespace poolscope::test {
namespace {

/// Some bytes changed, taken out or put in, or the end cut off.
std::string damaged(std::string message, std::mt19937& random)
{
    for (auto times = random() % 3 + 1; times > 0 && !message.empty(); --times) {
        const std::size_t at = random() % message.size();
        switch (random() % 4) {
        case 0: message[at] = static_cast<char>(random()); break;
        case 1: message.erase(at, random() % 4 + 1); break;
        case 2: message.insert(at, 1, message[random() % message.size()]); break;
        default: message.resize(random() % 8 == 0 ? at : message.size());
        }
    }
    return message;
}

class DamagedMessages : public testing::Test {
protected:
    template <class T> std::shared_ptr<const Callable> same()
    {
        return catalogue.add(
            "tests", "same" + std::to_string(++functions),
            [](const T& x, std::int64_t) { return x; }, Keyword<std::int64_t>{"n", 1})(7);
    }

    /// Tasks to a warm worker against tasks to a new one.
    template <class T> void tasks(std::vector<T> objects)
    {
        const auto callable = same<T>();
        ChunkServer warm(catalogue, 5);
        const auto whole =
            taskByValues({3, 70'000}, *callable, catalogue.registry(), *itemsOf(objects), 5);
        served(warm, whole);
        int direct = 0;
        for (int i = 0; i < rounds; ++i) {
            const std::string message = damaged(whole, random);
            ChunkServer cold(catalogue, 5);
            const std::string answer = served(warm, message);
            direct += warm.readDirectly() ? 1 : 0;
            ASSERT_EQ(hex(answer), hex(served(cold, message))) << hex(message);
        }
        EXPECT_GT(direct, rounds / 20);
        EXPECT_LT(direct, rounds) << "nothing was damaged";
    }

    /// Answers read typed against answers read as Values.
    template <class T> void answers(std::vector<T> objects)
    {
        const auto callable = same<T>();
        const AnswerTo to{3, 70'000, objects.size()};
        const auto whole = answerByValues({3, 70'000}, catalogue.registry(), itemsOf(objects), 5);
        AnswerReader reader;
        int good = 0;
        for (int i = 0; i < rounds; ++i) {
            const std::string message = damaged(whole, random);
            Buffer copy;
            copy.append(message);
            const auto byValues = readAnswer(std::move(copy), 0, to);
            const auto typed = reader.read(message, to, *callable, catalogue.registry());
            ASSERT_EQ(typed.ok(), byValues.ok()) << hex(message);
            if (!typed.ok()) {
                ASSERT_EQ(typed.error().text, byValues.error().text);
                continue;
            }
            ++good;
            ASSERT_EQ(texts(*typed), texts(*byValues)) << hex(message);
        }
        EXPECT_GT(good, rounds / 20);
        EXPECT_LT(good, rounds) << "nothing was damaged";
    }

    std::vector<std::string> texts(const ChunkAnswer& answer)
    {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < answer.results.size(); ++i) {
            Document document;
            const bool failed = !answer.errors.empty() && answer.errors[i];
            all.push_back(failed
                              ? answer.errors[i]->text
                              : repr(*answer.results->reduce(i, document, catalogue.registry())));
        }
        return all;
    }

    static constexpr int rounds = 4000;
    int functions = 0;
    std::mt19937 random{20260103};
    Catalogue catalogue;
};

const std::vector<std::int64_t> ints{0, 1, 255, 256, -1, 70'000, 1LL << 40};
const std::vector<std::string> words{"", "a", "some text", std::string(300, 'x')};
const std::vector<Integer> integers{1, Integer::power(10, 30), Integer::power(-7, 101), -5};

TEST_F(DamagedMessages, tasksAreAnsweredAsByAWorkerThatKnowsNothing)
{
    tasks(ints);
    tasks(std::vector<std::int64_t>{5});
    tasks(words);
    tasks(integers);
    tasks(std::vector<std::vector<std::int64_t>>{{1, 2}, {}, ints});
}

TEST_F(DamagedMessages, answersAreReadAsTheirValuesAre)
{
    answers(ints);
    answers(std::vector<std::int64_t>{5});
    answers(words);
    answers(integers);
    answers(std::vector<std::vector<std::int64_t>>{{1, 2}, {}, ints});
}

TEST_F(DamagedMessages, anAnswerToAnotherTaskIsRefusedBothWays)
{
    const auto callable = same<std::int64_t>();
    const auto answer = answerByValues({3, 4}, catalogue.registry(), itemsOf(ints), 5);
    AnswerReader reader;
    const auto read = [&](const AnswerTo& to) {
        return reader.read(answer, to, *callable, catalogue.registry());
    };
    EXPECT_TRUE(read({3, 4, ints.size()}).ok());
    EXPECT_NE(read({3, 5, ints.size()}).error().text.find("another task"), std::string::npos);
    EXPECT_NE(read({2, 4, ints.size()}).error().text.find("another task"), std::string::npos);
    EXPECT_NE(read({3, 4, ints.size() - 1}).error().text.find("one for each"), std::string::npos);
    EXPECT_NE(read({3, 4, ints.size() + 1}).error().text.find("one for each"), std::string::npos);
    EXPECT_EQ(texts(*read({3, 4, ints.size()})).size(), ints.size());
}

TEST_F(DamagedMessages, aMessageThatCannotBeReadSaysSoWithoutItsNumbers)
{
    const auto callable = same<std::int64_t>();
    ChunkServer server(catalogue, 5);
    Buffer answer;
    answer.append(served(server, "\x80\x05 no pickle"));
    const auto read = readAnswer(std::move(answer), 0, {3, 4, 1});
    ASSERT_TRUE(read.ok()) << read.error().text;
    EXPECT_EQ(read->failedTasks(), 1u);
    EXPECT_EQ(read->errors[0]->kind, "UnpicklingError");
}

} // namespace
} // namespace poolscope::test
