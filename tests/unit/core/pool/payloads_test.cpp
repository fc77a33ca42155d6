// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is kept of a call's messages: the bytes of multiprocessing.pool's own, where they are asked for.

#include "tests/unit/core/pool/pool_test.h"

namespace poolscope::test {

namespace {

constexpr std::uint64_t plenty = 1 << 20;

std::string shown(const Payload& payload)
{
    Document document;
    const auto value = readPickle(payload.bytes, document);
    return value ? repr(*value, 4000) : value.error().text;
}

/// What was kept of the chunks that `item` was in: "out 0 0+4: …".
std::vector<std::string> storyOf(const Payloads& payloads, std::uint64_t item)
{
    std::vector<std::string> story;
    for (const auto& payload : payloads.of(item)) {
        const PayloadHead& head = payload->head;
        story.push_back((head.way == Way::Out ? "out " : "back ") + std::to_string(head.attempt) +
                        " " + std::to_string(head.first) + "+" + std::to_string(head.count));
    }
    return story;
}

class Recorded : public PoolTest {
protected:
    std::shared_ptr<const Payloads> record(std::shared_ptr<const Work> work,
                                           std::uint64_t chunksize, std::uint64_t budget = plenty,
                                           Backend backend = Backend::Processes)
    {
        Pool pool(catalogue, options(backend));
        auto call = pool.start(std::move(work), Api::Map, chunksize, budget);
        if (!call) {
            ADD_FAILURE() << call.error().text;
            return nullptr;
        }
        done = finish(**call, catalogue.registry());
        return (*call)->payloads();
    }
    Done done;
};

} // namespace

TEST_F(Recorded, messagesAreThoseOfMultiprocessing)
{
    const auto payloads = record(range(functions.twice(), 10), 4);
    ASSERT_TRUE(payloads);
    const auto kept = payloads->of(5); // the second chunk: 4 to 7
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(shown(*kept[0]),
              "(1, 1, multiprocessing.pool.mapstar, ((tests.twice, (4, 5, 6, 7)),), {})");
    EXPECT_EQ(shown(*kept[1]), "(1, 1, (True, [8, 10, 12, 14]))");
    EXPECT_EQ(kept[0]->head.way, Way::Out);
    EXPECT_EQ(kept[0]->head.chunk, 1u);
    EXPECT_EQ(kept[1]->head.worker, kept[0]->head.worker);
}

TEST_F(Recorded, messagesAreAllThatWentAndCame)
{
    const auto payloads = record(range(functions.twice(), 1000), 7);
    const PayloadTotals totals = payloads->totals();
    std::uint64_t out = 0, back = 0;
    for (const Row& row : done.feed.rows) {
        out += row.bytesOut;
        back += row.bytesBack;
    }
    EXPECT_EQ(totals.kept, 2u * 143);
    EXPECT_EQ(totals.keptBytes, out + back);
    EXPECT_EQ(totals.notKept, 0u);
    EXPECT_EQ(payloads->of(999).front()->head.count, 6u);
}

TEST_F(Recorded, messagesPastTheBudgetAreCounted)
{
    const auto payloads = record(range(functions.twice(), 1000), 1, 20 * Payloads::costOf(80));
    const PayloadTotals totals = payloads->totals();
    EXPECT_EQ(totals.kept + totals.notKept, 2000u);
    EXPECT_GE(totals.kept, 15u);
    EXPECT_GT(totals.notKept, 1900u);
    EXPECT_LE(totals.keptBytes + totals.kept * sizeof(Payload), totals.budget);
    EXPECT_EQ(done.values.size(), 1000u);
}

TEST_F(Recorded, aFailedChunksAnswerIsKept)
{
    const auto payloads = record(range(functions.throwsAt(5), 8), 4);
    const auto kept = payloads->of(5);
    ASSERT_EQ(kept.size(), 2u);
    const std::string answer = shown(*kept[1]);
    EXPECT_NE(answer.find("poolscope.ChunkOutcomes([(True, 8), (False, ("), std::string::npos)
        << answer;
    EXPECT_NE(answer.find("seven is not wanted"), std::string::npos) << answer;
}

TEST_F(Recorded, everyAttemptOfAChunkIsKept)
{
    const auto payloads = record(range(functions.killedAt(5), 12), 12);
    ASSERT_EQ(done.failures.size(), 1u);
    EXPECT_EQ(storyOf(*payloads, 5), std::vector<std::string>{"out 0 0+12"}); // no answer came
    const auto before = storyOf(*payloads, 4);
    EXPECT_EQ(before, (std::vector<std::string>{"out 0 0+12", "out 1 0+5", "back 1 0+5"}));
}

TEST_F(Recorded, anArgumentThatCannotBePickledWasNeverSent)
{
    std::vector<Fragile> items(3);
    items[1].holder = Holder{};
    auto work = std::make_shared<Work>(*range(functions.idOf(), 0));
    work->input = vectorInput(items);
    const auto payloads = record(work, 3);
    EXPECT_EQ(storyOf(*payloads, 0), (std::vector<std::string>{"out 0 0+1", "back 0 0+1"}));
    EXPECT_TRUE(payloads->of(1).empty());
}

TEST_F(Recorded, nothingIsKeptThatWasNotAskedFor)
{
    EXPECT_EQ(record(range(functions.twice(), 10), 1, 0), nullptr);
}

TEST_F(Recorded, threadsSendNothing)
{
    EXPECT_EQ(record(range(functions.twice(), 10), 1, plenty, Backend::Threads), nullptr);
    EXPECT_EQ(record(range(functions.twice(), 10), 1, plenty, Backend::Serial), nullptr);
}

TEST_F(Recorded, messagesOutliveTheirPool)
{
    const auto payloads = record(range(functions.big(), 3), 3);
    EXPECT_EQ(shown(*payloads->of(2).back()), "(1, 0, (True, ['', 'x', 'xx']))");
}

} // namespace poolscope::test
