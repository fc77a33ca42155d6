// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_model.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <unistd.h>

namespace poolscope {

namespace {

std::uint64_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

constexpr std::size_t mostFailures = 10'000;
constexpr std::size_t mostEvents = 10'000;
constexpr std::size_t mostSamples = 4096;

} // namespace

RunModel::RunModel(QObject* parent)
    : QObject(parent), m_rows(std::make_shared<KeptRows>())
{}

void RunModel::begin(const RunPlan& plan, RunState state)
{
    ++m_begun;
    m_state = state;
    m_plan = plan;
    m_summary = {};
    m_summary.plan = plan;
    m_totals = {};
    m_error = {};
    m_weights.clear();
    m_checkedIn = 0;
    m_now = m_medianCompute = 0;
    m_rows = std::make_shared<KeptRows>();
    m_lost.clear();
    m_lastEvent.clear();
    m_events.clear();
    m_failures.clear();
    m_samples = {};
    m_annotations.clear();
    m_chunkChanges.clear();
    m_parentMemory = 0;
    growLanes(static_cast<std::size_t>(std::max(0, plan.workers)));
    emit changed();
}

void RunModel::growLanes(std::size_t lanes)
{
    lanes = std::min(lanes, RowKeeper::mostLanes);
    if (lanes <= m_lost.size()) return;
    m_lost.resize(lanes);
    m_lastEvent.resize(lanes);
}

void RunModel::apply(RunState state, const Summary& summary, const RunTotals& totals,
                     KeptBatch&& batch)
{
    m_state = state;
    m_summary = summary;
    const bool otherChunks = m_now > 0 && summary.plan.chunksize != m_plan.chunksize;
    if (otherChunks && m_chunkChanges.size() < mostSamples) m_chunkChanges.push_back({m_now, summary.plan.chunksize});
    m_plan = summary.plan;
    m_totals = totals;
    m_now = static_cast<double>(totals.wall);
    growLanes(std::max(totals.lane.size(), summary.worker.size()));
    if (batch.rows) show(std::move(batch.rows));
    for (const LaneEvent& event : batch.events) takeEvent(event);
    for (Failure& failure : batch.failures) {
        if (m_failures.size() < mostFailures) m_failures.push_back(std::move(failure));
    }
    m_samples.take(totals);
    if (hasParent() && live() && !isTraced(m_plan)) m_parentMemory = residentBytes(); // a run told afterwards was not this process's
    emit changed();
}

void RunModel::setState(RunState state)
{
    if (state == m_state) return;
    m_state = state;
    emit changed();
}

void RunModel::setAnnotations(std::vector<Annotation> annotations)
{
    std::stable_sort(annotations.begin(), annotations.end(),
                     [](const Annotation& a, const Annotation& b) { return a.at < b.at; });
    if (annotations == m_annotations) return;
    m_annotations = std::move(annotations);
    emit annotationsChanged();
}

void RunModel::refuse(RunState state, const Error& error, Nanos checkedIn,
                      std::map<std::string, std::size_t> weights)
{
    m_state = state;
    m_weights = std::move(weights);
    m_error = error;
    m_checkedIn = checkedIn;
    emit changed();
}

void RunModel::show(std::shared_ptr<const KeptRows> rows)
{
    if (rows == m_rows) return;
    m_rows = std::move(rows);
    m_medianCompute = m_rows->notes.medianCompute();
    growLanes(m_rows->lane.size());
}

const LaneSeries& RunModel::lane(std::size_t lane) const
{
    static const LaneSeries none;
    return lane < m_rows->lane.size() ? m_rows->lane[lane] : none;
}

// A death takes what its worker did since its last row with it; that time was compute (recorder.h).
void RunModel::takeEvent(const LaneEvent& event)
{
    if (live()) growLanes(std::size_t{event.worker} + 1);
    if (event.worker >= laneCount()) return;
    const double at = static_cast<double>(event.at);
    if (event.kind == LaneEvent::Kind::Died && event.item >= 0) {
        const LaneSeries& lane = this->lane(event.worker);
        const std::size_t next = lane.firstBeginningAt(at);
        const double rowsEnd = next > 0 ? endOf(lane.row(next - 1)) : 0;
        const double from = std::max(rowsEnd, static_cast<double>(m_lastEvent[event.worker].at));
        if (at > from) m_lost[event.worker].push_back({from, at, Phase::Compute});
    }
    m_lastEvent[event.worker] = event;
    if (m_events.size() < mostEvents) m_events.push_back(event);
}

const LaneTotals& RunModel::totals(std::size_t lane) const
{
    static const LaneTotals none;
    return lane < m_totals.lane.size() ? m_totals.lane[lane] : none;
}

const WorkerSummary& RunModel::worker(std::size_t lane) const
{
    static const WorkerSummary none;
    return lane < m_summary.worker.size() ? m_summary.worker[lane] : none;
}

double RunModel::expectedEnd() const
{
    return live() && m_summary.eta > 0 ? m_now + m_summary.eta * 1e9 : m_now;
}

RowRef RunModel::rowAt(std::size_t lane, double t) const
{
    if (lane >= laneCount()) return {};
    const LaneSeries& series = this->lane(lane);
    const std::size_t index = series.firstEndingAfter(t);
    if (index >= series.size() || static_cast<double>(series.row(index).start) > t) return {};
    return {static_cast<int>(lane), index};
}

bool RunModel::has(RowRef ref) const
{
    return ref.valid() && static_cast<std::size_t>(ref.lane) < laneCount() &&
           ref.index < lane(static_cast<std::size_t>(ref.lane)).size();
}

RowRef RunModel::slowest() const
{
    const RowNotes& notes = m_rows->notes;
    return notes.slowestCompute() > 0 ? rowAt(notes.slowestLane(), notes.slowestAt()) : RowRef{};
}

bool RunModel::hasDied(std::size_t lane) const
{
    return lane < m_lastEvent.size() && m_lastEvent[lane].kind == LaneEvent::Kind::Died;
}

QString RunModel::stateText(std::size_t lane) const
{
    if (lane >= laneCount()) return {};
    const LaneEvent& last = m_lastEvent[lane];
    if (last.kind == LaneEvent::Kind::Died) {
        return last.signal ? tr("ended, signal %1").arg(last.signal)
                           : tr("ended, exit %1").arg(last.exitCode);
    }
    const PhaseSeconds& phases = worker(lane).phases;
    const double all = phases.total();
    if (!worker(lane).noWorker.empty()) return tr("could not start");
    if (!(all > 0)) return live() ? tr("starts") : tr("waits");
    return tr("busy %1 %").arg(std::lround((all - phases[Phase::Wait]) / all * 100));
}

} // namespace poolscope
