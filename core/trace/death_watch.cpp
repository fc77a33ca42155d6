// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/death_watch.h"

#include "core/trace/trace_words.h"

namespace poolscope {
namespace {

constexpr Nanos hangAfter = 1'000'000'000;

} // namespace

std::vector<std::string> DeathWatch::look(const std::vector<std::unique_ptr<TracedPool>>& pools, bool over)
{
    std::vector<std::string> told;
    for (const auto& pool : pools) {
        for (std::size_t i = 0; i < pool->deaths().size(); ++i) {
            Nanos& seen = m_seen.try_emplace({pool.get(), i}, now()).first->second;
            if (seen == 0) continue;
            TracedDeath death = pool->deaths()[i];
            death.hangs = death.hangs && !over && !pool->ended();
            if (death.hangs && now() - seen < hangAfter) continue;
            seen = 0;
            told.push_back(deathText(*pool, death));
        }
    }
    return told;
}

} // namespace poolscope
