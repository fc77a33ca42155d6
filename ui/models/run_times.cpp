// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run says of stretches of time: phases of lanes, throughput.
#include "ui/models/run_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace poolscope {

namespace {

void addOverlap(PhaseTimes& times, const Stretch& stretch, double from, double to)
{
    const double overlap = std::min(stretch.end, to) - std::max(stretch.begin, from);
    if (overlap > 0) at(times, stretch.phase) += overlap;
}

/// Whether `t` lies behind the last row: most moments do not, and are told so at little cost.
bool reachesTail(const LaneSeries& lane, double t) { return t >= lane.settledUntil() && t > lane.end(); }

} // namespace

// Where the lane's present worker began to wait or work after its last row; after now where it has
// not begun or is gone.
double RunModel::beganAt(std::size_t lane) const
{
    const LaneEvent& last = m_lastEvent[lane];
    const double rowsEnd = std::max(0.0, this->lane(lane).end());
    switch (last.kind) {
    case LaneEvent::Kind::Died: return m_now;
    case LaneEvent::Kind::Started:
        if (rowsEnd > static_cast<double>(last.at)) return rowsEnd;
        return totals(lane).busySince > last.at ? static_cast<double>(totals(lane).busySince) : m_now;
    case LaneEvent::Kind::Ready: return std::max(rowsEnd, static_cast<double>(last.at));
    case LaneEvent::Kind::Closed: break;
    }
    return rowsEnd;
}

std::vector<Stretch> RunModel::tail(std::size_t lane) const
{
    const LaneEvent& last = m_lastEvent[lane];
    const double from = beganAt(lane);
    const bool closed = last.kind == LaneEvent::Kind::Closed;
    const double to = closed ? std::min(m_now, static_cast<double>(last.at)) : m_now;
    if (to <= from) return {};
    const double busy = live() ? static_cast<double>(totals(lane).busySince) : 0;
    if (!(busy > 0)) return {{from, to, Phase::Wait}};
    const double begin = std::clamp(busy, from, to);
    std::vector<Stretch> stretches;
    if (begin > from) stretches.push_back({from, begin, Phase::Wait});
    stretches.push_back({begin, to, Phase::Compute});
    return stretches;
}

PhaseTimes RunModel::workerUntil(std::size_t lane, double t) const
{
    PhaseTimes times = this->lane(lane).workerUntil(t);
    for (const Stretch& stretch : m_lost[lane]) addOverlap(times, stretch, 0, t);
    if (reachesTail(this->lane(lane), t)) {
        for (const Stretch& stretch : tail(lane)) addOverlap(times, stretch, 0, t);
    }
    return times;
}

LaneTimes RunModel::timesUntil(std::size_t lane, double t) const
{
    const LaneSeries& series = this->lane(lane);
    LaneTimes times = series.timesUntil(t);
    for (const Stretch& stretch : m_lost[lane]) addOverlap(times.worker, stretch, 0, t);
    if (reachesTail(series, t)) {
        for (const Stretch& stretch : tail(lane)) addOverlap(times.worker, stretch, 0, t);
    }
    return times;
}

double RunModel::settledUntil(std::size_t lane) const
{
    return live() ? this->lane(lane).settledUntil() : std::numeric_limits<double>::infinity();
}

std::uint64_t RunModel::revision(std::size_t lane) const
{
    return (m_begun << 40) + this->lane(lane).revision() + m_lost[lane].size();
}

PhaseTimes RunModel::workerTimes(std::size_t lane, double from, double to) const
{
    return workerUntil(lane, to) - workerUntil(lane, from);
}

bool RunModel::hasParent() const { return m_plan.backend != "serial" && m_plan.backend != "threads"; }

PhaseTimes RunModel::parentUntil(double t) const
{
    const double passed = std::clamp(t, 0.0, m_now);
    PhaseTimes times{};
    for (const LaneSeries& lane : m_rows->lane) times += lane.attendantUntil(passed);
    const double all = passed * static_cast<double>(laneCount());
    at(times, Phase::Wait) = std::max(0.0, all - total(times));
    return times;
}

