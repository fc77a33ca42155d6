// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/document.h"

#include <algorithm>
#include <stdexcept>

namespace poolscope {

namespace {

// Links a container's items take.
std::size_t linksOf(const Node& node)
{
    return node.kind == Kind::Dict ? 2 * std::size_t{node.size} : node.size;
}

[[maybe_unused]] bool isRun(Kind kind) // asked by assertions
{
    return (kind >= Kind::List && kind <= Kind::FrozenSet) || kind == Kind::Object ||
           kind == Kind::Persistent;
}

} // namespace

Document::Document() { addConstants(); }
Document::~Document() = default;

void Document::addConstants()
{
    m_nodes.push({Kind::None, 0, 0, 0, {}});
    m_nodes.push({Kind::Bool, 0, 0, 0, {0}});
    m_nodes.push({Kind::Bool, 0, 0, 0, {1}});
    m_nodes.push({Kind::Tuple, 0, 0, 0, {}});
}

void Document::clear()
{
    m_nodes.truncate(emptyTupleIndex + 1);
    m_links.truncate(0);
    m_bytes.clear();
    m_interned.clear();
    keep({}, nullptr);
}

std::shared_ptr<const void> Document::keeperOf(std::string_view view) const
{
    const std::less_equal<const char*> notAfter; // also of bytes that are of no one array
    const bool isKept =
        notAfter(m_keptBytes.data(), view.data()) &&
        notAfter(view.data() + view.size(), m_keptBytes.data() + m_keptBytes.size());
    return isKept ? m_kept : nullptr;
}

std::size_t Document::memory() const
{
    return m_nodes.capacity() * sizeof(Node) + m_links.capacity() * sizeof(std::uint32_t) +
           m_bytes.memory() + m_interned.memory();
}

Value Document::integer(const Integer& value)
{
    Integer::Room room;
    return value.fitsInt64() ? integer(value.toInt64()) : bigInteger(value.toTwosComplement(room));
}

Value Document::bigInteger(std::string_view twosComplement) { return wide(twosComplement, true); }

Value Document::bigIntegerView(std::string_view twosComplement)
{
    return wide(twosComplement, false);
}

// Bytes at the end that only repeat the sign are dropped, so that equal integers have equal bytes.
Value Document::wide(std::string_view bytes, bool copied)
{
    while (bytes.size() > 1) {
        const auto last = static_cast<unsigned char>(bytes.back());
        const bool negative = (static_cast<unsigned char>(bytes[bytes.size() - 2]) & 0x80) != 0;
        if (last != (negative ? 0xff : 0x00)) {
            break;
        }
        bytes.remove_suffix(1);
    }
    if (bytes.size() > sizeof(std::int64_t)) {
        return textNode(Kind::BigInt,
                        copied ? std::string_view(m_bytes.copy(bytes), bytes.size()) : bytes);
    }
    std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return integer(static_cast<std::int64_t>(value));
}

Value Document::str(std::string_view utf8) { return strView({m_bytes.copy(utf8), utf8.size()}); }

Value Document::bytes(std::string_view bytes)
{
    return bytesView({m_bytes.copy(bytes), bytes.size()});
}

Value Document::byteArray(std::string_view bytes)
{
    return byteArrayView({m_bytes.copy(bytes), bytes.size()});
}

Value Document::persistent(Value id)
{
    const std::uint32_t link = id.index();
    return container(Kind::Persistent, {&link, 1});
}

Value Document::extension(std::int64_t code)
{
    Node node{Kind::Extension, 0, 0, 0, {}};
    node.integer = code;
    return add(node);
}

Value Document::outOfBand(std::string_view bytes, bool readOnly)
{
    const Value made = textNode(Kind::OutOfBand, bytes);
    mark(made, readOnly ? Node::readOnly : 0);
    return made;
}

Value Document::python2Str(std::string_view bytes)
{
    return python2StrView({m_bytes.copy(bytes), bytes.size()});
}

Value Document::global(Value module, Value qualname)
{
    assert(module.kind() == Kind::Str && qualname.kind() == Kind::Str);
    Node node{Kind::Global, 0, 0, 0, {}};
    node.name = {module.index(), qualname.index()};
    return add(node);
}

void Document::become(Value node, Value other)
{
    assert(node.index() > emptyTupleIndex);
    m_nodes[node.index()] = m_nodes[other.index()];
}

std::uint32_t Document::claim(std::size_t links)
{
    const std::size_t first = m_links.size();
    if (links > noNode - std::min<std::size_t>(first, noNode) || m_nodes.size() > noNode - 1) {
        throw std::length_error("a document holds at most 2^32 nodes and links");
    }
    m_links.extend(links);
    return static_cast<std::uint32_t>(first);
}

// The last run grows where it lies, others move to the end, twice as long.
void Document::reserve(Node& node, std::size_t used, std::size_t needed)
{
    Run& run = node.run;
    if (needed <= run.capacity) {
        return;
    }
    if (used != 0 && std::size_t{run.first} + run.capacity == m_links.size()) {
        claim(needed - run.capacity);
        run.capacity = static_cast<std::uint32_t>(needed);
        return;
    }
    const std::size_t capacity = used == 0 ? needed : std::max(needed, 2 * used);
    const std::uint32_t first = claim(capacity);
    std::copy_n(m_links.data() + run.first, used, m_links.data() + first);
    run = {first, static_cast<std::uint32_t>(capacity)};
}

Value Document::container(Kind kind, std::span<const std::uint32_t> links)
{
    const Value made = add({kind, 0, 0, 0, {}});
    m_nodes[made.index()].run = {0, 0};
    if (!links.empty()) {
        extend(made, links);
    }
    return made;
}

void Document::extend(Value container, std::span<const std::uint32_t> links)
{
    Node& node = m_nodes[container.index()];
    assert(isRun(node.kind));
    const std::size_t used = linksOf(node);
    reserve(node, used, used + links.size());
    std::copy(links.begin(), links.end(), m_links.data() + node.run.first + used);
    node.size +=
        static_cast<std::uint32_t>(node.kind == Kind::Dict ? links.size() / 2 : links.size());
}

Value Document::containerOf(Kind kind, std::span<const Value> items)
{
    const Value made = container(kind, {});
    setArguments(made, items);
    return made;
}

Value Document::tuple(std::span<const Value> items) { return containerOf(Kind::Tuple, items); }
Value Document::tuple(std::initializer_list<Value> items)
{
    return containerOf(Kind::Tuple, {items.begin(), items.size()});
}
Value Document::list(std::span<const Value> items) { return containerOf(Kind::List, items); }
Value Document::set(std::span<const Value> items) { return containerOf(Kind::Set, items); }
Value Document::frozenSet(std::span<const Value> items)
{
    return containerOf(Kind::FrozenSet, items);
}

Value Document::dict(std::span<const std::pair<Value, Value>> pairs)
{
    const Value made = container(Kind::Dict, {});
    Node& node = m_nodes[made.index()];
    reserve(node, 0, 2 * pairs.size());
    std::uint32_t* link = m_links.data() + node.run.first;
    for (const auto& [key, item] : pairs) {
        *link++ = key.index();
        *link++ = item.index();
    }
    node.size = static_cast<std::uint32_t>(pairs.size());
    return made;
}

void Document::setArguments(Value frozenOrTuple, std::span<const Value> items)
{
    Node& node = m_nodes[frozenOrTuple.index()];
    assert(isRun(node.kind) && node.size == 0 && frozenOrTuple.index() != emptyTupleIndex);
    reserve(node, 0, items.size());
    std::transform(items.begin(), items.end(), m_links.data() + node.run.first,
                   [](Value item) { return item.index(); });
    node.size = static_cast<std::uint32_t>(items.size());
}

void Document::append(Value list, Value item)
{
    assert(list.kind() == Kind::List || list.kind() == Kind::Set);
    const std::uint32_t link = item.index();
    extend(list, {&link, 1});
}

void Document::setItem(Value dict, Value key, Value item)
{
    assert(dict.kind() == Kind::Dict);
    const std::uint32_t pair[] = {key.index(), item.index()};
    extend(dict, pair);
}

Value Document::object(Making making, Value callable, Value arguments, Value state)
{
    const std::uint32_t slots[] = {callable.index(), arguments.index(),
                                   state.valid() ? state.index() : noNode};
    const Value made = container(Kind::Object, slots);
    m_nodes[made.index()].flags = static_cast<std::uint8_t>(making);
    return made;
}

void Document::remake(Value object, Making making, Value callable)
{
    m_nodes[object.index()].flags = static_cast<std::uint8_t>(making);
    std::uint32_t* slots = m_links.data() + m_nodes[object.index()].run.first;
    slots[static_cast<std::uint32_t>(Slot::Callable)] = callable.index();
    slots[static_cast<std::uint32_t>(Slot::Arguments)] = emptyTupleIndex;
    if (object.keywords().valid()) {
        slots[static_cast<std::uint32_t>(Slot::Keywords)] = noNode;
    }
}

void Document::setState(Value object, Value state)
{
    assert(!object.state().valid());
    setSlot(object, Slot::State, state);
}

void Document::setSlot(Value object, Slot slot, Value value)
{
    assert(object.kind() == Kind::Object);
    const auto i = static_cast<std::uint32_t>(slot);
    constexpr std::uint32_t empty[] = {noNode, noNode, noNode, noNode, noNode};
    if (i >= object.size()) {
        const std::size_t missing = (i < 7 ? 7 : i + 1) - object.size(); // most have no effects
        extend(object, {empty, missing});
    }
    m_links[m_nodes[object.index()].run.first + i] = value.index();
}

} // namespace poolscope
