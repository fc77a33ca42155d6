// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/feed_watch.h"

#include <utility>

namespace poolscope {

namespace {

constexpr Nanos drainEvery = 16'000'000; // what holds the rows of a worker has room for much more

Nanos nanosOf(int milliseconds) { return Nanos{milliseconds} * 1'000'000; }

} // namespace

FeedWatch::FeedWatch(Sides sides, int tickMilliseconds, RowKeeper keeper)
    : m_sides(std::move(sides)), m_tick(nanosOf(tickMilliseconds)), m_keeper(std::move(keeper))
{}

void FeedWatch::run()
{
    for (bool last = false; !last;) {
        const Turn turn = nextTurn();
        last = turn.last;
        drain();
        if (turn.due || last) {
            m_told = now();
            m_sides.tell({m_keeper.kept(), std::exchange(m_batch.events, {}),
                          std::exchange(m_batch.failures, {})},
                         last);
        }
    }
}

void FeedWatch::end()
{
    const MutexLock lock(m_mutex);
    m_ended = true;
    m_changed.notifyOne();
}

void FeedWatch::taken()
{
    const MutexLock lock(m_mutex);
    m_taken = true;
}

void FeedWatch::setTick(int milliseconds)
{
    const MutexLock lock(m_mutex);
    m_tick = nanosOf(milliseconds);
}

/// Waits until it is time to drain. Whether something is to be told is claimed here.
FeedWatch::Turn FeedWatch::nextTurn()
{
    const MutexLock lock(m_mutex);
    if (!m_ended) m_changed.waitFor(m_mutex, std::chrono::nanoseconds(drainEvery));
    const Nanos slack = drainEvery / 2; // rather a little early than a whole turn late
    const bool due = m_taken && now() - m_told + slack >= m_tick;
    if (due) m_taken = false;
    return {due, m_ended};
}

void FeedWatch::drain()
{
    m_batch.rows.clear();
    m_sides.drain(m_batch);
    m_keeper.take(m_batch.rows);
}

} // namespace poolscope
