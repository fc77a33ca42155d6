// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels.h"

#include <cstring>
#include <limits>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

std::string wire(const FrameHead& head, std::string_view body = {})
{
    std::string bytes(sizeof head, '\0');
    std::memcpy(bytes.data(), &head, sizeof head);
    return bytes.append(body);
}

/// What receive() says of a stream that ends after `bytes`.
struct Outcome {
    Progress progress;
    std::string fault;
    std::size_t capacity;
};

Outcome received(std::string_view bytes, std::uint64_t limit = frameLimit)
{
    HalfChannel half(limit);
    half.say(bytes.data(), bytes.size());
    half.raw.reset();
    Frame frame;
    const Progress progress = receiveFrame(*half.channel, frame);
    return {progress, half.channel->fault(), frame.bytes.capacity()};
}

TEST(BadFrame, cleanEndOfFileIsNoFault)
{
    const Outcome outcome = received({});
    EXPECT_EQ(outcome.progress, Progress::Closed);
    EXPECT_EQ(outcome.fault, "");
}

TEST(BadFrame, everyTruncatedHeadIsAFault)
{
    const std::string head = wire(FrameHead{});
    for (std::size_t size = 1; size < head.size(); ++size) {
        const Outcome outcome = received(head.substr(0, size));
        EXPECT_EQ(outcome.progress, Progress::Closed) << size;
        EXPECT_EQ(outcome.fault, "The channel ended in the middle of a frame.") << size;
    }
}

TEST(BadFrame, everyTruncatedBodyIsAFault)
{
    const std::string whole = wire(headOf("rec", "payload"), "recpayload");
    for (std::size_t size = sizeof(FrameHead); size < whole.size(); ++size) {
        const Outcome outcome = received(whole.substr(0, size));
        EXPECT_EQ(outcome.progress, Progress::Closed) << size;
        EXPECT_EQ(outcome.fault, "The channel ended in the middle of a frame.") << size;
    }
    EXPECT_EQ(received(whole).progress, Progress::Done);
}

TEST(BadFrame, anotherMagicNumberIsAFault)
{
    FrameHead head;
    head.magic = 0x80050000; // a bare pickle, say
    const Outcome outcome = received(wire(head));
    EXPECT_EQ(outcome.progress, Progress::Closed);
    EXPECT_EQ(outcome.fault,
              "What arrived is not a frame: it does not begin with the frame's magic number.");
}

TEST(BadFrame, anUnknownKindIsAFault)
{
    for (const std::uint32_t kind : {0u, 7u, 0xffffffffu}) {
        FrameHead head;
        head.kind = static_cast<FrameKind>(kind);
        const Outcome outcome = received(wire(head));
        EXPECT_EQ(outcome.progress, Progress::Closed);
        EXPECT_NE(outcome.fault.find(std::to_string(kind)), std::string::npos) << outcome.fault;
    }
}

TEST(BadFrame, moreThanTheLimitIsRefusedBeforeAnythingIsAllocated)
{
    FrameHead head;
    head.payloadSize = 1001;
    const Outcome outcome = received(wire(head), 1000);
    EXPECT_EQ(outcome.progress, Progress::Closed);
    EXPECT_NE(outcome.fault.find("1001 bytes"), std::string::npos) << outcome.fault;
    EXPECT_EQ(outcome.capacity, 0u);
}

TEST(BadFrame, recordAndPayloadCountTogetherAgainstTheLimit)
{
    FrameHead head;
    head.recordSize = 500;
    head.payloadSize = 501;
    EXPECT_NE(received(wire(head), 1000).fault.find("1000 that are allowed"), std::string::npos);
    head.payloadSize = std::numeric_limits<std::uint64_t>::max() - 100; // their sum would wrap
    EXPECT_NE(received(wire(head), 1000).fault.find("1000 that are allowed"), std::string::npos);
    head.recordSize = 1001;
    head.payloadSize = 0;
    EXPECT_NE(received(wire(head), 1000).fault.find("1000 that are allowed"), std::string::npos);
}

TEST(BadFrame, aHeadThatLiesAboutItsSizeAllocatesLittle)
{
    FrameHead head;
    head.payloadSize = frameLimit;
    const Outcome outcome = received(wire(head, std::string(1000, 'x')));
    EXPECT_EQ(outcome.progress, Progress::Closed);
    EXPECT_LE(outcome.capacity, std::size_t{2} << 20);
}

TEST(BadFrame, aClosedChannelStaysClosed)
{
    HalfChannel half;
    const std::string bad(sizeof(FrameHead), 'x');
    half.say(bad.data(), bad.size());
    Frame frame;
    EXPECT_EQ(receiveFrame(*half.channel, frame), Progress::Closed);
    const std::string good = wire(FrameHead{});
    half.say(good.data(), good.size());
    EXPECT_EQ(half.channel->receive(frame), Progress::Closed);
    EXPECT_FALSE(half.channel->receiveAll(frame));
}

TEST(BadFrame, theWorkersSideFindsThemToo)
{
    HalfChannel half;
    const std::string bad = wire(FrameHead{}).substr(0, 10);
    half.say(bad.data(), bad.size());
    half.raw.reset();
    Frame frame;
    EXPECT_TRUE(half.channel->waitReadable());
    EXPECT_FALSE(half.channel->receiveAll(frame));
    EXPECT_NE(half.channel->fault(), "");
}

} // namespace
} // namespace poolscope
