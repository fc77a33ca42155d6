// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/pool_state.h"
#include "core/pool/options.h"

namespace poolscope {

namespace {

/// A function that pickle cannot carry is given to each worker once.
Initializer carrying(const PythonProgram& python)
{
    const auto carry = workersFunction("poolscope_worker", "carry");
    return {carry,
            oneItem(std::pair<std::string, Blob>(python.carrier, Blob(python.carried))),
            Registry()};
}

LaneOptions laneOptions(const PoolOptions& options, const std::string& program)
{
    const bool isTeam = options.backend == Backend::PythonThreads;
    const WorkerOptions told{options.protocol, options.transport, -1, options.outOfBand};
    LaneOptions lanes;
    lanes.workers = options.backend == Backend::Serial ? 1 : options.workers;
    lanes.processes = sendsMessages(options.backend);
    lanes.worker.path = program;
    lanes.worker.options = told;
    lanes.threads = options.backend == Backend::Threads ? options.threads : nullptr;
    lanes.limits = limitsOf(options);
    if (options.python) {
        lanes.python = pythonWorker(options.python, program, told, isTeam ? lanes.workers : 1);
        lanes.pythons = options.backend == Backend::Processes ? options.pythonWorkers
                                                              : lanes.workers;
        lanes.isTeam = isTeam;
        if (!options.python.carrier.empty()) {
            lanes.limits.initializer = carrying(options.python);
        }
    }
    return lanes;
}

/// Who measures the serial time: a worker of the kind that most are.
WorkerProgram proberOf(const PoolOptions& options, const std::string& program)
{
    const LaneOptions lanes = laneOptions(options, program);
    WorkerProgram prober = lanes.programOf(0);
    if (lanes.isTeam) {
        prober = pythonWorker(options.python, program, prober.options);
    }
    return prober;
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
      prober(proberOf(options, program)),
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
