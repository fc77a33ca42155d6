// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The serial probe: what a plain loop over the input costs, measured in a worker of its own.

#include "core/jobs/jobs.h"
#include "core/start/start.h"
#include "core/telemetry/telemetry.h"
#include "core/worker/worker_program.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace poolscope {

/// What a worker is asked to measure; rides before the task's pickle.
struct ProbeRequest {
    Nanos budget = 0;         ///< ns of calls, about
    std::uint64_t blocks = 1; ///< the items are cut into this many, each spread over the input
};

/// One timed run over one block of the sample.
struct ProbeBlock {
    std::uint64_t block = 0;
    std::uint64_t calls = 0;
    Nanos took = 0;
};

/// The worker's side: runs the blocks one after the other, again and again, until the budget is spent.
std::vector<ProbeBlock> measure(const Callable& callable, Value items, const Registry& registry,
                                const ProbeRequest& request);

/// The parent's side: asks a worker of its own. Outside of any call's wall time. `longestCall` is what
/// one call may take, in ns: a probe that must be waited for longer is given up. 0 for no limit.
ProbeResult probeSerial(Starter& starter, const WorkerProgram& program, const Work& work,
                        Nanos budget, const std::atomic<bool>* cancel,
                        Nanos longestCall = 0);

} // namespace poolscope
