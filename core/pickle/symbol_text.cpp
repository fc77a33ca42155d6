// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/symbol_text.h"

namespace poolscope {

namespace {

constexpr int deepestContainer = 4; // containers within containers; the limit of the text bounds the rest
constexpr int mostChanges = 1000; // of one thing that are looked through

enum class Pairing : std::uint8_t { None, Items, Attributes };

class SymbolWriter final {
public:
    SymbolWriter(const MachineLog& log, std::uint32_t moment, std::size_t limit)
        : m_log(log), m_moment(moment), m_limit(limit)
    {}

    void append(std::uint32_t thing, int depth);
    std::string take() { return cutText(std::move(m_out), m_limit); }

private:
    bool isFull() const { return m_out.size() > m_limit; }
    bool appendContainer(std::uint32_t thing, int depth);
    void appendAtom(const Thing& atom);
    void appendSet(std::uint32_t thing, bool frozen, int depth);
    void appendItems(std::uint32_t thing, int depth);
    void appendPairs(std::uint32_t thing, Pairing pairing, int depth);
    void appendLinks(std::uint32_t first, std::uint32_t count, Pairing pairing, bool& more,
                     int depth);
    void appendChanges(std::uint32_t thing, Pairing pairing, bool& more, int depth);
    void appendKey(std::uint32_t key, Pairing pairing, int depth);
    void appendObject(std::uint32_t object, int depth);
    void appendArguments(std::uint32_t object, int depth);
    bool appendState(std::uint32_t object, int depth);
    bool hadBefore(std::uint32_t thing, ChangeKind kind) const;

