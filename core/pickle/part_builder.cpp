// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/part_builder.h"

#include "core/pickle/part_tree.h"
#include "core/pickle/symbol_text.h"

#include <algorithm>

namespace poolscope {

namespace {

const char* ownText(Symbol symbol)
{
    switch (symbol) {
    case Symbol::Tuple: return "the tuple itself";
    case Symbol::List: return "the list itself";
    case Symbol::Dict: return "the dict itself";
    case Symbol::Set:
    case Symbol::FrozenSet: return "the set itself";
    case Symbol::Call: return "the call itself";
    case Symbol::NewObject:
    case Symbol::Instance: return "new object";
    case Symbol::Reference: return "the reference itself";
    default: return "the value itself";
    }
}

const char* framingText(const MachineLog& log)
{
    return log.frames != 0 ? "frame and protocol" : log.protocol >= 2 ? "protocol" : "stop";
}

} // namespace

PartBuilder::PartBuilder(MachineLog& log, const AnatomyLimits& limits)
    : m_log(log), m_limits(limits), m_partOf(log.things.size(), 0)
{}

std::vector<PicklePart> PartBuilder::build()
{
    buildRoot();
    runSteps();
    placeOpcodes();
    if (m_log.end < m_log.message.size()) {
        const std::size_t rest = m_log.message.size() - m_log.end;
        PicklePart& part = m_parts[addPart("", grouped(rest) + " bytes behind the end", 0)];
        part.begin = m_log.end;
        part.end = m_log.message.size();
        part.bytes = rest;
    }
    sumUp();
    return std::move(m_parts);
}

std::uint32_t PartBuilder::addPart(std::string label, std::string text, std::uint32_t parent)
{
    const auto index = static_cast<std::uint32_t>(m_parts.size());
    m_parts.push_back({std::move(label), std::move(text), m_log.message.size(), 0, 0, parent, {}});
    if (index != 0) {
        m_parts[parent].children.push_back(index);
    }
    return index;
}

void PartBuilder::buildRoot()
{
    const std::uint32_t result = m_log.result;
    const Step step{"", result, 0, 0};
    addPart("", rootText(m_log, m_limits.text), 0);
    m_framing = addPart("", framingText(m_log), 0);
    expand(step, 0);
}

void PartBuilder::runSteps()
{
    while (!m_steps.empty()) {
        const Step step = std::move(m_steps.back());
        m_steps.pop_back();
        if (step.ready != nothing) {
            m_parts[step.parent].children.push_back(step.ready);
        } else if (step.isOwn) {
            makeOwn(step);
        } else {
            make(step);
        }
    }
}

void PartBuilder::make(const Step& step)
{
    std::string text = step.text.empty() ? briefText(m_log, step.thing, m_limits.text) : step.text;
    const std::uint32_t part = addPart(step.label, std::move(text), step.parent);
    if (!isLeaf(step)) {
        expand(step, part);
        return;
    }
    swallow(step.thing, part);
    if (step.key != nothing) {
        swallow(step.key, part);
    }
}

void PartBuilder::makeOwn(const Step& step)
{
    const Symbol symbol = m_log.things[step.thing].symbol;
    const std::uint32_t part = addPart("", ownText(symbol), step.parent);
    m_partOf[step.thing] = part;
    if (symbol == Symbol::Global) {
        for (const std::uint32_t name : m_log.madeOf(step.thing)) {
            swallow(name, part);
        }
    }
    if (step.also != nothing) {
        m_partOf[step.also] = part;
    }
}

void PartBuilder::expand(const Step& step, std::uint32_t part)
{
    m_children.clear();
    m_part = part;
    m_depth = step.depth + 1;
    m_items = 0;
    m_index = 0;
    m_hidden = 0;
    m_more = nothing;
    if (step.key != nothing) {
        addStep("key", step.key);
    }
    addContents(step);
    if (m_more != nothing) {
        m_parts[m_more].text = "… " + grouped(m_hidden) + " more";
    }
    std::move(m_children.rbegin(), m_children.rend(), std::back_inserter(m_steps));
}

// One plain value in a container needs no line of its own: "(4711,)", "{'n': 10}".
bool PartBuilder::holdsOnePlain(std::uint32_t thing) const
{
    const Thing& made = m_log.things[thing];
    const std::uint32_t most = made.symbol == Symbol::Dict ? 2 : 1;
    std::uint32_t count = made.count;
    bool plain = count <= most;
    for (std::size_t i = 0; plain && i < made.count; ++i) {
        plain = isPlain(m_log, m_log.madeOf(thing)[i]);
    }
    for (std::uint32_t at = made.firstChange; plain && at != nothing; at = m_log.changes[at].next) {
        const Change& change = m_log.changes[at];
        count += change.count;
        plain = !change.elsewhere && count <= most && change.kind != ChangeKind::Aside;
        for (std::size_t i = 0; plain && i < change.count; ++i) {
            plain = isPlain(m_log, m_log.links[change.first + i]);
        }
    }
    return plain;
}

bool PartBuilder::isLeaf(const Step& step) const
{
    if (step.depth >= m_limits.depth || m_parts.size() >= m_limits.parts) {
        return true;
    }
    const Thing& made = m_log.things[step.thing];
    switch (made.symbol) {
    case Symbol::Global: return true;
    case Symbol::Tuple:
    case Symbol::List:
    case Symbol::Dict:
    case Symbol::Set:
    case Symbol::FrozenSet: return holdsOnePlain(step.thing);
    case Symbol::Call:
    case Symbol::NewObject:
    case Symbol::Instance: return false;
    case Symbol::Persistent:
        return made.firstChange == nothing &&
               (made.count == 0 || isPlain(m_log, m_log.madeOf(step.thing)[0]));
    default: return made.firstChange == nothing;
    }
}

// All below it belongs to the part too.
void PartBuilder::swallow(std::uint32_t thing, std::uint32_t part)
{
    m_below.push_back(thing);
    while (!m_below.empty()) {
        const std::uint32_t next = m_below.back();
        m_below.pop_back();
        m_partOf[next] = part;
        swallowLater(m_log.madeOf(next));
        std::uint32_t at = m_log.things[next].firstChange;
        for (; at != nothing; at = m_log.changes[at].next) {
            const Change& change = m_log.changes[at];
            if (!change.elsewhere) {
                swallowLater(m_log.linksOf(change.first, change.count));
            }
        }
    }
}

void PartBuilder::swallowLater(std::span<const std::uint32_t> things)
{
    m_below.insert(m_below.end(), things.begin(), things.end());
}

void PartBuilder::placeOpcodes()
{
    for (OpcodeAt& opcode : m_log.opcodes) {
        opcode.part = opcode.part == nothing ? m_framing : m_partOf[opcode.part];
        PicklePart& part = m_parts[opcode.part];
        part.begin = std::min(part.begin, opcode.offset);
        part.end = std::max(part.end, opcode.offset + opcode.size);
        part.bytes += opcode.size;
    }
}

// Children have higher indices than their parents.
void PartBuilder::sumUp()
{
    for (std::size_t i = m_parts.size(); i-- > 1;) {
        const PicklePart& part = m_parts[i];
        PicklePart& parent = m_parts[part.parent];
        parent.begin = std::min(parent.begin, part.begin);
        parent.end = std::max(parent.end, part.end);
        parent.bytes += part.bytes;
    }
}

std::vector<PicklePart> makeParts(MachineLog& log, const AnatomyLimits& limits)
{
    return PartBuilder(log, limits).build();
}

} // namespace poolscope
