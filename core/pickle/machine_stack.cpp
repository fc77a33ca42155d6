// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// The stack of the symbolic machine, its memo, and what is put aside.
#include "core/pickle/machine.h"

#include <algorithm>
#include <charconv>

namespace poolscope {

bool Machine::push(Thing thing)
{
    const auto index = static_cast<std::uint32_t>(m_log.things.size());
    m_log.things.push_back(thing);
    m_log.cells.push_back({index, m_stack, m_log.cells[m_stack].depth + 1});
    m_stack = static_cast<std::uint32_t>(m_log.cells.size() - 1);
    m_log.opcodes[m_opcode].part = index;
    if (thing.symbol == Symbol::Mark) {
        m_marks.push_back(m_stack);
        return true;
    }
    if (m_takenMark != nothing) {
        m_log.opcodes[m_takenMark].part = index;
    }
    putAside(index);
    return true;
}

void Machine::putAside(std::uint32_t owner)
{
    for (const std::uint32_t opcode : m_asideOpcodes) {
        m_log.opcodes[opcode].part = owner;
    }
    m_asideOpcodes.clear();
    if (!m_aside.empty()) {
        change(ChangeKind::Aside, owner, m_aside);
        m_aside.clear();
    }
}

bool Machine::top(std::uint32_t& thing)
{
    if (m_stack == 0) {
        return fail("the stack is empty");
    }
    thing = m_log.cells[m_stack].thing;
    return m_log.things[thing].symbol != Symbol::Mark ||
           fail("a mark lies on the stack where a value is needed");
}

bool Machine::ownTop() { return top(m_log.opcodes[m_opcode].part); }

bool Machine::pop(std::uint32_t& thing)
{
    if (!top(thing)) {
        return false;
    }
    m_stack = m_log.cells[m_stack].below;
    return true;
}

bool Machine::take(std::size_t count)
{
    m_taken.resize(count);
    for (std::size_t i = count; i-- > 0;) {
        if (!pop(m_taken[i])) {
            return false;
        }
    }
    return true;
}

bool Machine::takeToMark()
{
    if (m_marks.empty()) {
        return fail("there is no mark on the stack");
    }
    const Cell mark = m_log.cells[m_marks.back()];
    m_taken.resize(m_log.cells[m_stack].depth - mark.depth);
    for (std::size_t i = m_taken.size(); i-- > 0; m_stack = m_log.cells[m_stack].below) {
        m_taken[i] = m_log.cells[m_stack].thing;
    }
    m_stack = mark.below;
    m_takenMark = m_log.things[mark.thing].opcode;
    m_marks.pop_back();
    return true;
}

bool Machine::discard()
{
    m_asideOpcodes.push_back(m_opcode);
    if (!m_marks.empty() && m_marks.back() == m_stack) {
        takeToMark();
        m_asideOpcodes.push_back(m_takenMark);
        return true;
    }
    std::uint32_t thing = nothing;
    if (!pop(thing)) {
        return false;
    }
    m_aside.push_back(thing);
    return true;
}

bool Machine::discardMarked()
{
    if (!takeToMark()) {
        return false;
    }
    m_asideOpcodes.insert(m_asideOpcodes.end(), {m_opcode, m_takenMark});
    m_aside.insert(m_aside.end(), m_taken.begin(), m_taken.end());
    return true;
}

bool Machine::duplicate()
{
    std::uint32_t thing = nothing;
    return top(thing) && pushReference(thing);
}

bool Machine::pushReference(std::uint32_t target)
{
    Thing reference{Symbol::Reference, m_opcode};
    reference.target = m_log.resolved(target);
    return push(reference);
}

bool Machine::memoNumber(const ScannedOpcode& opcode, std::uint64_t& number)
{
    const std::string_view text = opcode.argument;
    if (opcode.shape->form != ArgumentForm::IntLine) {
        number = littleEndian(text);
        return true;
    }
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = !text.empty() && read.ptr == text.data() + text.size();
    return (whole && read.ec == std::errc()) || fail("a memo number that is none");
}

bool Machine::put(std::uint64_t number)
{
    std::uint32_t thing = nothing;
    if (!top(thing)) {
        return false;
    }
    const auto index = static_cast<std::uint32_t>(m_log.puts.size());
    const auto [place, isNew] = m_memo.try_emplace(number, index);
    if (!isNew) {
        m_log.puts[place->second].replacedAt = m_opcode;
        place->second = index;
    }
    m_log.puts.push_back(
        {m_opcode, thing, number, nothing, static_cast<std::uint32_t>(m_memo.size())});
    m_log.opcodes[m_opcode].part = thing;
    return true;
}

bool Machine::get(std::uint64_t number)
{
    const auto found = m_memo.find(number);
    if (found == m_memo.end()) {
        return fail("nothing is in the memo as " + std::to_string(number));
    }
    return pushReference(m_log.puts[found->second].thing);
}

// What is not popped lies below the result; marks among it too.
bool Machine::stop()
{
    if (!pop(m_log.result)) {
        return false;
    }
    putAside(m_log.result);
    std::vector<std::uint32_t> left;
    for (std::uint32_t cell = m_stack; cell != 0; cell = m_log.cells[cell].below) {
        const std::uint32_t thing = m_log.cells[cell].thing;
        if (m_log.things[thing].symbol == Symbol::Mark) {
            m_log.opcodes[m_log.things[thing].opcode].part = m_log.result;
        } else {
            left.push_back(thing);
        }
    }
    if (!left.empty()) {
        change(ChangeKind::Left, m_log.result, left);
    }
    m_stopped = true;
    return true;
}

} // namespace poolscope
