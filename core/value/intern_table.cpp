// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/intern_table.h"

#include <algorithm>
#include <utility>

namespace poolscope {

namespace {

constexpr std::size_t smallestTable = 32;
constexpr std::size_t largestKept = 512; // a larger one would make every clear() slow

} // namespace

void InternTable::place(std::size_t hash, std::uint32_t node)
{
    const std::size_t mask = m_entries.size() - 1;
    std::size_t i = hash & mask;
    while (m_entries[i].node != noNode) {
        i = (i + 1) & mask;
    }
    m_entries[i] = {hash, node};
}

void InternTable::insert(std::size_t hash, std::uint32_t node)
{
    if (2 * (m_count + 1) > m_entries.size()) {
        const std::vector<Entry> old = std::exchange(m_entries, {});
        m_entries.resize(std::max(smallestTable, 2 * old.size()));
        for (const Entry& entry : old) {
            if (entry.node != noNode) {
                place(entry.hash, entry.node);
            }
        }
    }
    place(hash, node);
    ++m_count;
}

void InternTable::clear()
{
    if (m_count == 0) {
        return;
    }
    if (m_entries.size() > largestKept) {
        m_entries = std::vector<Entry>(smallestTable);
    } else {
        std::fill(m_entries.begin(), m_entries.end(), Entry{});
    }
    m_count = 0;
}

} // namespace poolscope
