// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One run on its own thread: from the job's name to the last outcome. The window's thread looks at
// it once a tick and may cancel it at any time.

#include "ui/bridge/bridge.h"

#include <atomic>

namespace poolscope {

/// The pool that a request asks for.
PoolOptions poolOptionsOf(const RunRequest& request, const std::shared_ptr<LaneStarter>& threads);

/// Made for one run. run() belongs to the engine's thread, everything else to any.
class Engine final {
public:
    /// How it stands. Values are handed over once.
    struct Look {
        RunStage stage = RunStage::Measuring;
        RunPlan plan;
        ProbeResult probe;
        std::shared_ptr<Call> call; ///< from Running on
        std::vector<std::string> values;
        std::string reduction;
        ResultDigest digest;
        Error error;
        std::map<std::string, std::size_t> weights; ///< of attributes that could travel
        Nanos checkedIn = 0;
    };

    Engine(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, RunRequest request);

    void run(); ///< returns when all is over and the workers are gone
    void cancel() EXCLUDES(m_mutex);
    Look look() EXCLUDES(m_mutex);
    std::shared_ptr<Call> call() EXCLUDES(m_mutex); ///< Look::call

private:
    Result<void> attempt();
    Result<std::shared_ptr<const Work>> build(const Job& job, Pool& pool) const;
    void measure(Pool& pool, const Work& work);
    Result<std::shared_ptr<Call>> begin(Pool& pool, std::shared_ptr<const Work> work);
    void collect(Call& call, const Work& work);
    Result<void> fitTo(double seconds, const Job& job, Pool& pool);
    Result<double> pilot(const Job& job, Pool& pool);
    void keep(const std::shared_ptr<Call>& call) EXCLUDES(m_mutex);
    void plan(const Job& job, const Work& work, const Pool& pool) EXCLUDES(m_mutex);
    void weigh(const Work& work) EXCLUDES(m_mutex);
    void end(const Result<void>& result) EXCLUDES(m_mutex);

    const Catalogue& m_catalogue;
    std::shared_ptr<LaneStarter> m_threads;
    RunRequest m_request; // the engine's thread alone
    std::atomic<bool> m_cancelled = false;
    Mutex m_mutex;
    std::shared_ptr<Call> m_call GUARDED_BY(m_mutex); // what cancel() stops
    Look m_look GUARDED_BY(m_mutex);
};

} // namespace poolscope
