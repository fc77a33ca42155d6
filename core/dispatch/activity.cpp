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

void Activity::add(Step step, Nanos begin, Nanos end)
{
    if (end > begin) {
        m_log.push_back({begin, end, waitUnder(step)});
    }
}

void Activity::addHungry(Nanos begin, Nanos end) { add(Step::Wait, begin, end); }

WaitCut Activity::cut(Nanos begin, Nanos end)
{
    while (!m_log.empty() && m_log.front().end <= begin) {
        m_log.pop_front();
    }
    WaitCut cut;
    Nanos rest = std::max<Nanos>(0, end - begin);
    Nanos hungry = 0;
    for (const auto& interval : m_log) {
        const Nanos overlap = std::min(end, interval.end) - std::max(begin, interval.begin);
        if (overlap <= 0) {
            continue;
        }
        if (interval.step == Step::Wait) {
            hungry += overlap;
        } else {
            cut.step[static_cast<std::size_t>(interval.step)] += overlap;
            rest -= overlap;
        }
    }
    cut.step[static_cast<std::size_t>(Step::Wait)] = std::max<Nanos>(0, rest);
    cut.cause = 2 * hungry > rest ? WaitCause::Input : WaitCause::Attendant;
    return cut;
}

} // namespace poolscope
