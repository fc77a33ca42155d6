// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/payloads.h"

#include <algorithm>

namespace poolscope {

bool Payloads::reserve(std::uint64_t cost)
{
    std::uint64_t used = m_used.load(std::memory_order_relaxed);
    do {
        if (cost > m_budget || used > m_budget - cost) {
            return false;
        }
    } while (!m_used.compare_exchange_weak(used, used + cost, std::memory_order_relaxed));
    return true;
}

void Payloads::keep(const PayloadHead& head, std::string_view bytes)
{
    if (!reserve(costOf(bytes.size()))) {
        m_notKeptBytes.fetch_add(bytes.size(), std::memory_order_relaxed);
        m_notKept.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    const std::uint64_t order = m_order.fetch_add(1, std::memory_order_relaxed);
    auto payload = std::make_shared<const Payload>(Payload{head, order, std::string(bytes)});
    m_keptBytes.fetch_add(bytes.size(), std::memory_order_relaxed);
    const MutexLock lock(m_mutex);
    m_kept.emplace(head.first, std::move(payload));
    m_longest = std::max(m_longest, head.count);
}

std::vector<std::shared_ptr<const Payload>> Payloads::of(std::uint64_t item) const
{
    std::vector<std::shared_ptr<const Payload>> found;
    {
        const MutexLock lock(m_mutex);
        auto entry = m_kept.upper_bound(item);
        while (entry != m_kept.begin() && item - (--entry)->first < m_longest) {
            if (item - entry->first < entry->second->head.count) {
                found.push_back(entry->second);
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a->order < b->order; });
    return found;
}

PayloadTotals Payloads::totals() const
{
    PayloadTotals totals;
    totals.budget = m_budget;
    totals.kept = m_order.load(std::memory_order_relaxed);
    totals.keptBytes = m_keptBytes.load(std::memory_order_relaxed);
    totals.notKept = m_notKept.load(std::memory_order_relaxed);
    totals.notKeptBytes = m_notKeptBytes.load(std::memory_order_relaxed);
    return totals;
}

} // namespace poolscope
