// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of core/transport share: a channel whose other end is held raw, and frames.

#include "core/transport/transport.h"

#include <new>
#include <string>

#include <gtest/gtest.h>

#include <poll.h>
#include <unistd.h>

namespace poolscope {

/// A channel and, at its other end, a bare descriptor that can say anything.
struct HalfChannel {
    std::unique_ptr<Channel> channel;
    Descriptor raw;

    explicit HalfChannel(std::uint64_t limit = frameLimit)
    {
        auto ends = makeSocketPair();
        raw = std::move(ends->second);
        channel = makePipeChannel(std::move(ends->first), limit);
    }

    void say(const void* bytes, std::size_t count)
    {
        if (count != 0 && ::write(raw.get(), bytes, count) != static_cast<ssize_t>(count)) {
            raw.reset();
        }
    }
};

/// Memory that both ends of a ring channel see, as mapped memory is aligned.
inline std::shared_ptr<void> ringMemory()
{
    return {::operator new(ringMemorySize(), std::align_val_t(64)),
            [](void* memory) { ::operator delete(memory, std::align_val_t(64)); }};
}

struct ChannelPair {
    std::unique_ptr<Channel> parent;
    std::unique_ptr<Channel> worker;

    explicit ChannelPair(Transport transport = Transport::Pipe)
    {
        auto ends = makeSocketPair();
        if (transport == Transport::Pipe) {
            parent = makePipeChannel(std::move(ends->first));
            worker = makePipeChannel(std::move(ends->second));
            return;
        }
        const auto memory = ringMemory();
        parent = makeRingChannel(std::move(ends->first), memory, RingSide::Parent);
        worker = makeRingChannel(std::move(ends->second), memory, RingSide::Worker);
    }
};

/// For tests that hold whatever the frames travel on.
class EveryChannel : public testing::TestWithParam<Transport> {};

inline std::string nameOfTransport(const testing::TestParamInfo<Transport>& info)
{
    return info.param == Transport::Pipe ? "pipe" : "ring";
}

inline FrameHead headOf(std::string_view record, std::string_view payload)
{
    FrameHead head;
    head.recordSize = static_cast<std::uint32_t>(record.size());
    head.payloadSize = payload.size();
    return head;
}

/// Bytes that differ from place to place, so that a shift or a gap is seen.
inline std::string patternOf(std::size_t size, unsigned seed)
{
    std::string bytes(size, '\0');
    for (char& byte : bytes) {
        seed = seed * 1664525 + 1013904223;
        byte = static_cast<char>(seed >> 24);
    }
    return bytes;
}

/// As a parent waits: for bytes, and for room where it is sending.
inline void waitForNews(Channel& channel)
{
    if (channel.mayWait()) {
        pollfd entry{channel.descriptor(), channel.events(), 0};
        ::poll(&entry, 1, -1);
    }
}

/// receive() as the parent calls it, until it is Done or Closed.
inline Progress receiveFrame(Channel& channel, Frame& frame)
{
    Progress progress = channel.receive(frame);
    while (progress == Progress::Again) {
        waitForNews(channel);
        progress = channel.receive(frame);
    }
    return progress;
}

} // namespace poolscope
