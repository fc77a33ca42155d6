// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What an attendant was doing, and when: from it a worker's wait gets its cause.

#include "core/base/base.h"
#include "core/telemetry/telemetry.h"

#include <array>

namespace poolscope {

/// A wait cut into what was being done for the worker meanwhile.
struct WaitCut {
    std::array<Nanos, stepCount> step{}; ///< Wait, WaitPickle, WaitSend, WaitReceive, WaitUnpickle
    WaitCause cause = WaitCause::Attendant; ///< of step[Wait]
};

/// One attendant's log of intervals on CLOCK_MONOTONIC, in order.
class Activity final {
public:
    /// `step` is one of the parent's steps.
    void add(Step step, Nanos begin, Nanos end);
    /// It wanted a chunk from `begin` to `end`, and there was none.
    void addHungry(Nanos begin, Nanos end);
    /// Cuts a wait and forgets what ended before it. Waits come in order.
    WaitCut cut(Nanos begin, Nanos end);

private:
    struct Interval {
        Nanos begin = 0;
        Nanos end = 0;
        Step step = Step::Wait;
    };
    template <class Take>
    static void overlaps(Fifo<Interval>& log, Nanos begin, Nanos end, Take take);

    Fifo<Interval> m_log;    // one after the other
    Fifo<Interval> m_hungry; // likewise; they overlap those of m_log
};

} // namespace poolscope
