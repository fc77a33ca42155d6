// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels.h"

#include <thread>

#include <fcntl.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST_P(EveryChannel, carriesAFrameAsItIs)
{
    ChannelPair pair(GetParam());
    FrameHead head = headOf("record", "payload");
    head.kind = FrameKind::Probe;
    head.serial = 77;
    ASSERT_EQ(pair.parent->send(head, "record", "payload"), Progress::Done);
    ASSERT_EQ(pair.parent->flush(), Progress::Done);
    EXPECT_FALSE(pair.parent->sending());
    Frame frame;
    ASSERT_TRUE(pair.worker->waitReadable());
    ASSERT_TRUE(pair.worker->receiveAll(frame));
    EXPECT_EQ(frame.head.kind, FrameKind::Probe);
    EXPECT_EQ(frame.head.serial, 77u);
    EXPECT_EQ(frame.record(), "record");
    EXPECT_EQ(frame.payload(), "payload");
}

TEST_P(EveryChannel, saysAgainWhileNothingHasArrived)
{
    ChannelPair pair(GetParam());
    Frame frame;
    EXPECT_EQ(pair.parent->receive(frame), Progress::Again);
}

TEST(PipeChannel, putsAFrameTogetherFromSingleBytes)
{
    HalfChannel half;
    const FrameHead head = headOf("re", "pay");
    const std::string wire =
        std::string(reinterpret_cast<const char*>(&head), sizeof head) + "repay";
    Frame frame;
    for (std::size_t i = 0; i < wire.size(); ++i) {
        ASSERT_EQ(half.channel->receive(frame), Progress::Again) << i;
        half.say(&wire[i], 1);
    }
    ASSERT_EQ(half.channel->receive(frame), Progress::Done);
    EXPECT_EQ(frame.record(), "re");
    EXPECT_EQ(frame.payload(), "pay");
}

TEST_P(EveryChannel, manySmallFramesAreSeenAfterOneFlush)
{
    ChannelPair pair(GetParam());
    for (int i = 0; i < 100; ++i) {
        const std::string word = std::to_string(i);
        ASSERT_EQ(pair.parent->send(headOf("", word), "", word), Progress::Done);
    }
    ASSERT_EQ(pair.parent->flush(), Progress::Done);
    EXPECT_FALSE(pair.parent->sending());
    Frame frame;
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(pair.worker->waitReadable());
        ASSERT_TRUE(pair.worker->receiveAll(frame));
        EXPECT_EQ(frame.payload(), std::to_string(i));
    }
    EXPECT_FALSE(pair.worker->holdsBytes());
}

TEST_P(EveryChannel, aSleepingEndIsWokenByAFlushAlone)
{
    ChannelPair pair(GetParam());
    for (int round = 0; round < 1000; ++round) { // each end sleeps when the other speaks
        std::jthread worker([&] {
            Frame frame;
            ASSERT_TRUE(pair.worker->waitReadable() && pair.worker->receiveAll(frame));
            ASSERT_TRUE(pair.worker->sendAll(headOf("", "back"), "", "back"));
            ASSERT_TRUE(pair.worker->flushAll());
        });
        ASSERT_EQ(pair.parent->send(headOf("", "there"), "", "there"), Progress::Done);
        ASSERT_EQ(pair.parent->flush(), Progress::Done);
        Frame frame;
        ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
        ASSERT_EQ(frame.payload(), "back");
    }
}

TEST_P(EveryChannel, waitReadableKnowsWhatWasReadAhead)
{
    ChannelPair pair(GetParam());
    for (const char* word : {"one", "two", "six"}) {
        ASSERT_EQ(pair.parent->send(headOf("", word), "", word), Progress::Done);
    }
    ASSERT_EQ(pair.parent->flush(), Progress::Done);
    Frame frame;
    for (const char* word : {"one", "two", "six"}) {
        ASSERT_TRUE(pair.worker->waitReadable());
        ASSERT_TRUE(pair.worker->receiveAll(frame));
        EXPECT_EQ(frame.payload(), word);
    }
}

TEST_P(EveryChannel, waitReadableIsFalseAtTheEndAndNotBefore)
{
    ChannelPair pair(GetParam());
    ASSERT_EQ(pair.parent->send(headOf("", "last"), "", "last"), Progress::Done);
    ASSERT_EQ(pair.parent->flush(), Progress::Done);
    pair.parent.reset();
    Frame frame;
    ASSERT_TRUE(pair.worker->waitReadable());
    ASSERT_TRUE(pair.worker->receiveAll(frame));
    EXPECT_EQ(frame.payload(), "last");
    EXPECT_FALSE(pair.worker->waitReadable());
    EXPECT_FALSE(pair.worker->receiveAll(frame));
    EXPECT_EQ(pair.worker->fault(), "");
}

