// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/task_clock.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr Nanos millisecond = 1'000'000;
/// A chunk that has left us is taken in microseconds; a busy machine may make that longer.
constexpr Nanos leastToTake = 1'000 * millisecond;
constexpr Nanos looksInLimit = 20;
constexpr Nanos longestPause = 250 * millisecond;

} // namespace

Stand standOf(const StatusPage& page, std::uint32_t serial, std::uint32_t count)
{
    Stand stand;
    stand.serial = serial;
    if (page.chunk.load(std::memory_order_acquire) != serial) {
        return stand;
    }
    const auto task = page.task.load(std::memory_order_acquire);
    const auto finished = page.finished.load(std::memory_order_acquire);
    if (task < count && task >= finished) { // it is named until the next one begins
        stand.stage = Stand::Stage::Running;
        stand.task = task;
        return stand;
    }
    stand.task = std::min<std::uint64_t>(finished, count);
    stand.stage = finished == 0      ? Stand::Stage::Unpickling
                  : finished < count ? Stand::Stage::Between
                                     : Stand::Stage::Pickling;
    return stand;
}

bool TaskClock::overdue(const Stand& stand, Nanos at)
{
    if (m_since == 0 || stand != m_stand) {
        m_stand = stand;
        m_since = at;
        return false;
    }
    const bool taking = stand.stage == Stand::Stage::NotTaken;
    return at - m_since > (taking ? std::max(m_limit, leastToTake) : m_limit);
}

void TaskClock::heard()
{
    if (m_stand.stage == Stand::Stage::NotTaken || m_stand.stage == Stand::Stage::Pickling) {
        m_since = 0;
    }
}

int TaskClock::pause() const
{
    const Nanos pause = std::clamp(m_limit / looksInLimit, millisecond, longestPause);
    return static_cast<int>(pause / millisecond);
}

} // namespace poolscope
