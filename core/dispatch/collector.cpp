// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/dispatch/collector.h"

#include <cassert>

namespace poolscope {

void Collector::letLeave(Outcomes outcomes)
{
    m_next += outcomes.size();
    m_readyItems += outcomes.size();
    m_ready.push_back(std::move(outcomes));
}

void Collector::add(Outcomes outcomes)
{
    if (m_ordered && outcomes.first != m_next) {
        const std::uint64_t first = outcomes.first;
        m_early.emplace_hint(m_early.end(), first, std::move(outcomes)); // mostly it is the last
        return;
    }
    letLeave(std::move(outcomes));
    while (!m_early.empty() && m_early.begin()->first == m_next) {
        letLeave(std::move(m_early.extract(m_early.begin()).mapped()));
    }
}

Outcomes Collector::take()
{
    assert(ready());
    Outcomes outcomes = std::move(m_ready.front());
    m_ready.pop_front();
    m_readyItems -= outcomes.size();
    return outcomes;
}

void Collector::takeAll(std::deque<Outcomes>& all)
{
    assert(all.empty());
    all.swap(m_ready);
    m_readyItems = 0;
}

} // namespace poolscope
