// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/hashable.h"

namespace poolscope {

namespace {

// What the call of a builtin gives, as far as it can change.
Kind calledKind(Value callable)
{
    if (callable.kind() != Kind::Global || callable.module() != "builtins") {
        return Kind::None;
    }
    constexpr std::pair<std::string_view, Kind> kinds[] = {{"list", Kind::List},
                                                           {"dict", Kind::Dict},
                                                           {"set", Kind::Set},
                                                           {"bytearray", Kind::ByteArray}};
    for (const auto& [name, kind] : kinds) {
        if (callable.qualname() == name) {
            return kind;
        }
    }
    return Kind::None;
}

// The kind of a value that can change, or Kind::None. Of most objects nobody here knows.
Kind changeable(Value value)
{
    switch (value.kind()) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray: return value.kind();
    case Kind::OutOfBand:
        return (value.document()->nodes()[value.index()].flags & Node::readOnly) != 0
                   ? Kind::None
                   : Kind::ByteArray;
    case Kind::Object: return calledKind(value.callable());
    default: return Kind::None;
    }
}

} // namespace

Kind Hashable::obstacle(std::span<const std::uint32_t> nodes, std::size_t stride)
{
    for (std::size_t i = 0; i < nodes.size(); i += stride) {
        const Value value = m_document.at(nodes[i]);
        const Kind found = value.kind() == Kind::Tuple ? obstacleIn(nodes[i]) : changeable(value);
        if (found != Kind::None) {
            return found;
        }
    }
    return Kind::None;
}

// A tuple is looked at once in its life: the mark stays on those that are hashable.
Kind Hashable::obstacleIn(std::uint32_t tuple)
{
    queue(tuple);
    for (std::size_t at = 0; at < m_queue.size(); ++at) {
        const Node node = m_document.nodes()[m_queue[at]];
        for (std::uint32_t i = 0; i < node.size; ++i) {
            const std::uint32_t item = m_document.links()[node.run.first + i];
            const Kind found = changeable(m_document.at(item));
            if (found != Kind::None) {
                for (const std::uint32_t marked : m_queue) {
                    m_document.unmark(m_document.at(marked), Node::hashable);
                }
                m_queue.clear();
                return found;
            }
            if (m_document.nodes()[item].kind == Kind::Tuple) {
                queue(item);
            }
        }
    }
    m_queue.clear();
    return Kind::None;
}

void Hashable::queue(std::uint32_t tuple)
{
    if ((m_document.nodes()[tuple].flags & Node::hashable) == 0) {
        m_document.mark(m_document.at(tuple), Node::hashable);
        m_queue.push_back(tuple);
    }
}

} // namespace poolscope
