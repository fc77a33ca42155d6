// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Walks over the opcodes of a message, one at a time, without a stack or a memo. For looking at
// pickles; the Reader has its own, faster way.

#include "core/pickle/opcode_shape.h"

namespace poolscope {

/// One opcode. What its argument means is not looked at yet.
struct ScannedOpcode {
    std::size_t offset;
    std::size_t size;
    const OpcodeShape* shape;
    /// Without the length before it and the line's end behind it; a pair keeps the one between.
    std::string_view argument;

    std::uint8_t code() const { return static_cast<std::uint8_t>(shape->op); }
    bool is(Op op) const { return shape->op == op; }
};

class OpcodeScan final {
public:
    explicit OpcodeScan(std::string_view message, std::size_t offset = 0)
        : m_message(message), m_at(offset)
    {}
    /// The next one; false where there is none, for the reason in error().
    bool next(ScannedOpcode& opcode);
    std::size_t offset() const { return m_at; } ///< where the next one begins
    /// In the words of pickletools: "not enough data in stream to read uint1".
    const std::string& error() const { return m_error; }

private:
    bool fail(std::string reason);
    bool fixed(std::size_t size, const char* name, std::string_view& bytes);
    bool counted(const OpcodeShape& shape, std::string_view& bytes);
    bool lengthOf(std::size_t width, const char* name, bool isSigned, std::size_t& length);
    bool lines(const OpcodeShape& shape, std::string_view& text);
    bool argumentOf(const OpcodeShape& shape, std::string_view& argument);

    std::string_view m_message;
    std::size_t m_at;
    std::string m_error;
};

/// An opcode that was scanned before, from where it lies: nothing is searched again.
ScannedOpcode scannedAt(std::string_view message, std::size_t offset, std::size_t size);
/// An unsigned little-endian number of up to 8 bytes.
std::uint64_t littleEndian(std::string_view bytes);

} // namespace poolscope
