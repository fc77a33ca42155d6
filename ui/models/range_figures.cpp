// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/range_figures.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t mostLookedAt = 1 << 18; // rows, so that dragging a range never waits

/// Every `every`-th row of all lanes that has a part in the stretch.
template <class Look>
void lookAt(const RunModel& run, double begin, double end, std::size_t every, Look look)
{
    for (std::size_t i = 0; i < run.laneCount(); ++i) {
        const LaneSeries& lane = run.lane(i);
        LaneReader reader(lane);
        const std::size_t last = lane.firstBeginningAt(end);
        for (std::size_t k = lane.firstEndingAfter(begin); k < last; k += every)
            look(reader.row(k));
    }
}

void addDead(const RunModel& run, const Counted& stretch, ItemSet& items)
{
    for (const LaneEvent& event : run.events()) {
        const auto at = static_cast<double>(event.at);
        const bool here = event.kind == LaneEvent::Kind::Died && event.item >= 0;
        if (here && at >= stretch.begin && at < stretch.end)
            items.add(static_cast<std::uint64_t>(event.item), 1);
    }
}

} // namespace

std::size_t rowsIn(const RunModel& run, double begin, double end)
{
    std::size_t rows = 0;
    for (std::size_t i = 0; i < run.laneCount(); ++i) {
        const std::size_t first = run.lane(i).firstEndingAfter(begin);
        const std::size_t last = run.lane(i).firstBeginningAt(end);
        rows += last > first ? last - first : 0;
    }
    return rows;
}

Durations durationsOf(const RunModel& run, const Counted& stretch, std::optional<Phase> phase)
{
    if (!stretch.part() && !phase) return {run.latencies(), 1};
    const double begin = stretch.part() ? stretch.begin : 0;
    const double end = stretch.part() ? stretch.end : run.now() + 1;
    Durations durations;
    durations.every = 1 + rowsIn(run, begin, end) / mostLookedAt;
    lookAt(run, begin, end, durations.every, [&](const Row& row) {
        durations.counts.add(phase ? at(phasesOf(row), *phase) * 1e-9 : latencyOf(row));
    });
    return durations;
}

void ItemSet::add(std::uint64_t first, std::uint64_t count)
{
    m_parts.emplace_back(first, first + count);
}

void ItemSet::close()
{
    std::sort(m_parts.begin(), m_parts.end());
    std::vector<std::pair<std::uint64_t, std::uint64_t>> joined;
    for (const auto& part : m_parts) {
        if (!joined.empty() && part.first <= joined.back().second) {
            joined.back().second = std::max(joined.back().second, part.second);
        } else {
            joined.push_back(part);
        }
    }
    m_parts = std::move(joined);
}

bool ItemSet::holds(std::uint64_t item) const
{
    const auto after =
        std::upper_bound(m_parts.begin(), m_parts.end(), item,
                         [](std::uint64_t one, const auto& part) { return one < part.first; });
    return after != m_parts.begin() && item < (after - 1)->second;
}

ItemSet itemsIn(const RunModel& run, const Counted& stretch, std::uint64_t below)
{
    ItemSet items;
    lookAt(run, stretch.begin, stretch.end, 1, [&](const Row& row) {
        if (row.item < below) items.add(row.item, row.count);
    });
    addDead(run, stretch, items);
    items.close();
    return items;
}

ItemSet failedItemsIn(const RunModel& run, const Counted& stretch)
{
    ItemSet items;
    lookAt(run, stretch.begin, stretch.end, 1, [&](const Row& row) {
        if (row.failed > 0) items.add(row.item, row.count);
    });
    addDead(run, stretch, items);
    items.close();
    return items;
}

} // namespace poolscope
