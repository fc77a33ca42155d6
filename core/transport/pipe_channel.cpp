// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/transport/frame_reader.h"
#include "core/transport/socket.h"
#include "core/transport/transport.h"

#include <array>
#include <cassert>

#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>

namespace poolscope {

namespace {

/// A view as sendmsg wants it, which does not write but has no const.
iovec partOf(const void* data, std::size_t size) { return {const_cast<void*>(data), size}; }

class PipeChannel final : public Channel {
public:
    PipeChannel(Descriptor end, std::uint64_t limit) : m_end(std::move(end)), m_reader(limit) {}

    int descriptor() const override { return m_end.get(); }

    Progress send(const FrameHead& head, std::string_view record, std::string_view payload) override
    {
        assert(!sending());
        assert(head.recordSize == record.size() && head.payloadSize == payload.size());
        m_head = head;
        m_parts = {partOf(&m_head, sizeof m_head), partOf(record.data(), record.size()),
                   partOf(payload.data(), payload.size())};
        m_next = 0;
        return flush();
    }

    Progress flush() override
    {
        while (sending()) {
            const Moved moved = giveBytes(m_end.get(), &m_parts[m_next], m_parts.size() - m_next);
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

    bool sending() const override { return m_next < m_parts.size(); }

    Progress receive(Frame& frame) override
    {
        return m_reader.read(m_end.get(), frame, FrameReader::Reach::Frame);
    }

    const std::string& fault() const override { return m_reader.fault(); }

    bool waitReadable() override
    {
        if (m_reader.hasAhead()) {
            return true;
        }
        const short seen = waitFor(m_end.get(), POLLIN | POLLRDHUP);
        // The other end may have gone after it sent its last frame: that one is still to be read.
        return seen == POLLIN || holdsBytes(m_end.get());
    }

    bool receiveAll(Frame& frame) override
    {
        for (;;) {
            const Progress progress = m_reader.read(m_end.get(), frame, FrameReader::Reach::Ahead);
            if (progress != Progress::Again) {
                return progress == Progress::Done;
            }
            waitFor(m_end.get(), POLLIN);
        }
    }

    bool sendAll(const FrameHead& head, std::string_view record, std::string_view payload) override
    {
        Progress progress = send(head, record, payload);
        while (progress == Progress::Again) {
            waitFor(m_end.get(), POLLOUT);
            progress = flush();
        }
        return progress == Progress::Done;
    }

private:
    /// Past what was given, and past parts without bytes.
    void skip(std::size_t bytes)
    {
        while (sending() && bytes >= m_parts[m_next].iov_len) {
            bytes -= m_parts[m_next++].iov_len;
        }
        if (sending()) {
            iovec& part = m_parts[m_next];
            part = partOf(static_cast<const char*>(part.iov_base) + bytes, part.iov_len - bytes);
        }
    }

    Descriptor m_end;
    FrameReader m_reader;
    FrameHead m_head;
    std::array<iovec, 3> m_parts{};
    std::size_t m_next = 3; // the first part with bytes to give; 3 when nothing is being sent
};

} // namespace

std::unique_ptr<Channel> makePipeChannel(Descriptor end, std::uint64_t limit)
{
    ::fcntl(end.get(), F_SETFL, ::fcntl(end.get(), F_GETFL) | O_NONBLOCK);
    return std::make_unique<PipeChannel>(std::move(end), limit);
}

} // namespace poolscope
