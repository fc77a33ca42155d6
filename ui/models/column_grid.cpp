// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of columns that lanes are drawn on.
#include "ui/models/lane_columns.h"

#include "ui/models/run_model.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr double leastCovered = 0.5; // of a column's time, or it is left empty

/// What is shown of `old` places from `by` on, and `T()` where nothing was.
template <class T> std::vector<T> moved(std::vector<T>& old, std::int64_t by, std::size_t size)
{
    std::vector<T> all(size);
    for (std::size_t i = 0; i < size; ++i) {
        const std::int64_t from = static_cast<std::int64_t>(i) + by;
        if (from >= 0 && from < static_cast<std::int64_t>(old.size()))
            all[i] = old[static_cast<std::size_t>(from)];
    }
    return all;
}

} // namespace

void ColumnGrid::set(const RunModel& run, double from, double to, int width)
{
    m_width = static_cast<std::size_t>(std::max(1, width));
    const double step = (to - from) / static_cast<double>(m_width);
    const bool same =
        &run == m_run && std::abs(step - m_step) < 1e-9 * step; // as a moved view rounds it
    if (!same) m_step = step;
    const std::int64_t first = std::llround(from / m_step);
    if (!same) {
        m_lanes.clear();
        m_parent.clear();
    }
    m_run = &run;
    if (m_lanes.size() != run.laneCount()) m_parent.clear();
    m_lanes.resize(run.laneCount());
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Lane& lane = m_lanes[i];
        if (lane.revision != run.revision(i)) {
            lane.known.clear();
            lane.slices.clear();
            m_parent.clear();
        }
        lane.revision = run.revision(i);
        move(lane, first - m_first);
    }
    move(m_parent, first - m_first);
    m_first = first;
}

/// The columns to the left go by so many; what is not known of those that come is worked out when asked for.
void ColumnGrid::move(Lane& lane, std::int64_t by) const
{
    lane.edge = moved(lane.edge, by, m_width + 1);
    lane.known = moved(lane.known, by, m_width + 1);
    move(lane.slices, by);
}

void ColumnGrid::move(Slices& slices, std::int64_t by) const
{
    slices.slice = moved(slices.slice, by, m_width);
    slices.known = moved(slices.known, by, m_width);
}

const LaneTimes& ColumnGrid::at(std::size_t lane, std::size_t edge)
{
    Lane& kept = m_lanes[lane];
    if (!kept.known[edge]) {
        const double t = time(edge);
        kept.edge[edge] = m_run->timesUntil(lane, t);
        kept.known[edge] = t <= m_run->settledUntil(lane);
    }
    return kept.edge[edge];
}

/// Columns from what had passed at their edges.
template <class Edge, class Knows>
const std::vector<ColumnSlice>& ColumnGrid::slices(Slices& kept, int height, Edge edge,
                                                   Knows knows) const
{
    if (kept.height != height) kept.known.assign(m_width, 0);
    kept.height = height;
    for (std::size_t x = 0; x < m_width; ++x) {
        if (kept.known[x]) continue;
        const PhaseTimes part = edge(x + 1) - edge(x);
        const bool covered =
            total(part) >= leastCovered * m_step; // the parent covers a column several times
        kept.slice[x] =
            covered ? ColumnSlice{wholeHeights(part, height), isPale(part)} : ColumnSlice();
        kept.known[x] = knows(x) && knows(x + 1);
    }
    return kept.slice;
}

const std::vector<ColumnSlice>& ColumnGrid::worker(std::size_t lane, int height)
{
    Lane& kept = m_lanes[lane];
    return slices(
        kept.slices, height, [&](std::size_t edge) { return at(lane, edge).worker; },
        [&](std::size_t edge) { return kept.known[edge] != 0; });
}

const std::vector<ColumnSlice>& ColumnGrid::parent(int height)
{
    return slices(
        m_parent, height, [&](std::size_t edge) { return parentAt(edge); },
        [&](std::size_t edge) { return parentKnows(edge); });
}

PhaseTimes ColumnGrid::parentAt(std::size_t edge)
{
    const double passed = std::clamp(time(edge), 0.0, m_run->now());
    PhaseTimes times{};
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
        // What attendants do after the end of the run is none of it.
        times += time(edge) > passed ? m_run->lane(lane).attendantUntil(passed)
                                     : at(lane, edge).attendant;
    }
    poolscope::at(times, Phase::Wait) =
        std::max(0.0, passed * static_cast<double>(m_lanes.size()) - total(times));
    return times;
}

bool ColumnGrid::parentKnows(std::size_t edge) const
{
    return std::all_of(m_lanes.begin(), m_lanes.end(),
                       [&](const Lane& lane) { return lane.known[edge] != 0; });
}

} // namespace poolscope
