// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// What stands below a part, in the order of the bytes.
#include "core/pickle/part_builder.h"
#include "core/pickle/symbol_text.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t longestKey = 40;

} // namespace

void PartBuilder::addStep(std::string label, std::uint32_t thing, std::uint32_t key)
{
    m_children.push_back({std::move(label), thing, m_part, m_depth, key});
}

// With its module, which is what a person looks for here.
void PartBuilder::addCallable(const char* label, std::uint32_t thing)
{
    addStep(label, thing);
    if (m_log.things[m_log.resolved(thing)].symbol == Symbol::Global) {
        const GlobalNames names = namesOf(m_log, thing);
        const bool isAgain = m_log.resolved(thing) != thing;
        m_children.back().text =
            cutText(names.module + "." + names.name, m_limits.text) + (isAgain ? " again" : "");
    }
}

void PartBuilder::addOwn(std::uint32_t thing, std::uint32_t also)
{
    Step step{"", thing, m_part, m_depth};
    step.also = also;
    step.isOwn = true;
    m_children.push_back(std::move(step));
}

void PartBuilder::addContents(const Step& step)
{
    const std::uint32_t thing = step.thing;
    switch (m_log.things[thing].symbol) {
    case Symbol::Call: addCall(thing); break;
    case Symbol::NewObject: addNewObject(thing); break;
    case Symbol::Instance: addInstance(thing); break;
    case Symbol::Dict:
        addPairs(m_log.madeOf(thing));
        addChanges(thing);
        addOwn(thing);
        return;
    case Symbol::Persistent:
        addItems(m_log.madeOf(thing), "id");
        addOwn(thing);
        break;
    case Symbol::Global: addOwn(thing); break;
    case Symbol::Tuple:
    case Symbol::List:
    case Symbol::Set:
    case Symbol::FrozenSet:
        addItems(m_log.madeOf(thing));
        addChanges(thing);
        addOwn(thing);
        return;
    default:
        addChanges(thing);
        addOwn(thing);
        return;
    }
    addChanges(thing);
}

// A tuple of arguments has no line of its own: its bytes are the call's.
void PartBuilder::addArguments(std::uint32_t thing)
{
    const std::uint32_t arguments = m_log.madeOf(thing)[1];
    const Symbol symbol = m_log.things[arguments].symbol;
    const bool isOwn = m_log.things[arguments].firstChange == nothing &&
                       (symbol == Symbol::Tuple || symbol == Symbol::Reference);
    if (!isOwn) {
        addStep("arguments", arguments);
    } else if (isBoundMethod(m_log, thing) && symbol == Symbol::Tuple) {
        addStep("__self__", m_log.madeOf(arguments)[0]);
        addStep("name", m_log.madeOf(arguments)[1]);
    } else {
        addItems(m_log.madeOf(arguments), "argument");
    }
    addOwn(thing, isOwn ? arguments : nothing);
}

void PartBuilder::addCall(std::uint32_t thing)
{
    const std::uint32_t callable = m_log.madeOf(thing)[0];
    if (isGetattr(m_log, callable)) {
        addStep("getattr", callable);
        m_children.back().text = "function";
    } else {
        addCallable("function", callable);
    }
    addArguments(thing);
}

void PartBuilder::addNewObject(std::uint32_t thing)
{
    const std::span<const std::uint32_t> made = m_log.madeOf(thing);
    addCallable("class", made[0]);
    addArguments(thing);
    if (made.size() == 3) {
        addStep("keywords", made[2]);
        std::iter_swap(m_children.end() - 1, m_children.end() - 2); // the object itself is last
    }
}

void PartBuilder::addInstance(std::uint32_t thing)
{
    std::span<const std::uint32_t> made = m_log.madeOf(thing);
    if (m_log.opOf(m_log.things[thing].opcode) == Op::Obj) {
        addCallable("class", made[0]);
        made = made.subspan(1);
    }
    addItems(made, "argument");
    addOwn(thing);
}

std::size_t PartBuilder::roomFor(std::size_t items) const
{
    return std::min(items, m_limits.items - std::min(m_limits.items, m_items));
}

// Items past the limit are one part together.
void PartBuilder::hide(std::span<const std::uint32_t> links, std::size_t items)
{
    if (links.empty()) {
        return;
    }
    if (m_more == nothing) {
        m_more = static_cast<std::uint32_t>(m_parts.size());
        m_parts.push_back({"", "", m_log.message.size(), 0, 0, m_part, {}});
        Step step{"", nothing, m_part, m_depth};
        step.ready = m_more;
        m_children.push_back(std::move(step));
    }
    m_hidden += items;
    for (const std::uint32_t link : links) {
        swallow(link, m_more);
    }
}

void PartBuilder::addItems(std::span<const std::uint32_t> links, const char* label)
{
    const std::size_t shown = roomFor(links.size());
    for (const std::uint32_t link : links.subspan(0, shown)) {
        addStep(label != nullptr ? label : "[" + std::to_string(m_index++) + "]", link);
    }
    m_items += shown;
    hide(links.subspan(shown), links.size() - shown);
}

void PartBuilder::addPairs(std::span<const std::uint32_t> links)
{
    const std::size_t shown = roomFor(links.size() / 2);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::uint32_t key = links[2 * i];
        addStep("[" + textAt(m_log, key, nothing, longestKey) + "]", links[2 * i + 1], key);
    }
    m_items += shown;
    hide(links.subspan(2 * shown), links.size() / 2 - shown);
}

void PartBuilder::addChanges(std::uint32_t thing)
{
    std::uint32_t at = m_log.things[thing].firstChange;
    for (; at != nothing; at = m_log.changes[at].next) {
        const Change& change = m_log.changes[at];
        if (change.elsewhere) {
            continue;
        }
        const std::span<const std::uint32_t> links = m_log.linksOf(change.first, change.count);
        switch (change.kind) {
        case ChangeKind::Items: addItems(links); break;
        case ChangeKind::Pairs: addPairs(links); break;
        case ChangeKind::State: addItems(links, "state"); break;
        case ChangeKind::Aside: addItems(links, "set aside"); break;
        case ChangeKind::Left: addItems(links, "left on the stack"); break;
        }
    }
}

} // namespace poolscope
