// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of core/telemetry share: rows with known steps, and the sums that must come out.

#include "core/telemetry/telemetry.h"

#include <numeric>

namespace poolscope {

using Steps = std::array<Nanos, stepCount>;

inline Nanos& at(Steps& steps, Step step) { return steps[static_cast<std::size_t>(step)]; }

inline Row rowOf(Nanos start, const Steps& steps, std::uint32_t count)
{
    Row row;
    row.start = start;
    row.count = count;
    for (std::size_t i = 0; i < stepCount; ++i) {
        row.step[i] = static_cast<float>(steps[i]);
    }
    return row;
}

/// What the worker did: the first ten steps.
inline Nanos workerTime(const Steps& steps)
{
    return std::accumulate(steps.begin(), steps.begin() + workerSteps, Nanos{0});
}

/// All of a lane's time that is accounted for.
inline Nanos accounted(const LaneTotals& lane) { return lane.start + workerTime(lane.step); }

inline LaneEvent died(Nanos at)
{
    LaneEvent event;
    event.at = at;
    event.kind = LaneEvent::Kind::Died;
    event.signal = 9;
    return event;
}

} // namespace poolscope
