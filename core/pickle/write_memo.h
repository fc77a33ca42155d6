// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a pickle has said already, by node. Forgetting all of it is one addition.

#include <cstdint>
#include <vector>

namespace poolscope {

class WriteMemo final {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// Begins a pickle of a document with so many nodes.
    void start(std::size_t nodes)
    {
        if (m_entries.size() < nodes) {
            m_entries.resize(nodes + nodes / 2);
        }
        if (++m_generation == 0) { // once in 2^32 pickles
            m_entries.assign(m_entries.size(), {});
            m_generation = 1;
        }
        m_count = 0;
    }
    std::uint32_t count() const { return m_count; }
    /// The memo's number of a node, or none.
    std::uint32_t find(std::uint32_t node) const
    {
        const Entry entry = m_entries[node];
        return entry.generation == m_generation && (entry.number & beingWritten) == 0 ? entry.number
                                                                                      : none;
    }
    std::uint32_t add(std::uint32_t node)
    {
        m_entries[node] = {m_generation, m_count};
        return m_count++;
    }
    /// A number for an object that the document has no node for.
    std::uint32_t addUnnamed() { return m_count++; }
    /// A tuple or the like is begun that gets its number only when it is complete. False when it
    /// was begun before and nothing has got a number since: it holds itself, and would never end.
    bool begin(std::uint32_t node)
    {
        const Entry entry{m_generation, m_count | beingWritten};
        const bool again = m_entries[node].generation == entry.generation &&
                           m_entries[node].number == entry.number;
        m_entries[node] = entry;
        return !again;
    }

private:
    static constexpr std::uint32_t beingWritten = 0x80000000;
    struct Entry {
        std::uint32_t generation = 0;
        std::uint32_t number = 0;
    };

    std::vector<Entry> m_entries;
    std::uint32_t m_generation = 0;
    std::uint32_t m_count = 0;
};

} // namespace poolscope
