// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// Things in a few words: for the tree of parts.
#include "core/pickle/symbol_text.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t shortRepr = 32; // bytes that are said in full
constexpr std::size_t fewItems = 32;

bool arePlain(const MachineLog& log, std::span<const std::uint32_t> links)
{
    return std::all_of(links.begin(), links.end(),
                       [&](std::uint32_t link) { return isPlain(log, link); });
}

// Whether all that is in it is plain, and little.
bool isFlat(const MachineLog& log, std::uint32_t thing)
{
    const Thing& made = log.things[thing];
    std::size_t count = made.count;
    if (count > fewItems || !arePlain(log, log.madeOf(thing))) {
        return false;
    }
    for (std::uint32_t at = made.firstChange; at != nothing; at = log.changes[at].next) {
        const Change& change = log.changes[at];
        count += change.count;
        if (count > fewItems || !arePlain(log, log.linksOf(change.first, change.count))) {
            return false;
        }
    }
    return true;
}

std::string countText(const MachineLog& log, std::uint32_t thing)
{
    const std::size_t items = itemsIn(log, thing, ChangeKind::Items);
    switch (log.things[thing].symbol) {
    case Symbol::Tuple: return grouped(items) + "-tuple";
    case Symbol::List: return "list of " + grouped(items);
    case Symbol::Dict: return "dict of " + grouped(itemsIn(log, thing, ChangeKind::Pairs) / 2);
    case Symbol::Set: return "set of " + grouped(items);
    default: return "frozenset of " + grouped(items);
    }
}

// A call by its name, and its arguments where they are short; of what is made only its class.
std::string callText(const MachineLog& log, std::uint32_t call, std::size_t limit)
{
    const std::string name = cutText(classOf(log, call), limit);
    if (isBoundMethod(log, call) || isReconstruction(log, call)) {
        return name;
    }
    const std::uint32_t arguments = log.resolved(log.madeOf(call)[1]);
    const bool isShort = log.things[arguments].symbol == Symbol::Tuple && isFlat(log, arguments);
    const std::string text = isShort ? textAt(log, arguments, nothing, limit) : "";
    if (text.empty() || text.size() > shortRepr) {
        return name + "(…)";
    }
    const bool isOne = log.things[arguments].count == 1; // "(1,)" is "(1)"
    return name + (isOne ? text.substr(0, text.size() - 2) + ")" : text);
}

bool isNumberAt(const MachineLog& log, std::uint32_t thing)
{
    const Thing& made = log.things[log.resolved(thing)];
    const OpcodeShape& shape = *shapeOf(log.opcodes[made.opcode].code);
    return made.symbol == Symbol::Atom &&
           (shape.pushed == StackKind::Int || shape.pushed == StackKind::IntOrBool);
}

bool hasSymbol(const MachineLog& log, std::uint32_t thing, Symbol symbol)
{
    return log.things[log.resolved(thing)].symbol == symbol;
}

// (job, i, what is called, its arguments, keywords), as multiprocessing.pool sends it.
bool isTask(const MachineLog& log, std::span<const std::uint32_t> items)
{
    return items.size() == 5 && isNumberAt(log, items[0]) && isNumberAt(log, items[1]) &&
           hasSymbol(log, items[3], Symbol::Tuple) && hasSymbol(log, items[4], Symbol::Dict);
}

// (job, i, (whether it went well, value))
bool isResult(const MachineLog& log, std::span<const std::uint32_t> items)
{
    if (items.size() != 3 || !isNumberAt(log, items[0]) || !isNumberAt(log, items[1]) ||
        !hasSymbol(log, items[2], Symbol::Tuple)) {
        return false;
    }
    const std::span<const std::uint32_t> pair = log.madeOf(log.resolved(items[2]));
    return pair.size() == 2 && hasSymbol(log, pair[0], Symbol::Atom) &&
           (log.opOf(log.things[log.resolved(pair[0])].opcode) == Op::NewTrue ||
            log.opOf(log.things[log.resolved(pair[0])].opcode) == Op::NewFalse);
}

} // namespace

std::string rootText(const MachineLog& log, std::size_t limit)
{
    const std::uint32_t result = log.resolved(log.result);
    if (log.things[result].symbol == Symbol::Tuple) {
        const std::span<const std::uint32_t> items = log.madeOf(result);
        if (isTask(log, items) || isResult(log, items)) {
            return items.size() == 5 ? "task tuple" : "result tuple";
        }
    }
    return briefText(log, result, limit);
}

std::string briefText(const MachineLog& log, std::uint32_t thing, std::size_t limit)
{
    switch (log.things[thing].symbol) {
    case Symbol::Reference:
        return briefText(log, log.resolved(thing), limit) +
               (log.things[thing].firstChange == nothing ? " again" : "");
    case Symbol::Tuple:
    case Symbol::List:
    case Symbol::Dict:
    case Symbol::Set:
    case Symbol::FrozenSet:
        if (isFlat(log, thing)) {
            const std::string text = textAt(log, thing, nothing, limit);
            if (text.size() <= shortRepr) {
                return text;
            }
        }
        return countText(log, thing);
    case Symbol::Call: return callText(log, thing, limit);
    case Symbol::NewObject:
    case Symbol::Instance: return cutText(classOf(log, thing), limit);
    default: return textAt(log, thing, nothing, limit);
    }
}

} // namespace poolscope
