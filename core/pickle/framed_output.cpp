// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/framed_output.h"

#include <limits>

namespace poolscope {

namespace {

constexpr std::size_t frameTarget = 64 << 10;
constexpr std::size_t frameLeast = 4;
constexpr std::size_t headerSize = 9;
constexpr std::size_t spare = 32; // put() writes a few bytes past what it keeps

char* pastAllMemory()
{
    return reinterpret_cast<char*>(std::numeric_limits<std::uintptr_t>::max());
}

} // namespace

FramedOutput::FramedOutput(Buffer& out) : m_out(out), m_start(out.size())
{
    m_out.reserve(256);
    point(m_start);
}

// Sets the pointers anew, after the buffer has moved or a frame has begun or ended.
void FramedOutput::point(std::size_t written)
{
    m_out.extend(m_out.capacity() - m_out.size());
    m_next = m_out.data() + written;
    m_end = m_isFramed && !m_isOpen ? m_next : m_out.data() + m_out.size();
    m_boundary = m_isOpen ? m_out.data() + m_frame + headerSize + frameTarget : pastAllMemory();
}

void FramedOutput::startFraming()
{
    m_isFramed = true;
    point(written());
}

void FramedOutput::makeRoom(std::size_t count)
{
    const std::size_t have = written();
    m_out.truncate(have);
    m_out.reserve(count + headerSize + spare);
    point(have);
    if (m_isFramed && !m_isOpen) {
        openFrame();
    }
}

void FramedOutput::openFrame()
{
    m_frame = written();
    m_isOpen = true;
    point(m_frame + headerSize);
}

void FramedOutput::closeFrame()
{
    if (!m_isOpen) {
        return;
    }
    char* frame = m_out.data() + m_frame;
    const std::size_t length = written() - m_frame - headerSize;
    if (length >= frameLeast) {
        const std::uint64_t size = length;
        *frame = static_cast<char>(Op::Frame);
        std::memcpy(frame + 1, &size, sizeof size);
    } else {
        std::memmove(frame, frame + headerSize, length);
        m_next -= headerSize;
    }
    m_isOpen = false;
    point(written());
}

void FramedOutput::putPayload(Op op, std::size_t sizeBytes, std::string_view payload)
{
    const bool outside = m_isFramed && payload.size() >= frameTarget;
    if (outside) {
        closeFrame();
        m_isFramed = false;
        point(written());
    }
    put(op, payload.size(), sizeBytes);
    putBytes(payload);
    if (outside) {
        startFraming();
    }
}

void FramedOutput::finish()
{
    closeFrame();
    m_finished = true;
}

} // namespace poolscope
