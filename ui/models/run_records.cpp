// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run's way into a session and back.
#include "ui/models/run_model.h"

#include "core/session/session.h"

namespace poolscope {

void RunModel::restore(const RecordedRun& run)
{
    begin(run.plan, RunState::Finished);
    m_growing.reset();
    m_lanes = run.lanes ? run.lanes : std::make_shared<const std::vector<LaneSeries>>();
    m_lost.assign(m_lanes->size(), {});
    m_lastEvent.assign(m_lanes->size(), {});
    m_state = run.totals.cancelled ? RunState::Cancelled : RunState::Finished;
    m_summary = summaryOf(run);
    m_totals = run.totals;
    m_now = static_cast<double>(run.totals.wall);
    for (const LaneSeries& lane : *m_lanes) {
        LaneReader reader(lane);
        for (std::size_t i = 0; i < lane.size(); ++i) noteRow(reader.row(i));
        findMedian(); // its sample stays small
    }
    for (const LaneEvent& event : run.events) takeEvent(event);
    m_failures = run.failures;
    for (const RunSample& sample : run.samples) {
        m_samples.push_back({sample.at, sample.done, sample.inFlight, sample.busy});
    }
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
    for (const Sample& sample : m_samples) {
        run.samples.push_back({sample.at, sample.done, sample.inFlight, sample.busy});
    }
    run.lanes = m_lanes;
    run.annotations = m_annotations;
}

} // namespace poolscope
