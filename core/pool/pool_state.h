// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/pool/callback_thread.h"
#include "core/pool/open_calls.h"
#include "core/pool/pool.h"

namespace poolscope {

/// What stands behind a Pool whose options are good.
struct Pool::State {
    enum class Phase : std::uint8_t { Running, Closed, Terminated };

    State(const Catalogue& catalogue, const PoolOptions& options, std::string worker);

    /// The call, or the error of a pool that takes no more.
    Result<std::shared_ptr<Call>> start(std::shared_ptr<const Work> work, const CallPlan& plan)
        EXCLUDES(mutex);

    Starter starter;
    const std::string program;
    const WorkerProgram prober; ///< of the serial time
    const std::shared_ptr<const Registry> registry;
    const std::shared_ptr<CallbackThread> callbacks;
    const std::shared_ptr<OpenCalls> open = std::make_shared<OpenCalls>();
    Mutex mutex;
    Phase phase GUARDED_BY(mutex) = Phase::Running;
    std::unique_ptr<Dispatcher> dispatcher GUARDED_BY(mutex); ///< gone once the pool has ended
};

} // namespace poolscope
