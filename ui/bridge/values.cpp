// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/values.h"

namespace poolscope {

void Values::add(const Outcomes& outcomes)
{
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const bool failed = i < outcomes.failures.size() && outcomes.failures[i] != nullptr;
        if (failed && m_seen < shown) {
            m_fresh.emplace_back();
        } else if (!failed && (m_seen < shown || m_tally.readsNext())) {
            look(*outcomes.results, i);
        } else if (!failed) {
            m_tally.addUnread();
        }
        ++m_seen;
    }
    m_document.clear();
}

void Values::look(const Items& results, std::size_t i)
{
    const auto value = results.reduce(i, m_document, m_registry);
    if (m_seen < shown) {
        m_fresh.push_back(value ? repr(*value) : value.error().text);
    }
    if (value)
        m_tally.add(*value);
    else
        m_tally.addUnread();
}

} // namespace poolscope