    const MachineLog& m_log;
    const std::uint32_t m_moment;
    const std::size_t m_limit;
    std::string m_out;
};

void SymbolWriter::append(std::uint32_t link, int depth)
{
    const std::uint32_t thing = m_log.resolved(link);
    const Thing& made = m_log.things[thing];
    if (depth > deepestContainer || isFull()) {
        m_out += "…";
        return;
    }
    if (appendContainer(thing, depth)) {
        return;
    }
    switch (made.symbol) {
    case Symbol::Mark: m_out += "MARK"; break;
    case Symbol::Atom: appendAtom(made); break;
    case Symbol::Global: m_out += classOf(m_log, thing); break;
    case Symbol::Buffer: m_out += "buffer"; break;
    case Symbol::Extension:
        m_out += "extension " + briefArgument(m_log.scanned(made.opcode), m_limit);
        break;
    case Symbol::Persistent:
        m_out += "persistent " + briefArgument(m_log.scanned(made.opcode), m_limit);
        if (made.count != 0) {
            append(m_log.madeOf(thing)[0], depth + 1);
        }
        break;
    default: appendObject(thing, depth); break;
    }
}

bool SymbolWriter::appendContainer(std::uint32_t thing, int depth)
{
    switch (m_log.things[thing].symbol) {
    case Symbol::Tuple:
        m_out += "(";
        appendItems(thing, depth);
        m_out += m_log.things[thing].count == 1 ? ",)" : ")";
        return true;
    case Symbol::List:
        m_out += "[";
        appendItems(thing, depth);
        m_out += "]";
        return true;
    case Symbol::Dict:
        m_out += "{";
        appendPairs(thing, Pairing::Items, depth);
        m_out += "}";
        return true;
    case Symbol::Set: appendSet(thing, false, depth); return true;
    case Symbol::FrozenSet: appendSet(thing, true, depth); return true;
    default: return false;
    }
}

void SymbolWriter::appendAtom(const Thing& atom)
{
    switch (m_log.opOf(atom.opcode)) {
    case Op::None: m_out += "None"; break;
    case Op::NewTrue: m_out += "True"; break;
    case Op::NewFalse: m_out += "False"; break;
    default: m_out += briefArgument(m_log.scanned(atom.opcode), m_limit); break;
    }
}

void SymbolWriter::appendSet(std::uint32_t thing, bool frozen, int depth)
{
    const bool isEmpty = m_log.things[thing].count == 0 && !hadBefore(thing, ChangeKind::Items);
    m_out += frozen ? "frozenset(" : isEmpty ? "set(" : "";
    m_out += isEmpty ? "" : "{";
    appendItems(thing, depth);
    m_out += isEmpty ? "" : "}";
    m_out += frozen || isEmpty ? ")" : "";
}

void SymbolWriter::appendItems(std::uint32_t thing, int depth)
{
    appendPairs(thing, Pairing::None, depth);
}

void SymbolWriter::appendPairs(std::uint32_t thing, Pairing pairing, int depth)
{
    bool more = false;
    appendLinks(m_log.things[thing].first, m_log.things[thing].count, pairing, more, depth);
    appendChanges(thing, pairing, more, depth);
}

void SymbolWriter::appendKey(std::uint32_t key, Pairing pairing, int depth)
{
    const std::size_t begin = m_out.size();
    append(key, depth + 1);
    if (pairing == Pairing::Items) {
        m_out += ": ";
        return;
    }
    if (m_out[begin] == '\'' && m_out.back() == '\'' && m_out.size() > begin + 2) {
        m_out.pop_back();
        m_out.erase(begin, 1);
    }
    m_out += "=";
}

void SymbolWriter::appendLinks(std::uint32_t first, std::uint32_t count, Pairing pairing,
                               bool& more, int depth)
{
    const std::span<const std::uint32_t> links = m_log.linksOf(first, count);
    for (std::size_t i = 0; i < links.size() && !isFull(); ++i) {
        const bool isItem = pairing != Pairing::None && i % 2 != 0;
        m_out += !isItem && more ? ", " : "";
        if (pairing != Pairing::None && !isItem) {
            appendKey(links[i], pairing, depth);
        } else {
            append(links[i], depth + 1);
        }
        more = true;
    }
}

void SymbolWriter::appendChanges(std::uint32_t thing, Pairing pairing, bool& more, int depth)
{
    const ChangeKind kind = pairing == Pairing::None ? ChangeKind::Items : ChangeKind::Pairs;
    std::uint32_t at = m_log.things[thing].firstChange;
    for (int left = mostChanges; at != nothing && left > 0 && !isFull(); --left) {
        const Change& change = m_log.changes[at];
        if (change.opcode >= m_moment) {
            break;
        }
        if (change.kind == kind) {
            appendLinks(change.first, change.count, pairing, more, depth);
        }
        at = change.next;
    }
}

bool SymbolWriter::hadBefore(std::uint32_t thing, ChangeKind kind) const
{
    std::uint32_t at = m_log.things[thing].firstChange;
    for (int left = mostChanges; at != nothing && left > 0; --left) {
        const Change& change = m_log.changes[at];
        if (change.kind == kind || change.opcode >= m_moment) {
            return change.opcode < m_moment;
        }
        at = change.next;
    }
    return false;
}

void SymbolWriter::appendObject(std::uint32_t object, int depth)
{
    if (isBoundMethod(m_log, object)) {
        m_out += classOf(m_log, object);
        return;
    }
    m_out += classOf(m_log, object);
    if (!appendState(object, depth)) {
        appendArguments(object, depth);
    }
    bool more = false;
    if (hadBefore(object, ChangeKind::Items)) {
        m_out += " + [";
        appendChanges(object, Pairing::None, more, depth);
        m_out += "]";
    }
    if (hadBefore(object, ChangeKind::Pairs)) {
        more = false;
        m_out += " + {";
        appendChanges(object, Pairing::Items, more, depth);
        m_out += "}";
    }
}

// "(1, 2)" behind what is called, " object" behind a class without arguments.
void SymbolWriter::appendArguments(std::uint32_t object, int depth)
{
    const Thing& made = m_log.things[object];
    const bool isCall = made.symbol == Symbol::Call;
    if (isReconstruction(m_log, object)) {
        m_out += " object";
        return;
    }
    bool more = false;
    std::uint32_t first = made.first;
    std::uint32_t count = made.count;
    if (made.symbol != Symbol::Instance) {
        const Thing& arguments = m_log.things[m_log.resolved(m_log.madeOf(object)[1])];
        first = arguments.first;
        count = arguments.count;
    } else if (m_log.opOf(made.opcode) == Op::Obj) {
        ++first;
        --count;
    }
    if (count == 0 && !isCall) {
        m_out += " object";
        return;
    }
    m_out += "(";
    appendLinks(first, count, Pairing::None, more, depth);
    m_out += ")";
}

// The last state before the moment, as keywords where it is a dict; false where there is none.
bool SymbolWriter::appendState(std::uint32_t object, int depth)
{
    std::uint32_t state = nothing;
    std::uint32_t at = m_log.things[object].firstChange;
    for (int left = mostChanges; at != nothing && left > 0; --left) {
        const Change& change = m_log.changes[at];
        const bool isState = change.kind == ChangeKind::State && change.opcode < m_moment;
        state = isState ? m_log.links[change.first] : state;
        at = change.next;
    }
    if (state == nothing) {
        return false;
    }
    m_out += "(";
    const std::uint32_t held = m_log.resolved(state);
    if (m_log.things[held].symbol == Symbol::Dict) {
        appendPairs(held, Pairing::Attributes, depth + 1);
    } else {
        append(state, depth + 1);
    }
    m_out += ")";
    return true;
}

} // namespace

std::string textAt(const MachineLog& log, std::uint32_t thing, std::uint32_t moment,
                   std::size_t limit)
{
    SymbolWriter writer(log, moment, limit);
    writer.append(thing, 0);
    return writer.take();
}

} // namespace poolscope
