// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on their way into a session and back.
#include "ui/views/command_text.h"
#include "ui/views/run_desk.h"

namespace poolscope {

namespace {

/// What was asked for, as far as a recorded run tells it: it can be repeated.
RunRequest requestOf(const RecordedRun& run)
{
    RunRequest request;
    request.job = run.plan.job;
    for (const auto& [name, value] : run.parameters) request.parameters[name] = value;
    request.backend = backendNamed(run.plan.backend).value_or(request.backend);
    request.workers = run.plan.workers;
    const bool chosen = !run.plan.chunksizeReason.empty(); // by measuring: it is measured again
    request.chunksize = chosen ? autoChunksize : run.plan.chunksize;
    request.api = apiNamed(run.plan.api).value_or(request.api);
    request.protocol = run.plan.protocol;
    request.startMethod = startMethodNamed(run.plan.startMethod).value_or(request.startMethod);
    request.transport = transportNamed(run.plan.transport).value_or(request.transport);
    request.taskTimeout = run.plan.taskTimeout;
    request.retries = run.plan.retries;
    return request;
}

} // namespace

bool RunDesk::canBeKept(const Entry& entry)
{
    const RunState state = entry.run->state();
    return (state == RunState::Finished || state == RunState::Cancelled) && entry.run->laneCount() > 0;
}

QString RunDesk::commandOf(const Entry& entry)
{
    return entry.command.empty() ? poolscope::commandOf(entry.request)
                                 : QString::fromStdString(entry.command);
}

RecordedRun RunDesk::record(const Entry& entry)
{
    RecordedRun run;
    entry.run->record(run);
    run.began = entry.began;
    run.parameters = parametersOf(entry.request);
    run.command = commandOf(entry).toStdString();
    run.probe = entry.probe;
    run.digest = entry.digest;
    run.values = entry.values;
    run.reduction = entry.results->reduction().toStdString();
    return run;
}

std::unique_ptr<RunDesk::Entry> RunDesk::restore(const RecordedRun& run, QThread* thread)
{
    auto entry = std::make_unique<Entry>();
    entry->request = requestOf(run);
    entry->command = run.command;
    entry->run = std::make_shared<RunModel>();
    entry->run->restore(run);
    entry->results = std::make_shared<ResultsModel>();
    entry->results->append(run.values);
    entry->results->setTotal(run.totals.done - run.totals.failed);
    entry->results->setReduction(QString::fromStdString(run.reduction));
    entry->began = run.began;
    entry->probe = run.probe;
    entry->digest = run.digest;
    entry->values = run.values;
    entry->kept = true;
    entry->run->moveToThread(thread);
    entry->results->moveToThread(thread);
    return entry;
}

void RunDesk::add(Entries entries)
{
    for (auto& entry : entries) {
        m_entries.push_back(std::move(entry));
        m_runs.add(m_entries.back()->run);
    }
}

} // namespace poolscope
