// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// What the symbolic machine makes of what lies on its stack.
#include "core/pickle/machine.h"
#include "core/pickle/symbol_text.h"

namespace poolscope {

std::uint32_t Machine::keep(std::span<const std::uint32_t> things)
{
    const auto first = static_cast<std::uint32_t>(m_log.links.size());
    m_log.links.insert(m_log.links.end(), things.begin(), things.end());
    return first;
}

bool Machine::pushMadeOf(Symbol symbol, std::size_t count)
{
    if (!take(count)) {
        return false;
    }
    Thing thing{symbol, m_opcode};
    thing.first = keep(m_taken);
    thing.count = static_cast<std::uint32_t>(count);
    return push(thing);
}

bool Machine::pushMarked(Symbol symbol)
{
    if (!takeToMark()) {
        return false;
    }
    if (symbol == Symbol::Dict && m_taken.size() % 2 != 0) {
        return fail("a key without an item");
    }
    Thing thing{symbol, m_opcode};
    thing.first = keep(m_taken);
    thing.count = static_cast<std::uint32_t>(m_taken.size());
    return push(thing);
}

bool Machine::markedObject()
{
    return pushMarked(Symbol::Instance) &&
           (!m_taken.empty() || fail("there is no class behind the mark"));
}

void Machine::addChange(const Change& change, std::uint32_t index)
{
    Thing& thing = m_log.things[index];
    const auto number = static_cast<std::uint32_t>(m_log.changes.size());
    m_log.changes.push_back(change);
    (thing.lastChange == nothing ? thing.firstChange : m_log.changes[thing.lastChange].next) =
        number;
    thing.lastChange = number;
    thing.items += change.kind == ChangeKind::Items ? change.count : 0;
    thing.pairs += change.kind == ChangeKind::Pairs ? change.count : 0;
}

void Machine::change(ChangeKind kind, std::uint32_t thing, std::span<const std::uint32_t> added)
{
    Change change{kind, false, m_opcode, keep(added), static_cast<std::uint32_t>(added.size())};
    addChange(change, thing);
    const bool isContent = kind != ChangeKind::Aside && kind != ChangeKind::Left;
    if (isContent && m_log.resolved(thing) != thing) {
        change.elsewhere = true;
        addChange(change, m_log.resolved(thing));
    }
}

bool Machine::extend(bool pairs)
{
    std::uint32_t container = nothing;
    if (pairs && m_taken.size() % 2 != 0) {
        return fail("a key without an item");
    }
    if (!top(container)) {
        return false;
    }
    m_log.opcodes[m_opcode].part = container;
    if (m_takenMark != nothing) {
        m_log.opcodes[m_takenMark].part = container;
    }
    if (!m_taken.empty()) {
        change(pairs ? ChangeKind::Pairs : ChangeKind::Items, container, m_taken);
    }
    return true;
}

bool Machine::append(std::size_t count) { return take(count) && extend(count == 2); }

bool Machine::appendMarked(bool pairs) { return takeToMark() && extend(pairs); }

void Machine::makeName(std::uint32_t thing)
{
    const Thing& name = m_log.things[thing];
    OpcodeAt& opcode = m_log.opcodes[name.opcode];
    if (name.symbol == Symbol::Atom && opcode.use == ByteUse::Values) {
        opcode.use = ByteUse::Names;
    }
}

bool Machine::stackGlobal()
{
    if (!pushMadeOf(Symbol::Global, 2)) {
        return false;
    }
    for (const std::uint32_t name : m_taken) {
        makeName(name);
        const Thing& made = m_log.things[m_log.resolved(name)];
        const StackKind kind = shapeOf(m_log.opcodes[made.opcode].code)->pushed;
        const bool isText = kind == StackKind::Str || kind == StackKind::BytesOrStr;
        if (made.symbol != Symbol::Atom || !isText) {
            return fail("a module and a name are needed, each a str");
        }
    }
    return true;
}

bool Machine::call()
{
    if (!pushMadeOf(Symbol::Call, 2)) {
        return false;
    }
    if (isGetattr(m_log, m_taken[0])) {
        const std::span<const std::uint32_t> arguments = m_log.madeOf(m_taken[1]);
        if (arguments.size() == 2) {
            makeName(arguments[1]);
        }
    }
    return true;
}

bool Machine::newObjectEx()
{
    if (!pushMadeOf(Symbol::NewObject, 3)) {
        return false;
    }
    nameKeysOf(m_taken[2]);
    return true;
}

bool Machine::build()
{
    std::uint32_t object = nothing;
    if (!take(1) || !top(object)) {
        return false;
    }
    change(ChangeKind::State, object, m_taken);
    m_log.opcodes[m_opcode].part = m_taken[0];
    nameKeys(m_taken[0]);
    return true;
}

// A state is a dict of attributes, or a pair of such: of __dict__ and of __slots__.
void Machine::nameKeys(std::uint32_t state)
{
    nameKeysOf(state);
    if (m_log.things[state].symbol == Symbol::Tuple && m_log.things[state].count == 2) {
        for (const std::uint32_t part : m_log.madeOf(state)) {
            nameKeysOf(part);
        }
    }
}

void Machine::nameKeysOf(std::uint32_t dict)
{
    const Thing& thing = m_log.things[dict];
    if (thing.symbol != Symbol::Dict) {
        return;
    }
    const auto name = [this](std::span<const std::uint32_t> pairs) {
        for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
            makeName(pairs[i]);
        }
    };
    name(m_log.madeOf(dict));
    for (std::uint32_t at = thing.firstChange; at != nothing; at = m_log.changes[at].next) {
        const Change& change = m_log.changes[at];
        if (change.kind == ChangeKind::Pairs) {
            name(m_log.linksOf(change.first, change.count));
        }
    }
}

} // namespace poolscope
