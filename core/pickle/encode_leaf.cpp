// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/encoder.h"

#include "core/pickle/number_bytes.h"

#include <limits>

namespace poolscope {

namespace {

constexpr std::size_t longestIn32Bits = std::numeric_limits<std::uint32_t>::max();

} // namespace

// Numbers in a row and strs that came before, which is what most long lists and dicts are: the hot
// loop of writing. Returns where it has met something else, or `end`.
std::size_t Encoder::savePlain(const std::uint32_t* links, std::size_t at, std::size_t end)
{
    const Node* const nodes =
        m_nodes; // what is written may be any of our members, for all it knows
    bool isPlain = true;
    while (at < end && isPlain) {
        m_out.openWindow();
        char* next = m_out.next();
        char* const stop = m_out.stop();
        while (at < end && next < stop && isPlain) {
            const Node& node = nodes[links[at]];
            if (node.kind == Kind::Int) {
                next = putNumber(next, node.integer);
            } else if (node.kind == Kind::Float) {
                next = putNumber(next, node.real);
            } else {
                const std::uint32_t number =
                    node.kind == Kind::Str ? m_memo.find(links[at]) : WriteMemo::none;
                isPlain = number != WriteMemo::none;
                next = isPlain ? putGet(next, number) : next;
            }
            at += isPlain ? 1 : 0;
        }
        m_out.wrote(next);
    }
    return at;
}

bool Encoder::saveLeaf(std::uint32_t index)
{
    const Node& node = m_nodes[index];
    if (node.kind == Kind::Int || node.kind == Kind::Float) {
        return savePlain(&index, 0, 1) == 1;
    }
    m_out.boundary();
    switch (node.kind) {
    case Kind::None: m_out.put(Op::None); return true;
    case Kind::Bool: m_out.put(node.integer != 0 ? Op::NewTrue : Op::NewFalse); return true;
    case Kind::BigInt: saveBigInteger(node.text()); return true;
    default: return getSaved(index) || saveOther(index, node);
    }
}

bool Encoder::saveOther(std::uint32_t index, const Node& node)
{
    switch (node.kind) {
    case Kind::Str: saveText(index, node.text()); return true;
    case Kind::Bytes: saveBytes(index, node.text()); return true;
    case Kind::ByteArray: saveByteArray(index, node.text()); return true;
    case Kind::Global: saveGlobal(index, node); return true;
    case Kind::Extension: saveExtension(index, node); return true;
    case Kind::OutOfBand: saveOutOfBand(index, node); return true;
    case Kind::Python2Str: savePython2Str(index, node.text()); return true;
    case Kind::Tuple:
        if (node.size == 0) {
            m_out.put(Op::EmptyTuple);
        }
        return node.size == 0;
    default: return false;
    }
}

void Encoder::saveBigInteger(std::string_view twosComplement)
{
    if (twosComplement.size() < 256) {
        m_out.put(Op::Long1, twosComplement.size(), 1);
    } else if (twosComplement.size() <= std::numeric_limits<std::int32_t>::max()) {
        m_out.put(Op::Long4, twosComplement.size(), 4);
    } else {
        fail("OverflowError", "int too large to pickle");
        return;
    }
    m_out.putBytes(twosComplement);
}

void Encoder::saveText(std::uint32_t index, std::string_view utf8)
{
    if (utf8.size() < 256 && m_protocol >= 4) {
        m_out.put(Op::ShortBinUnicode, utf8.size(), 1);
        m_out.putBytes(utf8);
    } else if (utf8.size() <= longestIn32Bits) {
        m_out.putPayload(Op::BinUnicode, 4, utf8);
    } else if (m_protocol >= 4) {
        m_out.putPayload(Op::BinUnicode8, 8, utf8);
    } else {
        fail("OverflowError", "a str of 4 GiB or more needs protocol 4 or higher");
    }
    memoize(index);
}

void Encoder::saveBytes(std::uint32_t index, std::string_view bytes)
{
    if (m_protocol < 3) {
        lower();
    } else if (bytes.size() >= m_largeBytes) {
        m_beside->push_back(bytes);
        m_out.put(Op::NextBuffer);
        m_out.put(Op::ReadOnlyBuffer);
    } else if (bytes.size() < 256) {
        m_out.put(Op::ShortBinBytes, bytes.size(), 1);
        m_out.putBytes(bytes);
    } else if (bytes.size() <= longestIn32Bits) {
        m_out.putPayload(Op::BinBytes, 4, bytes);
    } else if (m_protocol >= 4) {
        m_out.putPayload(Op::BinBytes8, 8, bytes);
    } else {
        fail("OverflowError", "bytes of 4 GiB or more need protocol 4 or higher");
    }
    memoize(index);
}

void Encoder::saveByteArray(std::uint32_t index, std::string_view bytes)
{
    if (m_protocol < 5) {
        lower();
    }
    m_out.putPayload(Op::ByteArray8, 8, bytes);
    memoize(index);
}

void Encoder::memoize(std::uint32_t index)
{
    const std::uint32_t number = m_memo.add(index);
    if (m_protocol >= 4) {
        m_out.put(Op::Memoize);
    } else if (number < 256) {
        m_out.put(Op::BinPut, number, 1);
    } else {
        m_out.put(Op::LongBinPut, number, 4);
    }
}

bool Encoder::getSaved(std::uint32_t index)
{
    const std::uint32_t number = m_memo.find(index);
    if (number == WriteMemo::none) {
        return false;
    }
    if (number < 256) {
        m_out.put(Op::BinGet, number, 1);
    } else {
        m_out.put(Op::LongBinGet, number, 4);
    }
    return true;
}

} // namespace poolscope
