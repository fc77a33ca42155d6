// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"
#include "app/cli/watcher.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// Outcomes of whole numbers from `first` on; the failures are those items that are in `failed`.
Outcomes outcomesOf(std::uint64_t first, std::size_t count, std::vector<std::uint64_t> failed = {})
{
    auto document = std::make_unique<Document>();
    std::vector<Value> values;
    Outcomes outcomes;
    outcomes.first = first;
    for (std::uint64_t i = first; i < first + count; ++i) {
        values.push_back(document->integer(static_cast<std::int64_t>(i)));
    }
    for (const std::uint64_t item : failed) {
        outcomes.failures.resize(count);
        Failure failure;
        failure.item = item;
        failure.error = {"WorkerDied", "killed", {}};
        outcomes.failures[item - first] = std::make_shared<const Failure>(failure);
    }
    outcomes.results = std::make_shared<ValueItems>(std::move(document), std::move(values));
    return outcomes;
}

TEST(ResultSink, sumsAndTellsTheFirstValues)
{
    Work work;
    work.sums = true;
    ResultSink sink(work, nullptr, false);
    for (std::uint64_t first = 0; first < 1000; first += 100) {
        sink.take(outcomesOf(first, 100));
    }
    const ResultDigest digest = sink.digest();
    EXPECT_EQ(digest.count, 1000u);
    ASSERT_TRUE(digest.sum);
    EXPECT_EQ(digest.sum->toString(), "499500");
    EXPECT_EQ(digest.first.size(), 10u);
    EXPECT_EQ(digest.first[9], "9");
    EXPECT_EQ(resultText(sink),
              "1\u202f000 results: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …\nsum: 499500\n");
}

TEST(ResultSink, writesALineForEachValueAndNoneForAFailure)
{
    const Work work;
    Output held = Output::standard();
    ResultSink indexed(work, &held, true);
    held.settle(now()); // just now, so that the lines below stay in the buffer
    indexed.take(outcomesOf(5, 3, {6}));
    EXPECT_EQ(held.text(), "5\t5\n7\t7\n");
    held.text().clear();
    EXPECT_EQ(indexed.failed(), 1u);
    ASSERT_EQ(indexed.failures().size(), 1u);
    EXPECT_EQ(indexed.failures()[0].item, 6u);
    EXPECT_EQ(indexed.digest().count, 2u);
}

TEST(ResultSink, tellsTheOnlyValue)
{
    Work work;
    ResultSink sink(work, nullptr, false);
    sink.take(outcomesOf(7, 1));
    EXPECT_EQ(sink.digest().value, "7");
    EXPECT_FALSE(sink.digest().sum);
    EXPECT_EQ(resultText(sink), "7\n");
}

} // namespace
} // namespace poolscope
