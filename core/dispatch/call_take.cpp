// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// How outcomes leave a call, and when whoever waits for them is woken.

#include "core/dispatch/call_state.h"

namespace poolscope {

namespace {

constexpr std::uint64_t takenAtOnce = 4096; ///< items, where somebody waits for all of them

} // namespace

bool CallState::enoughLocked() const
{
    return m_collector.readyItems() >= (m_takesAll ? takenAtOnce : 1);
}

void CallState::attendOnce()
{
    if (m_plan.attended && !std::exchange(m_isAttended, true)) {
        m_bells.attend(*this);
    }
}

void CallState::takeAll(const std::function<void(Outcomes&)>& take)
{
    attendOnce();
    for (bool isOver = false; !isOver;) {
        for (; !m_leaving.empty(); m_leaving.pop_front()) {
            take(m_leaving.front());
        }
        const MutexLock lock(m_mutex);
        m_takesAll = m_plan.bufferItems == 0; // with a bound there may never be many
        while (!enoughLocked() && !m_over) {
            m_changed.wait(m_mutex);
        }
        isOver = m_over && !m_collector.ready();
        takeReadyLocked();
    }
}

bool CallState::next(Outcomes& outcomes)
{
    attendOnce();
    if (m_leaving.empty()) {
        const MutexLock lock(m_mutex);
        while (!m_collector.ready() && !m_over) {
            m_changed.wait(m_mutex);
        }
        takeReadyLocked();
    }
    if (m_leaving.empty()) {
        return false;
    }
    outcomes = std::move(m_leaving.front());
    m_leaving.pop_front();
    return true;
}

/// All that may leave; with a bound one by one, since what left is not counted any more.
void CallState::takeReadyLocked()
{
    m_leaving.clear();
    if (m_plan.bufferItems == 0) {
        m_collector.takeAll(m_leaving);
    } else if (m_collector.ready()) {
        m_leaving.push_back(m_collector.take());
        m_left += m_leaving.back().size();
        if (m_taken - m_left <= m_plan.bufferItems / 2) {
            m_room.notifyOne(); // not for each item: the feeder is woken for a few at once
        }
    }
}

bool CallState::awaitNext(Nanos timeout)
{
    if (!m_leaving.empty()) {
        return true;
    }
    const Nanos until = now() + timeout;
    const MutexLock lock(m_mutex);
    while (!m_over && !m_collector.ready()) {
        const Nanos left = until - now();
        if (left <= 0) {
            return false;
        }
        m_changed.waitFor(m_mutex, std::chrono::nanoseconds(left));
    }
    return true;
}

} // namespace poolscope
