// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of core/transport share: a channel whose other end is held raw, and frames.

#include "core/transport/transport.h"

#include <string>

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

struct ChannelPair {
    std::unique_ptr<Channel> parent;
    std::unique_ptr<Channel> worker;

    ChannelPair()
    {
        auto ends = makeSocketPair();
        parent = makePipeChannel(std::move(ends->first));
        worker = makePipeChannel(std::move(ends->second));
    }
};

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

inline void waitUntil(const Channel& channel, short events)
{
    pollfd entry{channel.descriptor(), events, 0};
    ::poll(&entry, 1, -1);
}

inline bool pollSaysReadable(const Channel& channel)
{
    pollfd entry{channel.descriptor(), POLLIN, 0};
    return ::poll(&entry, 1, 0) == 1;
}

/// receive() as the parent calls it, until it is Done or Closed.
inline Progress receiveFrame(Channel& channel, Frame& frame)
{
    Progress progress = channel.receive(frame);
    while (progress == Progress::Again) {
        waitUntil(channel, POLLIN);
        progress = channel.receive(frame);
    }
    return progress;
}

} // namespace poolscope
