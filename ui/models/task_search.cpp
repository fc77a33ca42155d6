// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding rows: those like one that is looked at, and the one that an item came home with.
#include "ui/models/task_detail.h"

#include <algorithm>

namespace poolscope {

namespace {

bool holds(const Row& row, std::uint64_t item)
{
    return item >= row.item && item < std::uint64_t{row.item} + row.count;
}

/// Chunks are cut in the order of the input and handed to whoever asks, so that the items of a lane
/// rise as long as none is sent again.
std::size_t guess(const LaneSeries& lane, std::uint64_t item)
{
    std::size_t low = 0, high = lane.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const Row row = lane.row(middle);
        if (std::uint64_t{row.item} + row.count <= item)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct Found {
    RowRef ref;
    Nanos start = 0;
};

} // namespace

std::vector<RowRef> similarRows(const RunModel& run, RowRef ref, std::size_t most)
{
    const Row like = run.row(ref);
    const double compute = static_cast<double>(like[Step::Compute]);
    std::vector<Found> found;
    for (std::size_t i = 0; i < run.laneCount(); ++i) {
        LaneReader lane(run.lane(i));
        for (std::size_t k = 0; k < run.lane(i).size(); ++k) {
            const Row& row = lane.row(k);
            const double other = static_cast<double>(row[Step::Compute]);
            const bool near = other <= compute * similarFactor && compute <= other * similarFactor;
            if (near && (row.failed > 0) == (like.failed > 0))
                found.push_back({{static_cast<int>(i), k}, row.start});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.start < b.start; });
    const auto self = std::find_if(found.begin(), found.end(),
                                   [ref](const Found& one) { return one.ref == ref; });
    std::rotate(found.begin(), self, found.end());
    std::vector<RowRef> rows;
    for (const Found& one : found) {
        if (rows.size() == most) break;
        rows.push_back(one.ref);
    }
    return rows;
}

RowRef rowOfItem(const RunModel& run, std::uint64_t item)
{
    RowRef best;
    int attempt = -1;
    const auto take = [&](std::size_t lane, std::size_t index, const Row& row) {
        if (!holds(row, item) || int{row.attempt} <= attempt) return;
        best = {static_cast<int>(lane), index};
        attempt = row.attempt;
    };
    for (std::size_t i = 0; i < run.laneCount(); ++i) {
        const std::size_t index = guess(run.lane(i), item);
        if (index < run.lane(i).size()) take(i, index, run.lane(i).row(index));
    }
    if (best.valid()) return best;
    for (std::size_t i = 0; i < run.laneCount();
         ++i) { // sent again: somewhere among the later ones
        LaneReader lane(run.lane(i));
        for (std::size_t k = 0; k < run.lane(i).size(); ++k) take(i, k, lane.row(k));
    }
    return best;
}

} // namespace poolscope
