// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Puts a frame together from bytes that come in any pieces. It trusts nothing that a head says:
// memory grows with what has arrived.

#include "core/transport/byte_stream.h"
#include "core/transport/transport.h"

#include <array>
#include <cstddef>
#include <string>

namespace poolscope {

inline constexpr std::uint32_t mostBuffers = 1 << 16; ///< beside one payload

class FrameReader final {
public:
    explicit FrameReader(std::uint64_t limit) : m_limit(limit) {}

    Progress read(ByteStream& stream, Frame& frame);
    bool hasAhead() const { return m_end != m_begin; }
    const std::string& fault() const { return m_fault; }

private:
    bool headIsWhole() const { return m_end - m_begin >= sizeof(FrameHead); }
    std::uint64_t missing(const Frame& frame) const { return m_bodySize - frame.bytes.size(); }
    Progress fill(ByteStream& stream);
    Progress takeHead(ByteStream& stream, Frame& frame);
    Progress takeBody(ByteStream& stream, Frame& frame);
    Progress takeBodyDirectly(ByteStream& stream, Frame& frame);
    void takeFromAhead(Frame& frame);
    bool accept(const FrameHead& head);
    Progress endOfFile(int error);
    Progress fail(std::string sentence);

    static constexpr std::size_t aheadSize = 16 * 1024;

    std::uint64_t m_limit;
    std::array<char, aheadSize> m_ahead{}; // what was read and not yet handed on
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_bodySize = 0; // of the frame whose head was read
    bool m_inBody = false;
    bool m_closed = false;
    std::string m_fault;
};

} // namespace poolscope
