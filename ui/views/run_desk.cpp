// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/run_desk.h"

#include <algorithm>

namespace poolscope {

namespace {

RunState stateOf(RunStage stage)
{
    switch (stage) {
    case RunStage::Measuring: return RunState::Measuring;
    case RunStage::Running: return RunState::Running;
    case RunStage::Finished: return RunState::Finished;
    case RunStage::Cancelled: return RunState::Cancelled;
    case RunStage::CannotPickle: return RunState::CannotPickle;
    case RunStage::Refused: break;
    }
    return RunState::Refused;
}

/// What is known of a run before its engine has said more.
RunPlan firstPlan(const RunRequest& request)
{
    RunPlan plan;
    plan.job = request.job;
    plan.title = request.job;
    plan.api = nameOf(request.api);
    plan.backend = nameOf(request.backend);
    plan.protocol = request.protocol;
    plan.workers = request.backend == Backend::Serial ? 1 : request.workers;
    return plan;
}

/// The begin of each, as far as a session keeps them.
void keepValues(RunDesk::Entry& entry, const std::vector<std::string>& fresh)
{
    for (const std::string& value : fresh) {
        if (entry.values.size() == RecordedRun::mostValues) return;
        entry.values.push_back(keptText(value));
    }
}

} // namespace

RunDesk::RunDesk(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, QObject* parent)
    : QObject(parent), m_bridge(catalogue, std::move(threads))
{
    connect(&m_bridge, &RunBridge::ticked, this, [this](const std::shared_ptr<RunTick>& tick) { apply(*tick); });
    connect(&m_bridge, &RunBridge::ended, this, [this] {
        emit ended(m_runs.current() == m_live->run);
    });
    connect(&m_runs, &RunsModel::currentChanged, this, &RunDesk::viewChanged);
}

void RunDesk::start(const RunRequest& request)
{
    m_entries.push_back(std::make_unique<Entry>());
    m_live = m_entries.back().get();
    m_live->request = request;
    m_live->run = std::make_shared<RunModel>();
    m_live->results = std::make_shared<ResultsModel>();
    m_live->began = utcNow();
    m_begun = false;
    m_live->run->begin(firstPlan(request));
    m_runs.add(m_live->run);
    m_bridge.start(request);
}

RunDesk::Entry* RunDesk::live()
{
    return running() ? m_live : nullptr;
}

const RunDesk::Entry* RunDesk::inView() const
{
    const auto isCurrent = [this](const auto& entry) { return entry->run == m_runs.current(); };
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), isCurrent);
    return found == m_entries.end() ? nullptr : found->get();
}

void RunDesk::apply(RunTick& tick)
{
    Entry& entry = *m_live;
    if (!m_begun && tick.stage != RunStage::Measuring) {
        begin(tick);
    }
    const RunState state = stateOf(tick.stage);
    entry.payloads = tick.payloads;
    keepValues(entry, tick.freshValues);
    entry.results->append(tick.freshValues);
    entry.probe = tick.probe;
    entry.digest = tick.digest;
    entry.results->setTotal(tick.summary.done - tick.summary.failed);
    entry.results->setReduction(QString::fromStdString(tick.reduction));
    if (m_begun) {
        entry.run->apply(state, tick.summary, tick.totals, std::move(tick.fresh));
    }
    if (state == RunState::CannotPickle || state == RunState::Refused) {
        entry.run->refuse(state, tick.error, tick.checkedIn, tick.weights);
    }
    emit ticked();
}

/// The plan is complete: items may have been fitted to the time that was asked for.
void RunDesk::begin(const RunTick& tick)
{
    Entry& entry = *m_live;
    m_begun = true;
    if (tick.plan.title.empty()) return; // it was refused before there was a plan
    entry.run->begin(tick.plan, stateOf(tick.stage));
    if (entry.request.lastFor) {
        entry.request.lastFor.reset();
        entry.request.parameters["items"] = std::to_string(tick.plan.items);
    }
}

} // namespace poolscope
