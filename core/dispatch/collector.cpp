// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/dispatch/collector.h"

#include <cassert>

namespace poolscope {

void Collector::expect(std::uint32_t count)
{
    if (m_ordered) {
        m_slotLeft = m_slots.empty() ? count : m_slotLeft;
        m_slots.push_back({count, {}});
    }
}

void Collector::add(std::uint32_t number, Outcomes outcomes)
{
    if (!m_ordered) {
        m_come.push_back(std::move(outcomes));
        return;
    }
    Slot& slot = m_slots[number - m_first];
    if (outcomes.size() == slot.count) {
        slot.whole = std::move(outcomes);
    } else {
        const std::uint64_t first = outcomes.first;
        m_parts.emplace(first, std::move(outcomes));
    }
}

bool Collector::ready() const
{
    if (!m_ordered) {
        return !m_come.empty();
    }
    return !m_slots.empty() &&
           (m_slots.front().whole.size() != 0 || (!m_parts.empty() && m_parts.count(m_next) != 0));
}

Outcomes Collector::take()
{
    assert(ready());
    Outcomes outcomes;
    if (!m_ordered) {
        outcomes = std::move(m_come.front());
        m_come.pop_front();
        return outcomes;
    }
    if (m_slots.front().whole.size() != 0) {
        outcomes = std::move(m_slots.front().whole);
    } else {
        outcomes = std::move(m_parts.extract(m_next).mapped());
    }
    leave(outcomes.size());
    return outcomes;
}

void Collector::leave(std::uint64_t items)
{
    m_next += items;
    m_slotLeft -= items;
    if (m_slotLeft == 0) {
        m_slots.pop_front();
        ++m_first;
        m_slotLeft = m_slots.empty() ? 0 : m_slots.front().count;
    }
}

} // namespace poolscope