TEST_P(EveryChannel, givesAgainWhenTheOtherEndIsFullAndGoesOnLater)
{
    ChannelPair pair(GetParam());
    const std::string big = patternOf(5 << 20, 1);
    ASSERT_EQ(pair.parent->send(headOf("r", big), "r", big), Progress::Again);
    EXPECT_TRUE(pair.parent->sending());
    EXPECT_EQ(pair.parent->flush(), Progress::Again);
    Frame frame;
    std::jthread worker([&] { EXPECT_TRUE(pair.worker->receiveAll(frame)); });
    while (pair.parent->sending()) {
        waitForNews(*pair.parent);
        ASSERT_NE(pair.parent->flush(), Progress::Closed);
    }
    worker.join();
    EXPECT_EQ(frame.record(), "r");
    EXPECT_TRUE(frame.payload() == big);
}

TEST(PipeChannel, saysClosedToWhoSendsToNobody)
{
    ChannelPair pair;
    pair.worker.reset();
    pair.parent->send(headOf("", "x"), "", "x");
    EXPECT_EQ(pair.parent->flush(), Progress::Closed); // and no SIGPIPE
    EXPECT_FALSE(pair.parent->sending());
    EXPECT_FALSE(pair.parent->sendAll(headOf("", "x"), "", "x") && pair.parent->flushAll());
}

TEST_P(EveryChannel, aSenderWhoWaitsForRoomHearsOfTheEnd)
{
    ChannelPair pair(GetParam());
    const std::string big = patternOf(5 << 20, 1);
    ASSERT_EQ(pair.parent->send(headOf("", big), "", big), Progress::Again);
    std::jthread worker([&] { pair.worker.reset(); });
    Frame frame;
    EXPECT_EQ(receiveFrame(*pair.parent, frame), Progress::Closed);
}

TEST_P(EveryChannel, stillGivesWhatADeadEndHadSent)
{
    ChannelPair pair(GetParam());
    ASSERT_TRUE(pair.worker->sendAll(headOf("", "done"), "", "done"));
    ASSERT_TRUE(pair.worker->flushAll());
    ASSERT_EQ(pair.parent->send(headOf("", "more"), "", "more"), Progress::Done);
    ASSERT_EQ(pair.parent->flush(), Progress::Done);
    pair.worker.reset(); // with "more" unread
    Frame frame;
    ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
    EXPECT_EQ(frame.payload(), "done");
    EXPECT_EQ(receiveFrame(*pair.parent, frame), Progress::Closed);
    EXPECT_EQ(pair.parent->fault(), "");
}

TEST_P(EveryChannel, reusesTheMemoryOfAFrame)
{
    ChannelPair pair(GetParam());
    Frame frame;
    const std::string payload = patternOf(10'000, 3);
    ASSERT_TRUE(pair.worker->sendAll(headOf("", payload), "", payload));
    ASSERT_TRUE(pair.worker->flushAll());
    ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
    const char* memory = frame.bytes.data();
    ASSERT_TRUE(pair.worker->sendAll(headOf("", "short"), "", "short"));
    ASSERT_TRUE(pair.worker->flushAll());
    ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
    EXPECT_EQ(frame.bytes.data(), memory);
    EXPECT_EQ(frame.payload(), "short");
}

INSTANTIATE_TEST_SUITE_P(Transports, EveryChannel,
                         testing::Values(Transport::Pipe, Transport::Ring), nameOfTransport);

TEST(SocketPair, closesOnExec)
{
    const auto ends = makeSocketPair();
    ASSERT_TRUE(ends);
    EXPECT_EQ(::fcntl(ends->first.get(), F_GETFD), FD_CLOEXEC);
    EXPECT_EQ(::fcntl(ends->second.get(), F_GETFD), FD_CLOEXEC);
}

TEST_P(EveryChannel, makesItsEndNonBlocking)
{
    ChannelPair pair(GetParam());
    EXPECT_NE(::fcntl(pair.parent->descriptor(), F_GETFL) & O_NONBLOCK, 0);
}

} // namespace
} // namespace poolscope
