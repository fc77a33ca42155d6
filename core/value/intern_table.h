// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Finds the node that stands for a text or for a global, so that equal ones share it.

#include "core/value/node.h"

#include <cstddef>
#include <vector>

namespace poolscope {

class InternTable final {
public:
    /// The node with this hash for which `same` says yes, or noNode.
    template <class Same> std::uint32_t find(std::size_t hash, Same same) const
    {
        if (m_entries.empty()) {
            return noNode;
        }
        const std::size_t mask = m_entries.size() - 1;
        for (std::size_t i = hash & mask; m_entries[i].node != noNode; i = (i + 1) & mask) {
            if (m_entries[i].hash == hash && same(m_entries[i].node)) {
                return m_entries[i].node;
            }
        }
        return noNode;
    }
    void insert(std::size_t hash, std::uint32_t node);
    void clear();
    std::size_t memory() const { return m_entries.capacity() * sizeof(Entry); }

private:
    struct Entry {
        std::size_t hash = 0;
        std::uint32_t node = noNode;
    };
    void place(std::size_t hash, std::uint32_t node);

    std::vector<Entry> m_entries; // a power of two, at most half full
    std::size_t m_count = 0;
};

} // namespace poolscope
