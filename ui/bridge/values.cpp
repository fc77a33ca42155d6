// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/values.h"

namespace poolscope {

namespace {

constexpr std::size_t digested = 10;
constexpr std::size_t longestDigested = 4096; // bytes of JSON

} // namespace

void Values::add(const Outcomes& outcomes)
{
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const bool failed = i < outcomes.failures.size() && outcomes.failures[i] != nullptr;
        if (failed && m_seen < shown) {
            m_fresh.emplace_back();
        } else if (!failed && (m_sums || m_seen < shown)) {
            look(*outcomes.results, i);
        }
        m_count += failed ? 0 : 1;
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
    if (value && m_first.size() == m_count && m_first.size() < digested) {
        std::string json;
        appendJson(*value, json);
        if (json.size() <= longestDigested) m_first.push_back(std::move(json));
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

ResultDigest Values::digest() const
{
    ResultDigest digest;
    digest.count = m_count;
    digest.first = m_first;
    if (m_sums && m_isReal) digest.realSum = m_realSum + m_sum.toDouble();
    else if (m_sums) digest.sum = m_sum;
    else if (m_count == 1 && m_first.size() == 1) digest.value = m_first.front();
    return digest;
}

std::string Values::reduction()
{
    if (!m_sums) return {};
    if (!m_isReal) return m_sum.toString();
    return repr(m_document.real(m_realSum + m_sum.toDouble()));
}

} // namespace poolscope
