// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The one clock of the program: CLOCK_MONOTONIC, which counts alike in every process of the machine, so
// that what a worker and its attendant measured can be laid side by side. Where the processor has a
// counter that runs at one speed, the time since a look at the clock is taken from that: a task of
// some nanoseconds is surrounded by ten readings.

#include <algorithm>
#include <cstdint>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace poolscope {

/// A moment or a duration in nanoseconds.
using Nanos = std::int64_t;

/// Where a thread looked at the clock last, and how it counts on from there.
struct ClockAnchor {
    std::uint64_t ticks = 0;
    std::uint64_t reach = 0; ///< ticks from there on; 0: not to be counted on from
    std::uint64_t scale = 0; ///< ns for a tick, times 2**32
    Nanos nanos = 0;
    Nanos told = 0; ///< it never goes back for a thread

    Nanos tell(Nanos moment) { return told = std::max(told, moment); }
};
inline constinit thread_local ClockAnchor clockAnchor;

/// Looks at the clock itself, and anchors the counter there where it can be trusted.
Nanos lookAtClock(ClockAnchor& anchor);

/// The present moment on CLOCK_MONOTONIC, to within some tens of nanoseconds.
inline Nanos now()
{
    ClockAnchor& anchor = clockAnchor;
#if defined(__x86_64__)
    const std::uint64_t passed = __rdtsc() - anchor.ticks;
    if (passed < anchor.reach) [[likely]] {
        return anchor.tell(anchor.nanos + static_cast<Nanos>(passed * anchor.scale >> 32));
    }
#endif
    return lookAtClock(anchor);
}

constexpr double seconds(Nanos nanos) { return static_cast<double>(nanos) * 1e-9; }

} // namespace poolscope
