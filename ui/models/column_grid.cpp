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

void append(std::vector<Column>& columns, const Column& column)
{
    if (!columns.empty()) {
        Column& last = columns.back();
        const bool beside = last.x + last.width == column.x;
        if (beside && last.height == column.height && last.pale == column.pale) {
            ++last.width;
            return;
        }
    }
    columns.push_back(column);
}

/// Columns from what had passed at their edges.
template <class Edge>
std::vector<Column> columnsOf(Edge edge, double step, std::size_t width, int height)
{
    std::vector<Column> columns;
    PhaseTimes before = edge(0);
    for (std::size_t x = 0; x < width; ++x) {
        const PhaseTimes after = edge(x + 1);
        const PhaseTimes part = after - before;
        before = after;
        if (total(part) < leastCovered * step) continue; // the parent covers a column several times
        append(columns, {static_cast<int>(x), 1, wholeHeights(part, height), isPale(part)});
    }
    return columns;
}

} // namespace

void ColumnGrid::set(const RunModel& run, double from, double to, int width)
{
    m_width = static_cast<std::size_t>(std::max(1, width));
    const double step = (to - from) / static_cast<double>(m_width);
    const bool same = &run == m_run && std::abs(step - m_step) < 1e-9 * step; // as a moved view rounds it
    if (!same) m_step = step;
    const std::int64_t first = std::llround(from / m_step);
    if (!same) m_lanes.clear();
    m_run = &run;
    m_lanes.resize(run.laneCount());
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Lane& lane = m_lanes[i];
        if (lane.revision != run.revision(i)) lane.known.clear();
        lane.revision = run.revision(i);
        move(lane, first - m_first);
    }
    m_first = first;
}

/// The columns to the left go by so many; what is not known of those that come is worked out when asked for.
void ColumnGrid::move(Lane& lane, std::int64_t by) const
{
    const std::size_t edges = m_width + 1;
    std::vector<LaneTimes> edge(edges);
    std::vector<char> known(edges);
    for (std::size_t i = 0; i < edges; ++i) {
        const std::int64_t old = static_cast<std::int64_t>(i) + by;
        if (old < 0 || old >= static_cast<std::int64_t>(lane.known.size())) continue;
        known[i] = lane.known[static_cast<std::size_t>(old)];
        edge[i] = lane.edge[static_cast<std::size_t>(old)];
    }
    lane.edge = std::move(edge);
    lane.known = std::move(known);
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

std::vector<Column> ColumnGrid::worker(std::size_t lane, int height)
{
    return columnsOf([&](std::size_t edge) { return at(lane, edge).worker; }, m_step, m_width, height);
}

std::vector<Column> ColumnGrid::parent(int height)
{
    const auto edges = [&](std::size_t edge) {
        const double passed = std::clamp(time(edge), 0.0, m_run->now());
        PhaseTimes times{};
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
            // What attendants do after the end of the run is none of it.
            times += time(edge) > passed ? m_run->lane(lane).attendantUntil(passed) : at(lane, edge).attendant;
        }
        poolscope::at(times, Phase::Wait) = std::max(0.0, passed * static_cast<double>(m_lanes.size()) - total(times));
        return times;
    };
    return columnsOf(edges, m_step, m_width, height);
}

} // namespace poolscope
