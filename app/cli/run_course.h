// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A call under way, until its report has been written. Private to app/cli.

#include "app/cli/cli.h"
#include "app/cli/exit_code.h"
#include "app/cli/result_sink.h"
#include "app/cli/run_arguments.h"
#include "app/cli/watcher.h"

namespace poolscope {

/// The files that are written while a run goes on.
struct RunOutputs {
    std::optional<Output> results;
    std::optional<Output> json;

    /// Makes them anew, and looks whether those that come after the run could be. "OSError" where one
    /// cannot be written.
    Result<void> open(const RunArguments& typed);
    /// What went wrong with the first that failed, or nothing.
    std::string error() const;
};

class RunCourse final {
public:
    RunCourse(const RunArguments& typed, RunOutputs& outputs, RunPlan plan, const Pool& pool,
              const Work& work, std::shared_ptr<Call> call, ProbeResult probe);

    /// Takes every outcome, reports, and says how it went.
    ExitCode follow(Watcher& watcher, const CliContext& context);

private:
    void takeAll() EXCLUDES(m_taking);
    void summarise(Watcher& watcher) REQUIRES(m_taking);
    void report() REQUIRES(m_taking);
    void tellInterrupt() const;
    [[noreturn]] void giveUp(Watcher& watcher) EXCLUDES(m_taking);
    RecordedRun recorded(Watcher& watcher) const;
    ExitCode keep(Watcher& watcher, const CliContext& context) const;
    ExitCode codeOfTasks(const Watcher& watcher) const;

    const RunArguments& m_typed;
    RunOutputs& m_outputs;
    const std::int64_t m_began = utcNow();
    RunPlan m_plan; ///< its chunk size and start method are known at the end
    const Pool& m_pool;
    const std::shared_ptr<Call> m_call;
    const ProbeResult m_probe;
    Mutex m_taking; // what follows, between whoever takes outcomes and whoever gives up on them
    ResultSink m_results;
    RunTotals m_totals;
    Summary m_summary;
};

} // namespace poolscope
