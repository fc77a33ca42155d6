// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Where a pickle is written to: raw bytes in a buffer, cut into frames from protocol 4 on as
// CPython does it. A frame opens at the first byte, closes between two objects once it holds
// 64 KiB, and loses its header when it ends with less than 4 bytes.

#include "core/base/base.h"
#include "core/pickle/opcode.h"

#include <cstdint>

namespace poolscope {

class FramedOutput final {
public:
    /// Begins behind what `out` holds.
    explicit FramedOutput(Buffer& out);
    FramedOutput(const FramedOutput&) = delete;
    FramedOutput& operator=(const FramedOutput&) = delete;
    ~FramedOutput() { m_out.truncate(m_finished ? written() : m_start); }

    void startFraming();
    /// Between two objects.
    void boundary()
    {
        if (m_next >= m_boundary) [[unlikely]] {
            closeFrame();
        }
    }
    void put(Op op)
    {
        *room(1) = static_cast<char>(op);
        ++m_next;
    }
    /// An opcode and the low `bytes` bytes of its argument, little-endian.
    void put(Op op, std::uint64_t argument, std::size_t bytes)
    {
        char* place = room(1 + sizeof argument);
        *place = static_cast<char>(op);
        std::memcpy(place + 1, &argument, sizeof argument); // what is too much is written over
        m_next += 1 + bytes;
    }
    void putBytes(std::string_view bytes)
    {
        if (!bytes.empty()) {
            std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
            m_next += bytes.size();
        }
    }
    /// The same as the put()s of many small things, for a loop of its own: from next() on up to
    /// stop() nothing has to be looked at, and `slack` bytes lie behind stop(). Then wrote().
    void openWindow()
    {
        boundary();
        room(2 * slack);
    }
    /// The same for one thing: so many bytes from what is returned on.
    char* place(std::size_t count) { return room(count); }
    char* next() const { return m_next; }
    char* stop() const { return m_boundary < m_end - slack ? m_boundary : m_end - slack; }
    void wrote(char* next) { m_next = next; }
    static constexpr std::size_t slack = 16;

    /// A header made by put() and its payload, which from 64 KiB on stands outside all frames.
    void putPayload(Op op, std::size_t sizeBytes, std::string_view payload);
    /// Without it the destructor takes all back.
    void finish();

private:
    char* room(std::size_t count)
    {
        if (static_cast<std::size_t>(m_end - m_next) < count) [[unlikely]] {
            makeRoom(count);
        }
        return m_next;
    }
    std::size_t written() const { return static_cast<std::size_t>(m_next - m_out.data()); }
    void makeRoom(std::size_t count);
    void openFrame();
    void closeFrame();
    void point(std::size_t written);

    Buffer& m_out;
    const std::size_t m_start;
    char* m_next = nullptr;
    char* m_end = nullptr;      // m_next while a frame has to be opened first
    char* m_boundary = nullptr; // where the open frame has 64 KiB; past all memory without one
    std::size_t m_frame = 0;    // offset of the open frame's header
    bool m_isFramed = false;
    bool m_isOpen = false;
    bool m_finished = false;
};

} // namespace poolscope
