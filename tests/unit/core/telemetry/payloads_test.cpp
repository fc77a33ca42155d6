// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/telemetry.h"

#include <gtest/gtest.h>

#include <thread>

namespace poolscope {
namespace {

PayloadHead chunkOf(std::uint64_t first, std::uint32_t count, Way way = Way::Out)
{
    PayloadHead head;
    head.first = first;
    head.count = count;
    head.way = way;
    return head;
}

std::vector<std::string> bytesOf(const Payloads& payloads, std::uint64_t item)
{
    std::vector<std::string> bytes;
    for (const auto& payload : payloads.of(item)) {
        bytes.push_back(payload->bytes);
    }
    return bytes;
}

TEST(Payloads, areFoundByAnyItemOfTheirChunk)
{
    Payloads payloads(1 << 20);
    payloads.keep(chunkOf(0, 4), "a");
    payloads.keep(chunkOf(4, 4), "b");
    payloads.keep(chunkOf(8, 2), "c");
    EXPECT_EQ(bytesOf(payloads, 0), std::vector<std::string>{"a"});
    EXPECT_EQ(bytesOf(payloads, 7), std::vector<std::string>{"b"});
    EXPECT_EQ(bytesOf(payloads, 9), std::vector<std::string>{"c"});
    EXPECT_TRUE(payloads.of(10).empty());
}

TEST(Payloads, ofAChunkAndItsPartsComeInTheOrderInWhichTheyCrossed)
{
    Payloads payloads(1 << 20);
    payloads.keep(chunkOf(10, 5), "whole");
    payloads.keep(chunkOf(12, 1), "alone");
    payloads.keep(chunkOf(12, 1, Way::Back), "answer");
    payloads.keep(chunkOf(10, 2), "those before");
    EXPECT_EQ(bytesOf(payloads, 12), (std::vector<std::string>{"whole", "alone", "answer"}));
    EXPECT_EQ(bytesOf(payloads, 11), (std::vector<std::string>{"whole", "those before"}));
    EXPECT_EQ(payloads.of(12).back()->head, chunkOf(12, 1, Way::Back));
}

TEST(Payloads, pastTheBudgetAreCountedAndNotKept)
{
    const std::string bytes(100, 'x');
    Payloads payloads(10 * Payloads::costOf(bytes.size()));
    for (std::uint64_t i = 0; i < 25; ++i) {
        payloads.keep(chunkOf(i, 1), bytes);
    }
    const PayloadTotals totals = payloads.totals();
    EXPECT_EQ(totals.budget, 10 * Payloads::costOf(100));
    EXPECT_EQ(totals.kept, 10u);
    EXPECT_EQ(totals.keptBytes, 1000u);
    EXPECT_EQ(totals.notKept, 15u);
    EXPECT_EQ(totals.notKeptBytes, 1500u);
    EXPECT_EQ(payloads.of(9).size(), 1u);
    EXPECT_TRUE(payloads.of(10).empty());
}

TEST(Payloads, aSmallMessageFitsWhereALargeOneDoesNot)
{
    Payloads payloads(Payloads::costOf(10) + 20);
    payloads.keep(chunkOf(0, 1), std::string(1000, 'x'));
    payloads.keep(chunkOf(1, 1), "small");
    EXPECT_TRUE(payloads.of(0).empty());
    EXPECT_EQ(bytesOf(payloads, 1), std::vector<std::string>{"small"});
}

TEST(Payloads, areKeptByManyThreadsAtOnce)
{
    constexpr std::uint64_t each = 2000;
    Payloads payloads(4 * each * Payloads::costOf(8));
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t lane = 0; lane < 4; ++lane) {
            threads.emplace_back([&payloads, lane] {
                for (std::uint64_t i = 0; i < each; ++i) {
                    payloads.keep(chunkOf(lane * each + i, 1), "12345678");
                    EXPECT_EQ(payloads.of(lane * each + i).size(), 1u);
                }
            });
        }
    }
    EXPECT_EQ(payloads.totals().kept, 4 * each);
    EXPECT_EQ(payloads.totals().notKept, 0u);
}

} // namespace
} // namespace poolscope
