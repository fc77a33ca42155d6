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
    /// Forgets a node that has got its number since `count` numbers were given.
    void forget(std::uint32_t node, std::uint32_t count)
    {
        const std::uint32_t number = find(node);
        if (number != none && number >= count) {
            m_entries[node] = {};
        }
    }

    enum class Beginning {
        Usual,
        Again,  ///< it is being written already, and turns up among its own parts
        Endless ///< likewise, and nothing has got a number since: it holds itself directly
    };
    /// A tuple or the like is begun, which gets its number only when it is complete. Again is said
    /// once of a node; then `since` is how many numbers were given when it was begun first.
    Beginning begin(std::uint32_t node, std::uint32_t& since)
    {
        const Entry before = m_entries[node];
        since = before.number & numberBits;
        const bool open = before.generation == m_generation && (before.number & beingWritten) != 0;
        const std::uint32_t again = open ? begunAgain : 0;
        m_entries[node] = {m_generation, m_count | beingWritten | again};
        if (!open) {
            return Beginning::Usual;
        }
        if (since == m_count) {
            return Beginning::Endless;
        }
        return (before.number & begunAgain) != 0 ? Beginning::Usual : Beginning::Again;
    }

private:
    static constexpr std::uint32_t beingWritten = 0x80000000;
    static constexpr std::uint32_t begunAgain = 0x40000000;
    static constexpr std::uint32_t numberBits = begunAgain - 1;
    struct Entry {
        std::uint32_t generation = 0;
        std::uint32_t number = 0;
    };

    std::vector<Entry> m_entries;
    std::uint32_t m_generation = 0;
    std::uint32_t m_count = 0;
};

} // namespace poolscope
