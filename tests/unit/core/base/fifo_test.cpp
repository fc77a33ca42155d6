// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base.h"

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <random>

namespace poolscope {
namespace {

TEST(Fifo, givesWhatADequeGives)
{
    std::mt19937 random(3);
    Fifo<std::string> fifo;
    std::deque<std::string> deque;
    for (int i = 0; i < 10'000; ++i) {
        if (deque.empty() || random() % 100 < 51) {
            deque.push_back(std::to_string(i));
            fifo.push(std::to_string(i));
        } else {
            ASSERT_EQ(fifo.pop(), deque.front());
            deque.pop_front();
        }
        ASSERT_EQ(fifo.size(), deque.size());
        if (!deque.empty()) {
            const std::size_t any = random() % deque.size();
            ASSERT_EQ(fifo[any], deque[any]);
            ASSERT_EQ(fifo.front(), deque.front());
            ASSERT_EQ(fifo.back(), deque.back());
        }
    }
}

TEST(Fifo, keepsNothingOfWhatWasTaken)
{
    Fifo<std::shared_ptr<int>> fifo;
    const auto object = std::make_shared<int>(1);
    fifo.push(object);
    fifo.push(object);
    fifo.pop();
    EXPECT_EQ(object.use_count(), 2);
    fifo.clear();
    EXPECT_TRUE(fifo.empty());
    EXPECT_EQ(object.use_count(), 1);
}

} // namespace
} // namespace poolscope
