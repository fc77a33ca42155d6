// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lane_columns.h"

#include "ui/models/run_model.h"

#include <algorithm>
#include <cmath>

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
    for (; left > 0; --left) {
        const auto largest = std::max_element(rest.begin(), rest.end());
        ++heights[static_cast<std::size_t>(largest - rest.begin())];
        *largest = 0;
    }
    return heights;
}

std::vector<Column> joined(const std::vector<ColumnSlice>& slices)
{
    std::vector<Column> all;
    for (std::size_t x = 0; x < slices.size(); ++x) {
        const ColumnSlice& slice = slices[x];
        if (slice.empty()) continue;
        const int at = static_cast<int>(x);
        const bool beside = !all.empty() && all.back().x + all.back().width == at;
        if (beside && all.back().height == slice.height && all.back().pale == slice.pale) ++all.back().width;
        else all.push_back({at, 1, slice.height, slice.pale});
    }
    return all;
}

std::vector<Column> workerColumns(const RunModel& run, std::size_t lane, double from, double to,
                                  int width, int height)
{
    ColumnGrid grid;
    grid.set(run, from, to, width);
    return joined(grid.worker(lane, height));
}

std::vector<Column> parentColumns(const RunModel& run, double from, double to, int width, int height)
{
    ColumnGrid grid;
    grid.set(run, from, to, width);
    return joined(grid.parent(height));
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
