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
constexpr std::size_t mostFailedRows = 1000;
constexpr std::size_t mostEvents = 10'000;
constexpr std::size_t mostSamples = 4096;
constexpr std::size_t mostLanes = 1024;

} // namespace

RunModel::RunModel(QObject* parent)
    : QObject(parent), m_growing(std::make_shared<std::vector<LaneSeries>>()), m_lanes(m_growing)
{
}

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
    m_now = m_slowestAt = m_slowestCompute = m_medianCompute = 0;
    m_slowestLane = 0;
    m_computes.clear();
    m_computeStep = 1;
    m_rowsTaken = 0;
    m_lanes = m_growing = std::make_shared<std::vector<LaneSeries>>();
    m_lost.clear();
    m_lastEvent.clear();
    m_events.clear();
    m_failures.clear();
    m_samples.clear();
    m_failedRows.clear();
    m_annotations.clear();
    m_chunkChanges.clear();
    m_parentMemory = 0;
    m_latencies = {};
    growLanes(static_cast<std::size_t>(std::max(0, plan.workers)));
    emit changed();
}

void RunModel::growLanes(std::size_t lanes)
{
    lanes = std::min(lanes, mostLanes);
    if (lanes <= m_lanes->size()) return;
    m_growing->resize(lanes);
    m_lost.resize(lanes);
    m_lastEvent.resize(lanes);
}

void RunModel::apply(const Summary& summary, const RunTotals& totals, FeedBatch&& batch)
{
    RunState state = m_state;
    if (summary.finished) {
        state = summary.cancelled ? RunState::Cancelled : RunState::Finished;
    } else if (state == RunState::Measuring || state == RunState::FirstStart) {
        state = RunState::Running;
    }
    apply(state, summary, totals, std::move(batch));
}