// Whether rows say all there is to say of the time until `until`: chunks still running have none.
bool RunModel::rowsTell(double until) const
{
    if (m_summary.dropped > 0) return false;
    if (!live()) return true;
    for (std::size_t i = 0; i < laneCount(); ++i) {
        if (lane(i).end() < until) return false;
    }
    return true;
}

/// Rows tell how many chunks were under way until then: of some that were folded into one they do not.
bool RunModel::chunksTell(double until) const { return m_rows->folded() == 0 && rowsTell(until); }

double RunModel::sampled(double at, double RunSample::*what) const
{
    const std::vector<RunSample>& samples = m_samples.all();
    const auto before = [at](const RunSample& sample) { return sample.at < at; };
    const auto next = std::partition_point(samples.begin(), samples.end(), before);
    if (next == samples.begin()) return next == samples.end() ? 0 : (*next).*what * at / std::max(at, next->at);
    if (next == samples.end()) return samples.back().*what;
    const RunSample& a = *(next - 1);
    const double share = (at - a.at) / (next->at - a.at);
    return a.*what + share * ((*next).*what - a.*what);
}

/// The mean of the samples in a stretch, s; where there is none, what lies between those around it.
double RunModel::sampledMean(double from, double to, double RunSample::*what) const
{
    const std::vector<RunSample>& samples = m_samples.all();
    const auto until = [&samples](double t) {
        return std::partition_point(samples.begin(), samples.end(), [t](const RunSample& sample) { return sample.at <= t; });
    };
    const auto first = until(from), end = until(to);
    if (first == end) return sampled(to, what);
    double sum = 0;
    for (auto sample = first; sample != end; ++sample) sum += (*sample).*what;
    return sum / static_cast<double>(end - first);
}

double RunModel::itemsBetween(double from, double to) const
{
    if (m_summary.dropped > 0) {
        return sampled(to * 1e-9, &RunSample::done) - sampled(from * 1e-9, &RunSample::done);
    }
    double items = 0;
    for (std::size_t i = 0; i < laneCount(); ++i) {
        items += lane(i).items(from, to);
        const double since = std::max(static_cast<double>(totals(i).busySince), lane(i).end());
        const double overlap = std::min(to, m_now) - std::max(from, since);
        if (!live() || totals(i).busySince == 0 || overlap <= 0) continue;
        items += static_cast<double>(totals(i).begun) * overlap / (m_now - since);
    }
    return items;
}

double RunModel::inFlightBetween(double from, double to) const
{
    if (!chunksTell(to)) return sampledMean(from * 1e-9, to * 1e-9, &RunSample::inFlight);
    double chunks = 0;
    for (const LaneSeries& lane : m_rows->lane) chunks += lane.inFlight(from, to);
    return chunks;
}

// What has passed at each edge, once: a bin is the difference of two.
std::vector<Throughput> RunModel::throughput(double from, double to, std::size_t bins) const
{
    struct Edge {
        double items = 0, chunkTime = 0, busyTime = 0;
        bool told = false; ///< rows tell of the chunks
    };
    const auto at = [this](double t) {
        Edge edge{itemsBetween(0, t), 0, 0, chunksTell(t)};
        if (edge.told) edge.chunkTime = inFlightBetween(0, t) * t;
        for (std::size_t lane = 0; lane < laneCount(); ++lane) {
            const PhaseTimes times = workerUntil(lane, t);
            edge.busyTime += total(times) - poolscope::at(times, Phase::Wait);
        }
        return edge;
    };
    std::vector<Throughput> series;
    const double length = (to - from) / static_cast<double>(std::max<std::size_t>(1, bins));
    if (!(length > 0)) return series;
    Edge before = at(from * 1e9);
    for (std::size_t i = 0; i < bins; ++i) {
        const double a = from + static_cast<double>(i) * length;
        const double b = std::min(a + length, m_now * 1e-9);
        if (b <= a) break;
        const Edge after = at(b * 1e9);
        const double inFlight = after.told ? (after.chunkTime - before.chunkTime) / ((b - a) * 1e9)
                                           : sampledMean(a, b, &RunSample::inFlight);
        series.push_back({a, b, (after.items - before.items) / (b - a), inFlight,
                          (after.busyTime - before.busyTime) / ((b - a) * 1e9)});
        before = after;
    }
    return series;
}

} // namespace poolscope
