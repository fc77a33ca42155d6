// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/prelude.h"

#include "core/pickle/opcode_scan.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t longestPrelude = 32 << 10; // in one frame, with what stands around it
constexpr std::size_t mostGlobals = 32;
constexpr std::uint32_t none = ~std::uint32_t{0};

/// Offsets of a message's opcodes without a frame's head, and its end.
std::vector<std::size_t> offsetsOf(std::string_view message)
{
    std::vector<std::size_t> offsets;
    OpcodeScan scan(message);
    ScannedOpcode opcode{};
    while (scan.offset() < message.size() && scan.next(opcode)) {
        if (!(opcode.is(Op::Frame) && offsets.size() == 1)) {
            offsets.push_back(opcode.offset);
        }
    }
    offsets.push_back(scan.offset());
    return offsets;
}

} // namespace

/// Goes over the opcodes once, and knows the last two texts in case they make a global.
class Prelude::Builder final {
public:
    explicit Builder(Prelude& prelude) : m_prelude(prelude) {}

    bool add(const ScannedOpcode& opcode)
    {
        switch (opcode.shape->op) {
        case Op::Memoize: return number(m_prelude.memoized());
        case Op::BinPut:
        case Op::LongBinPut: return number(littleEndian(opcode.argument));
        case Op::BinGet:
        case Op::LongBinGet: begin(opcode); return get(littleEndian(opcode.argument));
        case Op::ShortBinUnicode:
        case Op::BinUnicode: begin(opcode); return text(opcode.argument);
        case Op::StackGlobal: begin(opcode); return global();
        case Op::Frame:
        case Op::Put:
        case Op::Get:
        case Op::Stop: return false;
        default:
            begin(opcode);
            m_texts[0] = m_texts[1] = none;
            return true;
        }
    }

private:
    void begin(const ScannedOpcode& opcode) { m_last = static_cast<std::uint32_t>(opcode.offset); }
    bool number(std::uint64_t number)
    {
        const bool isNext = number == m_prelude.memoized();
        m_prelude.m_memo.push_back(m_last);
        return isNext;
    }
    void remember(std::size_t text)
    {
        m_texts[0] = std::exchange(m_texts[1], static_cast<std::uint32_t>(text));
    }
    bool text(std::string_view utf8)
    {
        remember(m_prelude.m_texts.size());
        m_prelude.m_texts.push_back({m_prelude.memoized(), utf8, false});
        return true;
    }
    bool get(std::uint64_t number)
    {
        const auto& texts = m_prelude.m_texts;
        const auto found = std::find_if(texts.begin(), texts.end(),
                                        [&](const Text& text) { return text.number == number; });
        remember(found == texts.end() ? none : static_cast<std::size_t>(found - texts.begin()));
        return number < m_prelude.memoized();
    }
    bool global()
    {
        if (m_texts[0] == none || m_texts[1] == none || m_prelude.m_globals.size() == mostGlobals) {
            return false;
        }
        Text& module = m_prelude.m_texts[m_texts[0]];
        Text& qualname = m_prelude.m_texts[m_texts[1]];
        module.isName = qualname.isName = true;
        m_prelude.m_globals.push_back({m_last, m_prelude.memoized(), module.utf8, qualname.utf8});
        m_texts[0] = m_texts[1] = none;
        return true;
    }

    Prelude& m_prelude;
    std::uint32_t m_last = 0;
    std::uint32_t m_texts[2] = {none, none}; // indices
};

std::unique_ptr<const Prelude> Prelude::of(std::string_view message, std::size_t before,
                                           std::size_t behind)
{
    const std::vector<std::size_t> offsets = offsetsOf(message);
    if (offsets.back() != message.size() || offsets.size() <= before + behind) {
        return nullptr;
    }
    const std::size_t first = offsets[before];
    const std::size_t size = offsets[offsets.size() - 1 - behind] - first;
    if (size > longestPrelude) {
        return nullptr;
    }
    std::unique_ptr<Prelude> prelude(new Prelude(message.substr(first, size)));
    Builder builder(*prelude);
    OpcodeScan scan(prelude->m_opcodes);
    ScannedOpcode opcode{};
    while (scan.offset() < size) {
        if (!scan.next(opcode) || !builder.add(opcode)) {
            return nullptr;
        }
    }
    return prelude;
}

Prelude::Name Prelude::find(std::string_view name) const
{
    Name found;
    for (const Text& text : m_texts) {
        if (text.utf8 == name && text.isName) {
            return {text.number, false};
        }
        found.isDoubtful = found.isDoubtful || text.utf8 == name;
    }
    return found;
}

const Prelude::Global* Prelude::findGlobal(std::string_view module, std::string_view qualname) const
{
    const auto found = std::find_if(m_globals.begin(), m_globals.end(), [&](const Global& global) {
        return global.module == module && global.qualname == qualname;
    });
    return found == m_globals.end() ? nullptr : &*found;
}

} // namespace poolscope