void RunModel::apply(RunState state, const Summary& summary, const RunTotals& totals,
                     FeedBatch&& batch)
{
    m_state = state;
    m_summary = summary;
    const bool otherChunks = m_now > 0 && summary.plan.chunksize != m_plan.chunksize;
    if (otherChunks && m_chunkChanges.size() < mostSamples) m_chunkChanges.push_back({m_now, summary.plan.chunksize});
    m_plan = summary.plan;
    m_totals = totals;
    m_now = static_cast<double>(totals.wall);
    growLanes(std::max(totals.lane.size(), summary.worker.size()));
    for (const Row& row : batch.rows) takeRow(row);
    for (const LaneEvent& event : batch.events) takeEvent(event);
    for (Failure& failure : batch.failures) {
        if (m_failures.size() < mostFailures) m_failures.push_back(std::move(failure));
    }
    if (rowCount() > m_budget) foldRows();
    sample();
    findMedian();
    if (hasParent() && live()) m_parentMemory = residentBytes(); // a run told afterwards was not this process's
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

void RunModel::takeRow(const Row& row)
{
    growLanes(std::size_t{row.worker} + 1);
    if (row.worker >= m_lanes->size()) return;
    (*m_growing)[row.worker].append(row);
    noteRow(row);
}

void RunModel::noteRow(const Row& row)
{
    m_latencies.add(latencyOf(row));
    if (m_rowsTaken++ % m_computeStep == 0) m_computes.push_back(row[Step::Compute]);
    const double middle = static_cast<double>(row.start) + durationOf(row) / 2;
    if (row.failed && m_failedRows.size() < mostFailedRows)
        m_failedRows.emplace_back(row.worker, middle);
    if (static_cast<double>(row[Step::Compute]) > m_slowestCompute) {
        m_slowestCompute = static_cast<double>(row[Step::Compute]);
        m_slowestLane = row.worker;
        m_slowestAt = middle;
    }
}

// A death takes what its worker did since its last row with it; that time was compute (recorder.h).
void RunModel::takeEvent(const LaneEvent& event)
{
    if (live()) growLanes(std::size_t{event.worker} + 1);
    if (event.worker >= m_lanes->size()) return;
    const double at = static_cast<double>(event.at);
    if (event.kind == LaneEvent::Kind::Died && event.item >= 0) {
        const LaneSeries& lane = (*m_lanes)[event.worker];
        const std::size_t next = lane.firstBeginningAt(at);
        const double rowsEnd = next > 0 ? endOf(lane.row(next - 1)) : 0;
        const double from = std::max(rowsEnd, static_cast<double>(m_lastEvent[event.worker].at));
        if (at > from) m_lost[event.worker].push_back({from, at, Phase::Compute});
    }
    m_lastEvent[event.worker] = event;
    if (m_events.size() < mostEvents) m_events.push_back(event);
}

// One lane a tick, the longest, and more only where that is far from enough: folding all of them at
// once would hold a frame up.
void RunModel::foldRows()
{
    const auto shorter = [](const auto& a, const auto& b) { return a.size() < b.size(); };
    for (std::size_t i = 0; i < m_growing->size(); ++i) {
        LaneSeries& lane = *std::max_element(m_growing->begin(), m_growing->end(), shorter);
        const std::size_t before = lane.size();
        lane.fold(false);
        if (lane.size() > before / 4 * 3) lane.fold(true);
        if (rowCount() <= m_budget + m_budget / 4) return;
    }
}

void RunModel::sample()
{
    double busy = 0;
    for (const WorkerSummary& worker : m_summary.worker) busy += worker.busy ? 1 : 0;
    const double done = static_cast<double>(m_summary.done);
    m_samples.push_back({m_now * 1e-9, done, static_cast<double>(m_summary.inFlight), busy});
    if (m_samples.size() < mostSamples) return;
    for (std::size_t i = 0; 2 * i < m_samples.size(); ++i) m_samples[i] = m_samples[2 * i];
    m_samples.resize(m_samples.size() / 2);
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

std::size_t RunModel::rowCount() const
{
    std::size_t rows = 0;
    for (const LaneSeries& lane : *m_lanes) rows += lane.size();
    return rows;
}

std::uint64_t RunModel::folded() const
{
    std::uint64_t rows = 0;
    for (const LaneSeries& lane : *m_lanes) rows += lane.folded();
    return rows;
}

RowRef RunModel::rowAt(std::size_t lane, double t) const
{
    if (lane >= m_lanes->size()) return {};
    const LaneSeries& series = (*m_lanes)[lane];
    const std::size_t index = series.firstEndingAfter(t);
    if (index >= series.size() || static_cast<double>(series.row(index).start) > t) return {};
    return {static_cast<int>(lane), index};
}

bool RunModel::has(RowRef ref) const
{
    return ref.valid() && static_cast<std::size_t>(ref.lane) < m_lanes->size() &&
           ref.index < lane(static_cast<std::size_t>(ref.lane)).size();
}

RowRef RunModel::slowest() const
{
    return m_slowestCompute > 0 ? rowAt(m_slowestLane, m_slowestAt) : RowRef{};
}

void RunModel::findMedian()
{
    constexpr std::size_t most = 4096;
    while (m_computes.size() > most) { // every second goes, and of those to come as well
        for (std::size_t i = 0; 2 * i < m_computes.size(); ++i) m_computes[i] = m_computes[2 * i];
        m_computes.resize((m_computes.size() + 1) / 2);
        m_computeStep *= 2;
    }
    m_medianCompute = 0;
    if (m_computes.empty()) return;
    std::vector<float> computes = m_computes;
    const auto middle = computes.begin() + static_cast<std::ptrdiff_t>(computes.size() / 2);
    std::nth_element(computes.begin(), middle, computes.end());
    m_medianCompute = static_cast<double>(*middle);
}

bool RunModel::hasDied(std::size_t lane) const
{
    return lane < m_lastEvent.size() && m_lastEvent[lane].kind == LaneEvent::Kind::Died;
}

QString RunModel::stateText(std::size_t lane) const
{
    if (lane >= m_lanes->size()) return {};
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
