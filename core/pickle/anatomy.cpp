// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/anatomy.h"

#include "core/pickle/part_tree.h"
#include "core/pickle/symbol_text.h"

#include <algorithm>

namespace poolscope {

struct Anatomy::Body {
    MachineLog log;
    std::vector<PicklePart> parts;
    std::size_t text; // limit
};

Result<Anatomy> Anatomy::of(std::string_view message, const AnatomyLimits& limits)
{
    Result<MachineLog> log = runMachine(message, limits);
    if (!log.ok()) {
        return log.error();
    }
    auto body = std::make_shared<Body>();
    body->log = std::move(log).value();
    body->parts = makeParts(body->log, limits);
    body->text = limits.text;
    return Anatomy(std::move(body));
}

const std::vector<OpcodeAt>& Anatomy::opcodes() const { return m_body->log.opcodes; }
const std::vector<PicklePart>& Anatomy::parts() const { return m_body->parts; }
int Anatomy::protocol() const { return m_body->log.protocol; }
std::size_t Anatomy::frames() const { return m_body->log.frames; }

std::size_t Anatomy::memoized() const
{
    return m_body->log.puts.empty() ? 0 : m_body->log.puts.back().known;
}

std::array<std::size_t, byteUseCount> Anatomy::bytesByUse() const
{
    std::array<std::size_t, byteUseCount> bytes{};
    for (const OpcodeAt& opcode : opcodes()) {
        bytes[static_cast<std::size_t>(opcode.use)] += opcode.size;
    }
    bytes[static_cast<std::size_t>(ByteUse::Framing)] +=
        m_body->log.message.size() - m_body->log.end;
    return bytes;
}

std::string Anatomy::argument(std::size_t opcode, std::size_t limit) const
{
    const ScannedOpcode scanned = m_body->log.scanned(static_cast<std::uint32_t>(opcode));
    return scanned.shape->form == ArgumentForm::None ? "" : briefArgument(scanned, limit);
}

MachineState Anatomy::before(std::size_t opcode, std::size_t limit) const
{
    const MachineLog& log = m_body->log;
    const auto moment = static_cast<std::uint32_t>(opcode);
    MachineState state;
    std::uint32_t cell = log.stackBefore[opcode];
    state.stackSize = log.cells[cell].depth;
    for (; cell != 0 && state.stack.size() < limit; cell = log.cells[cell].below) {
        state.stack.push_back(textAt(log, log.cells[cell].thing, moment, m_body->text));
    }
    const auto end = std::partition_point(log.puts.begin(), log.puts.end(),
                                          [&](const Put& put) { return put.opcode < moment; });
    state.memoSize = end == log.puts.begin() ? 0 : std::prev(end)->known;
    for (auto put = end; put != log.puts.begin() && state.memo.size() < limit;) {
        --put;
        if (put->replacedAt >= moment) {
            state.memo.emplace_back(put->number, textAt(log, put->thing, moment, m_body->text));
        }
    }
    std::sort(state.memo.begin(), state.memo.end());
    return state;
}

} // namespace poolscope
