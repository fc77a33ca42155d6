// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/pool_state.h"
#include "core/pool/options.h"

namespace poolscope {

namespace {

LaneOptions laneOptions(const PoolOptions& options, const std::string& program)
{
    return {options.backend == Backend::Serial ? 1 : options.workers,
            options.backend == Backend::Processes,
            {options.protocol, options.transport, -1, options.outOfBand},
            program,
            options.backend == Backend::Threads ? options.threads : nullptr,
            limitsOf(options)};
}

/// A copy of the catalogue's, so that results can be rebuilt when that has gone.
std::shared_ptr<const Registry> registryOf(const Catalogue& catalogue, const PoolOptions& options)
{
    return options.registry ? options.registry
                            : std::make_shared<const Registry>(catalogue.registry());
}

} // namespace

Pool::State::State(const Catalogue& catalogue, const PoolOptions& options, std::string worker)
    : starter(options.startMethod),
      program(std::move(worker)),
      registry(registryOf(catalogue, options)),
      callbacks(std::make_shared<CallbackThread>(options.callbackFailed)),
      dispatcher(std::make_unique<Dispatcher>(starter, laneOptions(options, program)))
{}

Result<std::shared_ptr<Call>> Pool::State::start(std::shared_ptr<const Work> work,
                                                 const CallPlan& plan)
{
    std::shared_ptr<Call> call;
    {
        const MutexLock lock(mutex);
        if (phase != Phase::Running) {
            return Error{"PoolClosed",
                         phase == Phase::Closed
                             ? "The pool was closed and takes no new calls: make another one."
                             : "The pool was terminated and takes no new calls: make another one.",
                         {}};
        }
        open->opened();
        call = dispatcher->start(std::move(work), plan);
    }
    call->whenOver([calls = open] { calls->over(); });
    return call;
}

} // namespace poolscope
