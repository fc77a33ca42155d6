// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/random_runs.h"

#include <algorithm>
#include <cmath>

namespace poolscope::test {

Summary RandomRuns::next()
{
    const RunPlan plan = this->plan();
    RunTotals totals;
    totals.items = plan.items;
    totals.finished = !oneIn(4);
    totals.cancelled = totals.finished && oneIn(4);
    totals.done = totals.finished && !totals.cancelled ? plan.items : plan.items / 2;
    totals.failed = oneIn(3) ? std::min<std::uint64_t>(3, totals.done) : 0;
    totals.chunks = totals.done / plan.chunksize + 1;
    totals.lane.resize(static_cast<std::size_t>(plan.workers));
    for (std::size_t i = 0; i < totals.lane.size(); ++i) fill(totals.lane[i], i, totals);
    ProbeResult probe;
    probe.measured = !oneIn(4);
    probe.items = 100;
    probe.roundPerItem.assign(5, size(1e-8, 1e-3));
    probe.whyNot = oneIn(2) ? "the serial time was not asked for"
                            : "Serial time not measured: the job has effects.";
    return summarise(plan, totals, probe);
}

double RandomRuns::size(double least, double most)
{
    return std::exp(std::uniform_real_distribution(std::log(least), std::log(most))(m_random));
}

RunPlan RandomRuns::plan()
{
    RunPlan plan;
    plan.job = "power";
    plan.backend = oneIn(4) ? "serial" : oneIn(3) ? "threads" : oneIn(5) ? "multiprocessing.Pool" : "processes";
    plan.api = oneIn(4) ? "apply" : "map";
    plan.transport = oneIn(2) ? "pipe" : "ring";
    plan.workers = plan.backend == "serial" ? 1 : static_cast<int>(size(1, 9));
    plan.items = oneIn(20) ? 0 : static_cast<std::uint64_t>(size(1, 1e6));
    plan.chunksize = static_cast<std::uint64_t>(size(1, 5000));
    if (oneIn(5))
        plan.chunksizeReason = "handing out a chunk costs 12.3\u00a0µs, an item 85.0\u00a0ns";
    return plan;
}

void RandomRuns::fill(LaneTotals& lane, std::size_t worker, RunTotals& totals)
{
    lane.worker = static_cast<std::uint16_t>(worker);
    lane.pid = 1;
    lane.items = totals.done / totals.lane.size();
    lane.start = static_cast<Nanos>(oneIn(4) ? size(1e6, 1e9) : 1e6);
    Nanos all = lane.start;
    for (Nanos& step : lane.step) all += step = static_cast<Nanos>(size(1e4, 1e9));
    lane.waitCause[static_cast<std::size_t>(size(1, 0.99 + waitCauseCount)) - 1] = lane[Step::Wait];
    lane.cpuWait = oneIn(6) ? all / 2 : 0;
    lane.bytesOut = lane.bytesBack = static_cast<std::uint64_t>(size(10, 1e11));
    totals.wall = std::max(totals.wall, all);
}

} // namespace poolscope::test
