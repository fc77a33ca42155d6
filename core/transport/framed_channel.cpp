// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Frames over any stream of bytes: what a Channel is.

#include "core/transport/frame_reader.h"
#include "core/transport/segments.h"
#include "core/transport/transport.h"

#include <array>
#include <cassert>
#include <cstring>

#include <sys/uio.h>

namespace poolscope {

namespace {

/// A view as sendmsg wants it, which does not write but has no const.
iovec partOf(const void* data, std::size_t size) { return {const_cast<void*>(data), size}; }

class FramedChannel final : public Channel {
public:
    FramedChannel(std::unique_ptr<ByteStream> stream, std::uint64_t limit)
        : m_stream(std::move(stream)), m_reader(limit)
    {}

    int descriptor() const override { return m_stream->descriptor(); }

    bool carriesBuffers() const override { return m_stream->carriesDescriptors(); }

    bool place(std::span<const std::string_view> buffers) override
    {
        if (!carriesBuffers() || buffers.size() > mostBuffers) {
            return false;
        }
        auto placed = m_segmentsOut.place(buffers);
        if (!placed) {
            return false;
        }
        if (placed->fresh && !m_stream->giveDescriptor(placed->fresh->descriptor())) {
            m_segmentsOut.takeBack(*placed);
            return false;
        }
        m_segmentsOut.letGo(*placed);
        m_slot = placed->slot;
        m_places = std::move(placed->places);
        return true;
    }

    Progress send(const FrameHead& head, std::string_view record, std::string_view payload) override
    {
        assert(m_next == m_parts.size());
        assert(head.recordSize == record.size() && head.payloadSize == payload.size());
        m_head = head;
        m_head.segment = m_places.empty() ? 0 : m_slot + 1;
        m_head.buffers = static_cast<std::uint32_t>(m_places.size());
        m_told.swap(m_places);
        m_places.clear();
        m_parts = {partOf(&m_head, sizeof m_head), partOf(record.data(), record.size()),
                   partOf(m_told.data(), m_told.size() * sizeof(BufferPlace)),
                   partOf(payload.data(), payload.size())};
        m_next = 0;
        return give();
    }

    Progress flush() override
    {
        const Progress given = give();
        if (given == Progress::Closed) {
            return given;
        }
        const Moved::State announced = m_stream->announce();
        m_isHeldUp = announced == Moved::State::Again;
        return announced == Moved::State::End ? Progress::Closed
               : m_isHeldUp                   ? Progress::Again
                                              : given;
    }

    bool sending() const override { return m_next < m_parts.size() || m_isHeldUp; }
    bool sentIsSafe() const override { return m_stream->givenIsSafe(); }
    bool linger() override { return holdsBytes() || m_stream->linger(); }
    bool mayWait() override { return m_stream->mayWait(sending()); }
    short events() const override { return m_stream->events(sending()); }

    Progress receive(Frame& frame) override
    {
        const Progress progress =
            m_fault.empty() ? m_reader.read(*m_stream, frame) : Progress::Closed;
        if (progress == Progress::Done && frame.head.buffers != 0 && !lookBeside(frame)) {
            m_fault = "A frame tells of buffers that are not there.";
            return Progress::Closed;
        }
        return progress;
    }
    bool holdsBytes() override { return m_reader.hasAhead() || m_stream->holdsBytes(); }
    const std::string& fault() const override
    {
        return m_fault.empty() ? m_reader.fault() : m_fault;
    }

    bool waitReadable() override
    {
        return holdsBytes() || (flushAll() && m_stream->waitForBytes());
    }

    bool receiveAll(Frame& frame) override
    {
        for (;;) {
            const Progress progress = receive(frame);
            if (progress != Progress::Again) {
                return progress == Progress::Done;
            }
            if (!flushAll() || !m_stream->waitForBytes()) {
                receive(frame); // what it says of the end is our fault()
                return false;
            }
        }
    }

    bool sendAll(const FrameHead& head, std::string_view record, std::string_view payload) override
    {
        const Progress progress = send(head, record, payload);
        return progress == Progress::Done || (progress == Progress::Again && flushAll());
    }

    bool flushAll() override
    {
        Progress progress = flush();
        while (progress == Progress::Again) {
            m_stream->waitForRoom();
            progress = flush();
        }
        return progress == Progress::Done;
    }

private:
    /// The segment itself is on its way before a frame tells of it.
    bool lookBeside(Frame& frame)
    {
        while (auto segment = m_stream->takeDescriptor()) {
            m_segmentsIn.adopt(std::move(*segment));
        }
        std::vector<BufferPlace> places(frame.head.buffers);
        std::memcpy(places.data(), frame.bytes.data() + frame.head.recordSize,
                    places.size() * sizeof(BufferPlace));
        return frame.head.segment != 0 &&
               m_segmentsIn.hold(frame.head.segment - 1, places, frame.beside);
    }

    Progress give()
    {
        while (m_next < m_parts.size()) {
            const Moved moved = m_stream->give(&m_parts[m_next], m_parts.size() - m_next);
            if (moved.state == Moved::State::Again) {
                return Progress::Again;
            }
            if (moved.state == Moved::State::End) {
                m_next = m_parts.size();
                return Progress::Closed;
            }
            skip(moved.bytes);
        }
        return Progress::Done;
    }

    /// Past what was given, and past parts without bytes.
    void skip(std::size_t bytes)
    {
        while (m_next < m_parts.size() && bytes >= m_parts[m_next].iov_len) {
            bytes -= m_parts[m_next++].iov_len;
        }
        if (m_next < m_parts.size()) {
            iovec& part = m_parts[m_next];
            part = partOf(static_cast<const char*>(part.iov_base) + bytes, part.iov_len - bytes);
        }
    }

    const std::unique_ptr<ByteStream> m_stream;
    FrameReader m_reader;
    std::string m_fault; // of what its reader knows nothing of
    SegmentsOut m_segmentsOut;
    SegmentsIn m_segmentsIn;
    std::uint32_t m_slot = 0;          // of m_places
    std::vector<BufferPlace> m_places; // of buffers that go with the next frame
    std::vector<BufferPlace> m_told;   // with the one that is being sent
    FrameHead m_head;
    std::array<iovec, 4> m_parts{};
    std::size_t m_next = 4;  // the first part with bytes to give; 4 when nothing is being sent
    bool m_isHeldUp = false; // what was given is not yet on its way
};

} // namespace

const char* nameOf(Transport transport) { return transport == Transport::Ring ? "ring" : "pipe"; }

std::optional<Transport> transportNamed(std::string_view name)
{
    for (const Transport transport : {Transport::Pipe, Transport::Ring}) {
        if (name == nameOf(transport)) {
            return transport;
        }
    }
    return {};
}

std::uint64_t FrameBuffers::size() const
{
    std::uint64_t bytes = 0;
    for (const std::string_view view : views) {
        bytes += view.size();
    }
    return bytes;
}

std::unique_ptr<Channel> makePipeChannel(Descriptor end, std::uint64_t limit)
{
    return std::make_unique<FramedChannel>(makeSocketStream(std::move(end)), limit);
}

std::unique_ptr<Channel> makeRingChannel(Descriptor socket, std::shared_ptr<void> memory,
                                         RingSide side, std::uint64_t limit)
{
    return std::make_unique<FramedChannel>(
        makeRingStream(std::move(socket), std::move(memory), side), limit);
}

} // namespace poolscope
