// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/insight/grounds.h"

#include "core/insight/chunk_cost.h"

namespace poolscope {
namespace {

std::optional<Straggler> stragglerOf(const Summary& summary)
{
    constexpr double much = 1.5;
    const WorkerSummary* longest = nullptr;
    double all = 0;
    for (const WorkerSummary& worker : summary.worker) {
        const double compute = worker.phases[Phase::Compute];
        all += compute;
        if (longest == nullptr || compute > longest->phases[Phase::Compute]) longest = &worker;
    }
    if (summary.worker.size() < 2) {
        return std::nullopt;
    }
    const double most = longest->phases[Phase::Compute];
    const double mean = (all - most) / static_cast<double>(summary.worker.size() - 1);
    if (!(mean > 0) || most < much * mean) {
        return std::nullopt;
    }
    return Straggler{longest->id, most, mean};
}

} // namespace

Grounds groundsOf(const Summary& summary)
{
    Grounds grounds;
    grounds.workerTime = summary.phases.total() + summary.start + summary.unaccounted;
    for (const WorkerSummary& worker : summary.worker) {
        grounds.cpuWait += worker.cpuWait;
    }
    if (summary.done == 0) {
        return grounds;
    }
    const ChunkCost cost = chunkCostOf(summary);
    const PhaseSeconds& phases = summary.phases;
    grounds.work = cost.work;
    grounds.carrying = (phases[Phase::Pickle] + phases[Phase::Unpickle] + phases[Phase::Transfer]) /
                       static_cast<double>(summary.done);
    grounds.chunkWork = cost.work * cost.size;
    grounds.chunkOverhead = cost.overhead;
    grounds.chunkFixed = cost.fixed;
    const bool chosen = !summary.plan.chunksizeReason.empty(); // by measuring: there is no better
    grounds.chunksize = chosen ? 0 : betterChunksize(summary, cost);
    grounds.straggler = stragglerOf(summary);
    return grounds;
}

} // namespace poolscope
