// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/direct_reader.h"

#include "core/pickle/utf8.h"

namespace poolscope {

namespace {

constexpr std::size_t alwaysReadTwice = 4096;
constexpr std::size_t longestMessage = 0xffffffff; // offsets are kept in 32 bits

} // namespace

DirectReader::DirectReader(std::string_view message)
    : m_begin(message.data()),
      m_end(message.data() + message.size()),
      m_at(message.data()),
      m_limit(m_end),
      m_mostReadTwice(alwaysReadTwice + message.size() / 8)
{}

bool DirectReader::begin()
{
    std::uint64_t protocol = 0;
    return left() >= 2 && left() <= longestMessage && *m_at == static_cast<char>(Op::Proto) &&
           argument<1>(protocol) && protocol >= 2 && protocol <= 5;
}

bool DirectReader::prelude(const Prelude& prelude)
{
    const std::string_view opcodes = prelude.opcodes();
    next(); // into the frame, if one begins here
    if (m_memo.size() != 0 || left() < opcodes.size() ||
        std::memcmp(m_at, opcodes.data(), opcodes.size()) != 0) {
        return false;
    }
    const auto begin = static_cast<std::uint32_t>(m_at - m_begin);
    for (const std::uint32_t offset : prelude.memo()) {
        m_memo.push(begin + offset);
    }
    for (const auto& global : prelude.globals()) {
        m_globals.push({m_at + global.offset, global.module, global.qualname});
    }
    m_at += opcodes.size();
    return true;
}

// At the end of what may be read, or where a frame begins.
Op DirectReader::nextPastFrame()
{
    if (m_at == m_limit) {
        m_limit = m_end;
        m_inFrame = false;
    }
    if (m_at != m_limit && *m_at == static_cast<char>(Op::Frame)) {
        const char* const frame = m_at;
        std::uint64_t size = 0;
        if (m_inFrame || !argument<8>(size) || size == 0 || size > left()) {
            m_at = frame; // nobody gets past it
            return nothing;
        }
        m_limit = m_at + size;
        m_inFrame = true;
    }
    const bool isOpcode = m_at != m_limit && *m_at != static_cast<char>(Op::Frame);
    return isOpcode ? static_cast<Op>(*m_at) : nothing;
}

bool DirectReader::goBack(const Place& to)
{
    m_readTwice += static_cast<std::size_t>(m_at - to.at);
    if (m_readTwice > m_mostReadTwice) {
        return false;
    }
    m_at = to.at;
    m_limit = to.limit;
    m_inFrame = to.inFrame;
    m_depth = to.depth;
    m_memo.truncate(to.memo);
    return true;
}

bool DirectReader::largeInteger(std::string_view& twosComplement)
{
    return next() == Op::Long4 && payload<4>(twosComplement) && twosComplement.size() <= (1U << 26);
}

// A str that has been written before comes as a get.
bool DirectReader::anyText(std::string_view& utf8)
{
    const char* at = nullptr;
    return remembered(at) ? textAt(at, utf8) : newText(utf8);
}

bool DirectReader::newText(std::string_view& utf8)
{
    const Op op = next();
    const char* at = m_at;
    const bool here = op == Op::ShortBinUnicode ? payload<1>(utf8)
                      : op == Op::BinUnicode    ? payload<4>(utf8)
                                                : false;
    return here && isUtf8(utf8) && memoize(at);
}

// What the opcode there made was read once, and is known to be whole.
bool DirectReader::textAt(const char* at, std::string_view& utf8)
{
    std::uint32_t size = 0;
    switch (static_cast<Op>(*at)) {
    case Op::ShortBinUnicode: utf8 = {at + 2, static_cast<unsigned char>(at[1])}; return true;
    case Op::BinUnicode:
        std::memcpy(&size, at + 1, sizeof size);
        utf8 = {at + 5, size};
        return true;
    default: return false;
    }
}

bool DirectReader::bytes(std::string_view& bytes)
{
    const Op op = next();
    const char* at = m_at;
    const bool here = op == Op::ShortBinBytes ? payload<1>(bytes)
                      : op == Op::BinBytes    ? payload<4>(bytes)
                                              : false;
    return here && memoize(at);
}

bool DirectReader::memoizeByNumber(const char* at)
{
    std::uint64_t number = 0;
    switch (next()) {
    case Op::BinPut:
        if (!argument<1>(number)) {
            return false;
        }
        break;
    case Op::LongBinPut:
        if (!argument<4>(number)) {
            return false;
        }
        break;
    default: return true;
    }
    const bool isInOrder = number == m_memo.size();
    m_memo.push(static_cast<std::uint32_t>(at - m_begin));
    return isInOrder;
}

bool DirectReader::remembered(const char*& at)
{
    std::uint64_t number = 0;
    const Op op = next();
    const char* const before = m_at;
    const bool here = op == Op::BinGet       ? argument<1>(number)
                      : op == Op::LongBinGet ? argument<4>(number)
                                             : false;
    if (!here || number >= m_memo.size()) {
        m_at = before; // nobody gets past it
        return false;
    }
    at = m_begin + m_memo[static_cast<std::size_t>(number)];
    return true;
}

bool DirectReader::object(std::string_view module, std::string_view qualname)
{
    return global(module, qualname) && take(Op::EmptyTuple) && make(Op::NewObj);
}

bool DirectReader::global(std::string_view module, std::string_view qualname)
{
    Global found{};
    const char* at = nullptr;
    if (remembered(at)) {
        if (textAt(at, found.module)) { // of a global that has not been written yet
            return newGlobal(found) && found.module == module && found.qualname == qualname;
        }
        for (std::size_t i = 0; i < m_globals.size(); ++i) {
            if (m_globals[i].at == at) {
                return m_globals[i].module == module && m_globals[i].qualname == qualname;
            }
        }
        return false;
    }
    return newText(found.module) && newGlobal(found) && found.module == module &&
           found.qualname == qualname;
}

/// The name and the opcode that makes it.
bool DirectReader::newGlobal(Global& global)
{
    constexpr std::size_t most = 64; // they are looked for one by one
    if (!text(global.qualname) || next() != Op::StackGlobal || m_globals.size() == most) {
        return false;
    }
    global.at = m_at;
    m_globals.push(global);
    return make(Op::StackGlobal);
}

} // namespace poolscope
