// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_course.h"

#include "app/cli/report.h"
#include "app/cli/run_export.h"

#include <cstdio>

namespace poolscope {

Result<void> RunOutputs::open(const RunArguments& typed)
{
    const std::pair<const std::string&, std::optional<Output>&> wanted[] = {
        {typed.results, results}, {typed.json, json}};
    for (const auto& [path, output] : wanted) {
        if (!path.empty()) {
            auto opened = Output::open(path);
            if (!opened) return opened.error();
            output.emplace(std::move(*opened));
        }
    }
    for (const std::string& path : typed.exports) {
        if (const auto good = canExportTo(path); !good) return good;
    }
    return typed.save.empty() ? Result<void>() : canSaveTo(typed.save);
}

std::string RunOutputs::error() const
{
    for (const auto* output : {&results, &json}) {
        if (*output && !(*output)->good()) {
            return (*output)->error();
        }
    }
    return {};
}

RunCourse::RunCourse(const RunArguments& typed, RunOutputs& outputs, RunPlan plan, const Pool& pool,
                     const Work& work, std::shared_ptr<Call> call, ProbeResult probe)
    : m_typed(typed),
      m_outputs(outputs),
      m_plan(std::move(plan)),
      m_pool(pool),
      m_call(std::move(call)),
      m_probe(std::move(probe)),
      m_results(work, outputs.results ? &*outputs.results : nullptr, typed.resultsIndex,
                typed.keepsRun())
{}

ExitCode RunCourse::follow(Watcher& watcher, const CliContext& context)
{
    watcher.watch(m_call, m_plan, m_probe, [this, &watcher] { giveUp(watcher); });
    takeAll();
    m_call->wait();
    watcher.stop();
    {
        const MutexLock lock(m_taking);
        summarise(watcher);
        report();
    }
    if (const std::string remark = m_pool.startRemark(); !remark.empty() && !m_typed.quiet) {
        complain(remark);
    }
    if (const std::string missing = missingWorkersText(m_summary); !missing.empty()) {
        complain(missing);
    }
    const std::string unwritten = m_outputs.error();
    if (!unwritten.empty()) {
        complain(unwritten);
    }
    const ExitCode kept = keep(watcher, context);
    const ExitCode tasks = codeOfTasks(watcher);
    if (tasks != ExitCode::Done && tasks != ExitCode::TaskFailed) {
        return tasks;
    }
    return unwritten.empty() && kept == ExitCode::Done ? tasks : ExitCode::BadFile;
}

void RunCourse::takeAll()
{
    Outcomes outcomes;
    while (m_call->next(outcomes)) {
        const MutexLock lock(m_taking);
        m_results.take(outcomes);
        outcomes = {};
        if (!m_outputs.error().empty()) {
            m_call->cancel();
        }
    }
}

/// How workers came to be is known once they have: a machine may refuse what was asked for.
void RunCourse::summarise(Watcher& watcher)
{
    if (m_plan.startMethod != "none") {
        m_plan.startMethod = nameOf(m_pool.startMethod());
    }
    m_plan.chunksize = m_call->chunksize();
    m_plan.chunksizeReason = m_call->chunksizeReason();
    m_totals = m_call->totals();
    m_summary = poolscope::summarise(m_plan, m_totals, m_probe, watcher.latencies());
}

void RunCourse::report()
{
    if (m_outputs.results) {
        m_outputs.results->flush();
    }
    const std::string verdict = m_summary.verdict + "\n";
    if (m_outputs.json) {
        m_outputs.json->text() = summaryJson(m_summary, m_results.failures(), m_results.digest());
        m_outputs.json->flush();
    }
    if (!m_outputs.json && !m_outputs.results) {
        const std::string advice = m_summary.advice.empty() ? "" : m_summary.advice + "\n";
        m_outputs.results = Output::standard(); // a reader that has gone is an error like any other
        m_outputs.results->text() = verdict + advice + resultText(m_results);
        m_outputs.results->flush();
    } else if (!m_typed.quiet) {
        std::fwrite(verdict.data(), 1, verdict.size(), stderr);
    }
    listFailures(m_results);
}

void RunCourse::tellInterrupt() const
{
    complain("interrupted: " + countText(m_results.digest().count + m_results.failed()) + " of " +
             countText(m_plan.items) + " items were finished.");
}

/// A task that runs in this very process cannot be ended with a worker, only left behind.
void RunCourse::giveUp(Watcher& watcher)
{
    const MutexLock lock(m_taking);
    summarise(watcher);
    report();
    tellInterrupt();
    ::_exit(static_cast<int>(ExitCode::Interrupted));
}

RecordedRun RunCourse::recorded(Watcher& watcher) const
{
    RecordedRun run;
    run.began = m_began;
    run.plan = m_plan;
    run.parameters = typedParameters(m_typed);
    run.command = commandText(m_plan, run.parameters, unplannedOptions(m_typed));
    run.totals = m_totals;
    run.probe = m_probe;
    run.latency = m_summary.latency;
    run.failures = m_results.failures();
    run.digest = m_results.digest();
    run.values = m_results.keptValues();
    run.reduction = reductionText(run.digest);
    watcher.recording().moveTo(run);
    return run;
}

/// Saves and exports; what fails is told, and the rest goes on.
ExitCode RunCourse::keep(Watcher& watcher, const CliContext& context) const
{
    if (!m_typed.keepsRun()) {
        return ExitCode::Done;
    }
    const RecordedRun run = recorded(watcher);
    const RecordedRun* one = &run;
    ExitCode code = ExitCode::Done;
    const auto note = [&code](const Result<void>& result) {
        if (!result) {
            complain(result.error().text);
            code = ExitCode::BadFile;
        }
    };
    if (!m_typed.save.empty()) {
        note(saveRuns(m_typed.save, {&one, 1}));
    }
    for (const std::string& path : m_typed.exports) {
        note(exportTo(path, run, context));
    }
    return code;
}

ExitCode RunCourse::codeOfTasks(const Watcher& watcher) const
{
    if (watcher.interrupted()) {
        tellInterrupt();
        return ExitCode::Interrupted;
    }
    if (const auto read = m_call->inputError(); !read) {
        complain(read.error().text);
        return read.error().kind == "OSError" ? ExitCode::BadFile : ExitCode::TaskFailed;
    }
    return m_results.failed() > 0 || m_summary.failed > 0 ? ExitCode::TaskFailed : ExitCode::Done;
}

} // namespace poolscope
