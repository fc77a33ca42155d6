// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels.h"

#include <thread>

#include <fcntl.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(PipeChannel, carriesAFrameAsItIs)
{
    ChannelPair pair;
    FrameHead head = headOf("record", "payload");
    head.kind = FrameKind::Probe;
    head.serial = 77;
    ASSERT_EQ(pair.parent->send(head, "record", "payload"), Progress::Done);
    EXPECT_FALSE(pair.parent->sending());
    Frame frame;
    ASSERT_TRUE(pair.worker->waitReadable());
    ASSERT_TRUE(pair.worker->receiveAll(frame));
    EXPECT_EQ(frame.head.kind, FrameKind::Probe);
    EXPECT_EQ(frame.head.serial, 77u);
    EXPECT_EQ(frame.record(), "record");
    EXPECT_EQ(frame.payload(), "payload");
}

TEST(PipeChannel, saysAgainWhileNothingHasArrived)
{
    ChannelPair pair;
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

TEST(PipeChannel, receiveLeavesTheNextFrameForPollToSee)
{
    ChannelPair pair;
    ASSERT_TRUE(pair.worker->sendAll(headOf("", "one"), "", "one"));
    ASSERT_TRUE(pair.worker->sendAll(headOf("", "two"), "", "two"));
    Frame frame;
    ASSERT_EQ(pair.parent->receive(frame), Progress::Done);
    EXPECT_EQ(frame.payload(), "one");
    EXPECT_TRUE(pollSaysReadable(*pair.parent));
    ASSERT_EQ(pair.parent->receive(frame), Progress::Done);
    EXPECT_EQ(frame.payload(), "two");
    EXPECT_FALSE(pollSaysReadable(*pair.parent));
}

TEST(PipeChannel, waitReadableKnowsWhatWasReadAhead)
{
    ChannelPair pair;
    for (const char* word : {"one", "two", "six"}) {
        ASSERT_EQ(pair.parent->send(headOf("", word), "", word), Progress::Done);
    }
    Frame frame;
    for (const char* word : {"one", "two", "six"}) {
        ASSERT_TRUE(pair.worker->waitReadable());
        ASSERT_TRUE(pair.worker->receiveAll(frame));
        EXPECT_EQ(frame.payload(), word);
    }
}

TEST(PipeChannel, waitReadableIsFalseAtTheEndAndNotBefore)
{
    ChannelPair pair;
    ASSERT_EQ(pair.parent->send(headOf("", "last"), "", "last"), Progress::Done);
    pair.parent.reset();
    Frame frame;
    ASSERT_TRUE(pair.worker->waitReadable());
    ASSERT_TRUE(pair.worker->receiveAll(frame));
    EXPECT_EQ(frame.payload(), "last");
    EXPECT_FALSE(pair.worker->waitReadable());
    EXPECT_FALSE(pair.worker->receiveAll(frame));
    EXPECT_EQ(pair.worker->fault(), "");
}

TEST(PipeChannel, givesAgainWhenTheOtherEndIsFullAndGoesOnLater)
{
    ChannelPair pair;
    const std::string big = patternOf(5 << 20, 1);
    ASSERT_EQ(pair.parent->send(headOf("r", big), "r", big), Progress::Again);
    EXPECT_TRUE(pair.parent->sending());
    EXPECT_EQ(pair.parent->flush(), Progress::Again);
    Frame frame;
    std::jthread worker([&] { EXPECT_TRUE(pair.worker->receiveAll(frame)); });
    while (pair.parent->sending()) {
        waitUntil(*pair.parent, POLLOUT);
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
    EXPECT_EQ(pair.parent->send(headOf("", "x"), "", "x"), Progress::Closed); // and no SIGPIPE
    EXPECT_FALSE(pair.parent->sending());
    EXPECT_FALSE(pair.parent->sendAll(headOf("", "x"), "", "x"));
}

TEST(PipeChannel, stillGivesWhatADeadEndHadSent)
{
    ChannelPair pair;
    ASSERT_TRUE(pair.worker->sendAll(headOf("", "done"), "", "done"));
    ASSERT_EQ(pair.parent->send(headOf("", "more"), "", "more"), Progress::Done);
    pair.worker.reset(); // with "more" unread
    Frame frame;
    ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
    EXPECT_EQ(frame.payload(), "done");
    EXPECT_EQ(receiveFrame(*pair.parent, frame), Progress::Closed);
    EXPECT_EQ(pair.parent->fault(), "");
}

TEST(PipeChannel, reusesTheMemoryOfAFrame)
{
    ChannelPair pair;
    Frame frame;
    const std::string payload = patternOf(10'000, 3);
    ASSERT_TRUE(pair.worker->sendAll(headOf("", payload), "", payload));
    ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
    const char* memory = frame.bytes.data();
    ASSERT_TRUE(pair.worker->sendAll(headOf("", "short"), "", "short"));
    ASSERT_EQ(receiveFrame(*pair.parent, frame), Progress::Done);
    EXPECT_EQ(frame.bytes.data(), memory);
    EXPECT_EQ(frame.payload(), "short");
}

TEST(SocketPair, closesOnExec)
{
    const auto ends = makeSocketPair();
    ASSERT_TRUE(ends);
    EXPECT_EQ(::fcntl(ends->first.get(), F_GETFD), FD_CLOEXEC);
    EXPECT_EQ(::fcntl(ends->second.get(), F_GETFD), FD_CLOEXEC);
}

TEST(PipeChannel, makesItsEndNonBlocking)
{
    ChannelPair pair;
    EXPECT_NE(::fcntl(pair.parent->descriptor(), F_GETFL) & O_NONBLOCK, 0);
}

} // namespace
} // namespace poolscope
