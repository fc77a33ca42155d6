// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A queue between many producers and consumers, some of which are killed.

#include "by_hand.h"

#include <csignal>
#include <set>
#include <thread>

namespace poolscope {
namespace {

using namespace std::chrono_literals;

TEST_F(ByHand, aQueueGivesInTheOrderInWhichItTook)
{
    auto queue = *Queue::make();
    EXPECT_TRUE(queue.empty());
    for (std::int64_t i = 0; i < 50; ++i) {
        ASSERT_TRUE(queue.put(i));
    }
    EXPECT_FALSE(queue.empty());
    for (std::int64_t i = 0; i < 50; ++i) {
        EXPECT_EQ(*queue.get<std::int64_t>(), i);
    }
    EXPECT_TRUE(queue.empty());
}

TEST_F(ByHand, aQueueTakesLargeMessagesAndValues)
{
    auto queue = *Queue::make();
    const std::string large(5'000'000, 'x');
    ASSERT_TRUE(queue.put(large));
    Document document;
    ASSERT_TRUE(queue.putValue(document.str("value")));
    EXPECT_TRUE(*queue.get<std::string>() == large);
    EXPECT_EQ(queue.getValue()->value.text(), "value");
}

TEST_F(ByHand, anEmptyQueueKeepsToTheTime)
{
    auto queue = *Queue::make();
    EXPECT_EQ(queue.get<std::int64_t>(0ns).error().kind, "Empty");
    const Nanos began = now();
    EXPECT_EQ(queue.get<std::int64_t>(20ms).error().kind, "Empty");
    EXPECT_GE(now() - began, 20'000'000); // never earlier
}

TEST_F(ByHand, aFullQueueKeepsToTheTimeAndLosesNothing)
{
    auto queue = *Queue::make();
    std::int64_t put = 0;
    while (queue.put(put, 0ns)) {
        ++put;
    }
    EXPECT_GT(put, 50);
    const Nanos began = now();
    EXPECT_EQ(queue.put(put, 20ms).error().kind, "Full");
    EXPECT_GE(now() - began, 20'000'000);
    for (std::int64_t i = 0; i < put; ++i) {
        ASSERT_EQ(*queue.get<std::int64_t>(0ns), i);
    }
    EXPECT_TRUE(queue.empty());
}

TEST_F(ByHand, aPutThatWaitsGoesOnWhenThereIsRoom)
{
    auto queue = *Queue::make();
    const auto producer =
        started(roles.produces(), std::tuple<Queue, std::int64_t, std::int64_t>(queue, 1, 3000));
    for (std::int64_t i = 0; i < 3000; ++i) { // far more than it holds
        ASSERT_EQ(*queue.get<Numbered>(), Numbered(1, i));
    }
    producer->join();
    EXPECT_EQ(producer->exitCode(), 0);
}

TEST_F(ByHand, aClosedQueueIsAnError)
{
    auto queue = *Queue::make();
    Queue copy = queue;
    queue.close();
    EXPECT_TRUE(copy.closed());
    EXPECT_TRUE(copy.empty());
    EXPECT_EQ(copy.put(std::int64_t{1}).error().kind, "ValueError");
    EXPECT_EQ(copy.get<std::int64_t>().error().kind, "ValueError");
}

TEST_F(ByHand, aQueueCannotBePickledElsewhere)
{
    const auto queue = *Queue::make();
    Buffer bytes;
    const auto done = pickle(std::vector<Queue>{queue}, catalogue.registry(), bytes);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().path, "[0]");
}

/// What came out, each message once.
std::set<Numbered> takeAll(Queue& queue, std::size_t count)
{
    std::set<Numbered> seen;
    for (std::size_t i = 0; i < count; ++i) {
        const auto message = queue.get<Numbered>();
        EXPECT_TRUE(message && seen.insert(*message).second);
    }
    return seen;
}

TEST_F(ByHand, fourProducersAndFourConsumersLoseAndDoubleNothing)
{
    auto in = *Queue::make();
    auto out = *Queue::make();
    std::vector<std::unique_ptr<Process>> processes;
    for (std::int64_t who = 0; who < 4; ++who) {
        processes.push_back(started(roles.consumes(), std::tuple<Queue, Queue>(in, out)));
        processes.push_back(
            started(roles.produces(), std::tuple<Queue, std::int64_t, std::int64_t>(in, who, 250)));
    }
    EXPECT_EQ(takeAll(out, 1000).size(), 1000u);
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(in.put(Numbered(-1, 0)));
    }
    for (const auto& process : processes) {
        process->join();
        EXPECT_EQ(process->exitCode(), 0);
    }
    EXPECT_TRUE(in.empty());
    EXPECT_TRUE(out.empty());
}

TEST_F(ByHand, aKilledConsumerLosesOnlyWhatItHadTaken)
{
    auto queue = *Queue::make();
    std::set<Numbered> seen;
    for (std::int64_t i = 0; i < 100; ++i) {
        ASSERT_TRUE(queue.put(Numbered(0, i)));
    }
    for (int i = 0; i < 10; ++i) {
        auto pipe = *Pipe::make();
        const auto consumer =
            started(roles.takesOne(), std::tuple<Queue, Connection>(queue, pipe.second));
        EXPECT_TRUE(seen.insert(*pipe.first.recv<Numbered>()).second);
        consumer->kill(); // it has one; the next may have been about to
        consumer->join();
    }
    while (!queue.empty()) {
        EXPECT_TRUE(seen.insert(*queue.get<Numbered>()).second);
    }
    EXPECT_EQ(seen.size(), 100u);
}

TEST_F(ByHand, consumersKilledAtAnyMomentHoldNobodyUp)
{
    auto in = *Queue::make();
    auto out = *Queue::make();
    std::vector<std::unique_ptr<Process>> victims;
    for (int i = 0; i < 3; ++i) {
        victims.push_back(started(roles.consumes(), std::tuple<Queue, Queue>(in, out)));
    }
    const auto producer =
        started(roles.produces(), std::tuple<Queue, std::int64_t, std::int64_t>(in, 5, 2000));
    std::set<Numbered> seen = takeAll(out, 300); // they are at it
    for (const auto& victim : victims) {
        victim->kill();
    }
    for (const auto& victim : victims) {
        victim->join();
    }
    while (producer->isAlive() || !in.empty() || !out.empty()) {
        for (Queue* queue : {&in, &out}) {
            if (const auto message = queue->get<Numbered>(1ms)) {
                EXPECT_TRUE(seen.insert(*message).second);
            }
        }
    }
    EXPECT_GE(seen.size(), 2000u - victims.size()); // each had one at most
    EXPECT_EQ(producer->exitCode(), 0);
}

} // namespace
} // namespace poolscope
