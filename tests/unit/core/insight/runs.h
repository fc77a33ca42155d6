// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs made of plain numbers, for the tests of insight.

#include "core/insight/insight.h"

#include <string>

namespace poolscope {

constexpr Nanos millisecond = 1'000'000;

/// `text` with usual spaces.
inline std::string plain(std::string text)
{
    for (const std::string space : {"\u00a0", "\u202f"}) {
        for (std::size_t at; (at = text.find(space)) != std::string::npos;) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

inline void set(LaneTotals& lane, Step step, double milliseconds)
{
    lane.step[static_cast<std::size_t>(step)] = static_cast<Nanos>(milliseconds * millisecond);
}

/// A lane of 480 ms: 1 start, 370 compute, 30 + 10 pickle, 20 unpickle, 10 transfer, 39 wait.
inline LaneTotals busyLane(std::uint16_t worker)
{
    LaneTotals lane;
    lane.worker = worker;
    lane.pid = 4000 + worker;
    lane.alive = true;
    lane.items = 250'000;
    lane.chunks = 977;
    lane.start = millisecond;
    set(lane, Step::Compute, 370);
    set(lane, Step::Pickle, 30);
    set(lane, Step::WaitPickle, 10);
    set(lane, Step::Unpickle, 20);
    set(lane, Step::In, 4);
    set(lane, Step::Out, 6);
    set(lane, Step::Wait, 39);
    set(lane, Step::ParentPickle, 40);
    set(lane, Step::ParentSend, 5);
    set(lane, Step::ParentReceive, 7);
    set(lane, Step::ParentUnpickle, 50);
    lane.waitCause = {0, 39 * millisecond, 0};
    lane.bytesOut = 1'300'000;
    lane.bytesBack = 6'450'000;
    return lane;
}

/// Four processes, 10⁶ items in chunks of 256, 0.48 s; a plain loop takes 1.41 s.
struct SampleRun {
    RunPlan plan;
    RunTotals totals;
    ProbeResult probe;

    SampleRun()
    {
        plan.job = "power";
        plan.workers = 4;
        plan.chunksize = 256;
        plan.items = 1'000'000;
        totals.items = plan.items;
        totals.done = plan.items;
        totals.chunks = 4 * 977;
        totals.wall = 480 * millisecond;
        totals.finished = true;
        for (std::uint16_t worker = 0; worker < 4; ++worker) {
            totals.lane.push_back(busyLane(worker));
        }
        probe.measured = true;
        probe.items = 1000;
        probe.roundPerItem = {1.38e-6, 1.41e-6, 1.44e-6};
    }

    Summary summary() const { return summarise(plan, totals, probe); }

    /// Every lane spends what `of` took on `on` instead, but for `left` milliseconds.
    void shift(Step of, Step on, double left)
    {
        for (LaneTotals& lane : totals.lane) {
            const double moved = static_cast<double>(lane[of]) / millisecond - left;
            set(lane, of, left);
            set(lane, on, static_cast<double>(lane[on]) / millisecond + moved);
        }
    }
};

} // namespace poolscope
