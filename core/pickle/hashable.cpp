// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/hashable.h"

namespace poolscope {

namespace {

bool canChange(Kind kind)
{
    return kind == Kind::List || kind == Kind::Dict || kind == Kind::Set || kind == Kind::ByteArray;
}

} // namespace

Kind Hashable::obstacle(std::span<const std::uint32_t> nodes, std::size_t stride)
{
    for (std::size_t i = 0; i < nodes.size(); i += stride) {
        const Kind kind = m_document.nodes()[nodes[i]].kind;
        const Kind found = kind == Kind::Tuple ? obstacleIn(nodes[i])
                           : canChange(kind)   ? kind
                                               : Kind::None;
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
            const Kind kind = m_document.nodes()[item].kind;
            if (canChange(kind)) {
                for (const std::uint32_t marked : m_queue) {
                    m_document.unmark(m_document.at(marked), Node::hashable);
                }
                m_queue.clear();
                return kind;
            }
            if (kind == Kind::Tuple) {
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
