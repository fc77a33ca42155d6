// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/transport/frame_reader.h"

#include <algorithm>
#include <cstring>
#include <system_error>

namespace poolscope {

namespace {

/// The least by which a body's memory grows, and the most that a head alone can make us allocate.
constexpr std::uint64_t growth = 1 << 20;
/// Below this much free room a recv would be too small to be worth its call.
constexpr std::size_t worthwhile = 64 * 1024;

bool isKind(FrameKind kind) { return kind >= FrameKind::Ready && kind <= FrameKind::Probe; }

} // namespace

Progress FrameReader::read(ByteStream& stream, Frame& frame)
{
    if (m_closed) {
        return Progress::Closed;
    }
    if (!m_inBody) {
        const Progress head = takeHead(stream, frame);
        if (head != Progress::Done) {
            return head;
        }
    }
    const Progress body = takeBody(stream, frame);
    m_inBody = body == Progress::Again;
    return body;
}

Progress FrameReader::takeHead(ByteStream& stream, Frame& frame)
{
    while (!headIsWhole()) {
        const Progress filled = fill(stream);
        if (filled != Progress::Done) {
            return filled;
        }
    }
    FrameHead head;
    std::memcpy(&head, m_ahead.data() + m_begin, sizeof head);
    m_begin += sizeof head;
    if (!accept(head)) {
        return Progress::Closed;
    }
    frame.head = head;
    frame.bytes.clear();
    frame.beside = {};
    m_bodySize = head.skip() + head.payloadSize;
    m_inBody = true;
    return Progress::Done;
}

Progress FrameReader::takeBody(ByteStream& stream, Frame& frame)
{
    takeFromAhead(frame);
    while (missing(frame) > 0) {
        Progress step = Progress::Done;
        if (missing(frame) < aheadSize) {
            step = fill(stream);
            takeFromAhead(frame);
        } else {
            step = takeBodyDirectly(stream, frame);
        }
        if (step != Progress::Done) {
            return step;
        }
    }
    return Progress::Done;
}

Progress FrameReader::takeBodyDirectly(ByteStream& stream, Frame& frame)
{
    Buffer& bytes = frame.bytes;
    const std::uint64_t left = missing(frame);
    if (bytes.capacity() - bytes.size() < std::min<std::uint64_t>(left, worthwhile)) {
        bytes.reserve(std::min<std::uint64_t>(left, std::max<std::uint64_t>(growth, bytes.size())));
    }
    const std::size_t before = bytes.size();
    const std::size_t room = std::min<std::uint64_t>(left, bytes.capacity() - before);
    const Moved moved = stream.take(bytes.extend(room), room);
    bytes.truncate(before + moved.bytes);
    switch (moved.state) {
    case Moved::State::Some: return Progress::Done;
    case Moved::State::Again: return Progress::Again;
    case Moved::State::End: break;
    }
    return endOfFile(moved.error);
}

void FrameReader::takeFromAhead(Frame& frame)
{
    const std::size_t count = std::min<std::uint64_t>(m_end - m_begin, missing(frame));
    frame.bytes.append(m_ahead.data() + m_begin, count);
    m_begin += count;
}

Progress FrameReader::fill(ByteStream& stream)
{
    std::memmove(m_ahead.data(), m_ahead.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    const Moved moved = stream.take(m_ahead.data() + m_end, aheadSize - m_end);
    m_end += moved.bytes;
    switch (moved.state) {
    case Moved::State::Some: return Progress::Done;
    case Moved::State::Again: return Progress::Again;
    case Moved::State::End: break;
    }
    return endOfFile(moved.error);
}

bool FrameReader::accept(const FrameHead& head)
{
    if (head.magic != FrameHead::magicNumber) {
        fail("What arrived is not a frame: it does not begin with the frame's magic number.");
    } else if (!isKind(head.kind)) {
        fail("What arrived is not a frame that is known here: its kind is " +
             std::to_string(static_cast<std::uint32_t>(head.kind)) + ".");
    } else if (head.buffers > mostBuffers) {
        fail("A frame announces " + std::to_string(head.buffers) + " buffers, more than the " +
             std::to_string(mostBuffers) + " that are allowed.");
    } else if (head.recordSize > m_limit || head.payloadSize > m_limit - head.recordSize) {
        fail("A frame announces " + std::to_string(head.payloadSize) + " bytes and a record of " +
             std::to_string(head.recordSize) + ", more than the " + std::to_string(m_limit) +
             " that are allowed.");
    }
    return !m_closed;
}

Progress FrameReader::endOfFile(int error)
{
    if (error != 0) {
        return fail("The channel broke: " + std::generic_category().message(error) + ".");
    }
    if (m_inBody || hasAhead()) {
        return fail("The channel ended in the middle of a frame.");
    }
    m_closed = true;
    return Progress::Closed;
}

Progress FrameReader::fail(std::string sentence)
{
    m_fault = std::move(sentence);
    m_closed = true;
    return Progress::Closed;
}

} // namespace poolscope
