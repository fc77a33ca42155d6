// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/document.h"

#include <unordered_map>

namespace poolscope {

/// Copies what a value reaches: first a node with room for its children, later the children, so
/// that cycles and depth need no care.
class DocumentCopy final {
public:
    DocumentCopy(const Document& from, Document& to, bool mergesGlobals)
        : m_from(from), m_to(to), m_mergesGlobals(mergesGlobals)
    {}

    Value copy(std::uint32_t index)
    {
        const std::uint32_t result = translated(index);
        while (!m_unfilled.empty()) {
            const auto [source, target] = m_unfilled.back();
            m_unfilled.pop_back();
            fill(source, target);
        }
        return m_to.at(result);
    }

private:
    std::uint32_t translated(std::uint32_t index)
    {
        if (index == noNode || index <= Document::emptyTupleIndex) {
            return index;
        }
        const Node& node = m_from.nodes()[index];
        if (node.kind == Kind::Int) {
            return m_to.integer(node.integer).index();
        }
        if (node.kind == Kind::Float) {
            return m_to.real(node.real).index();
        }
        const auto [place, isNew] = m_done.try_emplace(index, noNode);
        if (isNew) {
            place->second = made(index, node);
        }
        return place->second;
    }

    std::uint32_t made(std::uint32_t index, const Node& node)
    {
        switch (node.kind) {
        case Kind::Str:
            return (node.flags == Node::interned ? m_to.interned(node.text())
                                                 : m_to.str(node.text()))
                .index();
        case Kind::Bytes: return m_to.bytes(node.text()).index();
        case Kind::ByteArray: return m_to.byteArray(node.text()).index();
        case Kind::BigInt: return m_to.bigInteger(node.text()).index();
        case Kind::Extension:
        case Kind::OutOfBand:
        case Kind::Python2Str: return symbol(node).index();
        case Kind::Global: return global(index, node);
        default: return shell(index, node);
        }
    }

    std::uint32_t global(std::uint32_t index, const Node& node)
    {
        const Value source = m_from.at(index);
        if (node.flags == Node::interned || m_mergesGlobals) {
            return m_to.global(source.module(), source.qualname()).index();
        }
        const Value module = m_to.at(translated(node.name.module)); // Str: no deeper than this
        return m_to.global(module, m_to.at(translated(node.name.qualname))).index();
    }

    Value symbol(const Node& node)
    {
        if (node.kind == Kind::Python2Str) {
            return m_to.python2Str(node.text());
        }
        const Value made = node.kind == Kind::Extension
                               ? m_to.extension(node.integer)
                               : m_to.outOfBand(node.text(), false); // it may be large: a view
        m_to.mark(made, node.flags);
        return made;
    }

    std::uint32_t shell(std::uint32_t index, const Node& node)
    {
        const Value target = m_to.container(node.kind, {});
        m_to.m_nodes[target.index()].flags = node.flags;
        if (node.size != 0) {
            m_unfilled.emplace_back(index, target.index());
        }
        return target.index();
    }

    void fill(std::uint32_t source, std::uint32_t target)
    {
        const Node& node = m_from.nodes()[source];
        const std::size_t count = node.kind == Kind::Dict ? 2 * std::size_t{node.size} : node.size;
        const std::uint32_t first = m_to.claim(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t child = translated(m_from.links()[node.run.first + i]);
            m_to.m_links[first + i] = child;
        }
        m_to.m_nodes[target].size = node.size;
        m_to.m_nodes[target].run = {first, static_cast<std::uint32_t>(count)};
    }

    const Document& m_from;
    Document& m_to;
    const bool m_mergesGlobals;
    std::unordered_map<std::uint32_t, std::uint32_t> m_done; // but numbers, which have no identity
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_unfilled;
};

Value Document::copy(Value value)
{
    if (!value.valid() || value.document() == this) {
        return value;
    }
    return DocumentCopy(*value.document(), *this, false).copy(value.index());
}

Value Document::copyMergingGlobals(Value value)
{
    assert(value.valid() && value.document() != this);
    return DocumentCopy(*value.document(), *this, true).copy(value.index());
}

} // namespace poolscope
