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
        } else if (!failed && (m_sums || m_seen < shown)) {
            look(*outcomes.results, i);
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
    if (value && m_sums) {
        count(*value);
    }
}

void Values::count(Value value)
{
    switch (value.kind()) {
    case Kind::Bool:
    case Kind::Int:
    case Kind::BigInt: m_sum += value.integer(); break;
    case Kind::Float:
        m_isReal = true;
        m_realSum += value.real();
        break;
    default: m_sums = false;
    }
}

std::string Values::reduction()
{
    if (!m_sums) return {};
    if (!m_isReal) return m_sum.toString();
    return repr(m_document.real(m_realSum + m_sum.toDouble()));
}

} // namespace poolscope
