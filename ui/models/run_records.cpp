// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run's way into a session and back.
#include "ui/models/run_model.h"

#include "core/session/session.h"

#include <QtConcurrent>

namespace poolscope {

namespace {

RowNotes notesOf(const LaneSeries& lane)
{
    RowNotes notes;
    LaneReader reader(lane);
    for (std::size_t i = 0; i < lane.size(); ++i) notes.take(reader.row(i));
    return notes;
}

/// The lanes of a run with their notes, several lanes at a time.
std::shared_ptr<const KeptRows> keptRowsOf(const RecordedRun& run)
{
    auto rows = std::make_shared<KeptRows>();
    if (!run.lanes) return rows;
    rows->lane = *run.lanes;
    const auto join = [](RowNotes& all, const RowNotes& lane) { all += lane; };
    rows->notes = QtConcurrent::blockingMappedReduced<RowNotes>(
        rows->lane, notesOf, join, QtConcurrent::OrderedReduce | QtConcurrent::SequentialReduce);
    return rows;
}

} // namespace

void RunModel::restore(const RecordedRun& run)
{
    begin(run.plan, RunState::Finished);
    growLanes(run.laneCount());
    show(keptRowsOf(run));
    m_state = run.totals.cancelled ? RunState::Cancelled : RunState::Finished;
    m_summary = summaryOf(run);
    m_totals = run.totals;
    m_now = static_cast<double>(run.totals.wall);
    for (const LaneEvent& event : run.events) takeEvent(event);
    m_failures = run.failures;
    m_samples.set(run.samples);
    m_annotations = run.annotations;
    emit changed();
}

void RunModel::record(RecordedRun& run) const
{
    run.plan = m_plan;
    run.totals = m_totals;
    run.latency = m_summary.latency;
    run.events = m_events;
    run.failures = m_failures;
    run.samples = m_samples.all();
    auto lanes = std::make_shared<std::vector<LaneSeries>>(m_rows->lane);
    lanes->resize(laneCount());
    run.lanes = std::move(lanes);
    run.annotations = m_annotations;
}

} // namespace poolscope
