// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Puts a frame together from bytes that come in any pieces. It trusts nothing that a head says:
// memory grows with what has arrived.

#include "core/transport/transport.h"

#include <array>
#include <cstddef>
#include <string>

namespace poolscope {

class FrameReader final {
public:
    /// How far recv may reach: to the end of this frame, or on into the next (one call less a
    /// frame; but then poll cannot see what was taken ahead, ask hasAhead()).
    enum class Reach : std::uint8_t { Frame, Ahead };

    explicit FrameReader(std::uint64_t limit) : m_limit(limit) {}

    Progress read(int fd, Frame& frame, Reach reach);
    bool hasAhead() const { return m_end != m_begin; }
    const std::string& fault() const { return m_fault; }

private:
    bool headIsWhole() const { return m_end - m_begin >= sizeof(FrameHead); }
    std::uint64_t missing(const Frame& frame) const { return m_bodySize - frame.bytes.size(); }
    Progress fill(int fd, std::size_t atMost);
    Progress takeHead(int fd, Frame& frame, Reach reach);
    Progress takeBody(int fd, Frame& frame, Reach reach);
    Progress takeBodyDirectly(int fd, Frame& frame);
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
