// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/telemetry/recorder.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace poolscope {
namespace {

TEST(Claims, whatWasTakenBackIsNotBegun)
{
    StatusPage page;
    beginClaims(page, 10);
    EXPECT_TRUE(claim(page, 11));
    EXPECT_EQ(takeBack(page, 11, 14), 11u);
    EXPECT_FALSE(claim(page, 12));
    EXPECT_FALSE(claim(page, 14));
    EXPECT_TRUE(claim(page, 15)); // was sent since
    EXPECT_EQ(takeBack(page, 15, 15), 15u);
    EXPECT_TRUE(claim(page, 16));
}

TEST(Claims, nothingIsTakenBackFromAWorkerThatHasNotBegun)
{
    StatusPage page;
    beginClaims(page, 10);
    EXPECT_EQ(takeBack(page, 11, 14), std::nullopt);
    EXPECT_TRUE(claim(page, 11));
    EXPECT_EQ(takeBack(page, 12, 14), std::nullopt);
    EXPECT_TRUE(claim(page, 12));
}

TEST(Claims, theNumbersMayGoRound)
{
    StatusPage page;
    beginClaims(page, ~std::uint32_t{0} - 1);
    EXPECT_TRUE(claim(page, ~std::uint32_t{0}));
    EXPECT_EQ(takeBack(page, ~std::uint32_t{0}, 2), ~std::uint32_t{0});
    EXPECT_FALSE(claim(page, 0));
    EXPECT_FALSE(claim(page, 2));
    EXPECT_TRUE(claim(page, 3));
    for (std::uint64_t serial = 4; serial < std::uint64_t{5} << 30; serial += 1u << 29) {
        EXPECT_TRUE(claim(page, static_cast<std::uint32_t>(serial)));
    }
}

TEST(Claims, eachChunkIsEitherBegunOrTakenBackWhateverTheMoment)
{
    constexpr std::uint32_t chunks = 200'000;
    StatusPage page;
    beginClaims(page, 0);
    std::vector<char> begun(chunks + 1);
    std::vector<char> takenBack(chunks + 1);
    std::atomic<std::uint32_t> sent{0};
    std::thread worker([&] {
        for (std::uint32_t serial = 1; serial <= chunks; ++serial) {
            while (sent < serial) {
                std::this_thread::yield();
            }
            begun[serial] = claim(page, serial) ? 1 : 0;
        }
    });
    std::uint32_t front = 1; // begun or not, but not taken back
    for (std::uint32_t last = 0; last < chunks;) {
        last = std::min(last + 1 + last % 40, chunks);
        sent = last;
        if (const auto stands = takeBack(page, front, last)) {
            for (std::uint32_t serial = *stands + 1; serial <= last; ++serial) {
                takenBack[serial] = takenBack[serial] + 1;
            }
            front = last + 1;
        }
    }
    worker.join();
    for (std::uint32_t serial = 1; serial <= chunks; ++serial) {
        ASSERT_EQ(begun[serial] + takenBack[serial], 1) << serial;
    }
}

} // namespace
} // namespace poolscope
