// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lane_columns.h"

#include "ui/models/run_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace poolscope {

namespace {

constexpr std::size_t sampled = 256; // rows that are looked at for a median

double medianOf(std::vector<double>& values)
{
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

std::array<int, phaseCount> wholeHeights(const PhaseTimes& times, int height)
{
    std::array<int, phaseCount> heights{};
    const double sum = total(times);
    if (!(sum > 0)) return heights;
    std::array<double, phaseCount> rest{};
    int left = height;
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const double exact = times[i] / sum * height;
        heights[i] = static_cast<int>(exact);
        rest[i] = exact - heights[i];
        left -= heights[i];
    }
    std::array<std::size_t, phaseCount> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rest[a] > rest[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++heights[order[i % phaseCount]];
    return heights;
}

std::vector<Column> workerColumns(const RunModel& run, std::size_t lane, double from, double to,
                                  int width, int height)
{
    ColumnGrid grid;
    grid.set(run, from, to, width);
    return grid.worker(lane, height);
}

std::vector<Column> parentColumns(const RunModel& run, double from, double to, int width, int height)
{
    ColumnGrid grid;
    grid.set(run, from, to, width);
    return grid.parent(height);
}

bool everyTaskFits(const LaneSeries& lane, double from, double to, double width)
{
    const std::size_t first = lane.firstEndingAfter(from);
    const std::size_t last = lane.firstBeginningAt(to);
    if (first >= last || to <= from) return true;
    if (static_cast<double>(last - first) > width) return false;
    std::vector<double> rows, phases;
    const std::size_t step = std::max<std::size_t>(1, (last - first) / sampled);
    LaneReader reader(lane);
    for (std::size_t i = first; i < last; i += step) {
        const Row& row = reader.row(i);
        rows.push_back(durationOf(row));
        for (const Stretch& stretch : workerStretches(row)) {
            phases.push_back(stretch.end - stretch.begin);
        }
    }
    const double pixels = width / (to - from);
    return medianOf(phases) * pixels > 2 || medianOf(rows) * pixels >= 10;
}

} // namespace poolscope
