// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Workers that are threads of one process: it is started when the first lane wants its worker, with
// the ends of all of them, and each lane takes its own when it comes.

#include "core/worker/worker_process.h"

#include <span>
#include <vector>

namespace poolscope {

/// Starts one process that serves all of `workers`, the first of which is number `index`.
Result<std::unique_ptr<Child>> startWorkers(Starter& starter, const WorkerProgram& program,
                                            int index, std::span<WorkerEnds* const> workers);

class WorkerTeam final {
public:
    WorkerTeam(WorkerProgram program, int lanes);

    /// The worker of that lane. Any thread. Where the lane had one already in the process that was
    /// started last, or that one is over, another process is started for all.
    Result<std::unique_ptr<WorkerProcess>> start(Starter& starter, int lane);

private:
    Result<void> startAll(Starter& starter) REQUIRES(m_mutex);

    const WorkerProgram m_program;
    const int m_lanes;
    Mutex m_mutex;
    std::shared_ptr<Child> m_process GUARDED_BY(m_mutex);
    std::vector<std::optional<WorkerEnds>> m_ends GUARDED_BY(m_mutex); ///< not taken yet
};

} // namespace poolscope
