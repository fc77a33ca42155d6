// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/activity.h"

#include <algorithm>

namespace poolscope {

namespace {

Step waitUnder(Step parentStep)
{
    switch (parentStep) {
    case Step::ParentPickle: return Step::WaitPickle;
    case Step::ParentSend: return Step::WaitSend;
    case Step::ParentReceive: return Step::WaitReceive;
    case Step::ParentUnpickle: return Step::WaitUnpickle;
    default: return Step::Wait;
    }
}

} // namespace

/// Forgets what ended before `begin` and calls `take(interval, overlap)` for each that overlaps.
template <class Take>
void Activity::overlaps(Fifo<Interval>& log, Nanos begin, Nanos end, Take take)
{
    while (!log.empty() && log.front().end <= begin) {
        log.pop();
    }
    for (std::size_t i = 0; i < log.size() && log[i].begin < end; ++i) {
        take(log[i], std::min(end, log[i].end) - std::max(begin, log[i].begin));
    }
}

void Activity::add(Step step, Nanos begin, Nanos end)
{
    if (end > begin) {
        m_log.push({begin, end, waitUnder(step)});
    }
}

void Activity::addHungry(Nanos begin, Nanos end) { m_hungry.push({begin, end, Step::Wait}); }

WaitCut Activity::cut(Nanos begin, Nanos end)
{
    WaitCut cut;
    Nanos rest = std::max<Nanos>(0, end - begin);
    Nanos hungry = 0;
    overlaps(m_log, begin, end, [&](const Interval& interval, Nanos overlap) {
        cut.step[static_cast<std::size_t>(interval.step)] += overlap;
        rest -= overlap;
    });
    overlaps(m_hungry, begin, end, [&](const Interval&, Nanos overlap) { hungry += overlap; });
    cut.step[static_cast<std::size_t>(Step::Wait)] = std::max<Nanos>(0, rest);
    cut.cause = 2 * hungry > rest ? WaitCause::Input : WaitCause::Attendant;
    return cut;
}

} // namespace poolscope
