// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lanes as columns of pixels: the exact shares of the time that each column covers, as whole
// pixels that add up to the height of the bar.

#include "core/telemetry/telemetry.h"

#include <vector>

namespace poolscope {

class RunModel;

/// One column of a lane, or several equal neighbours in one.
struct Column {
    int x = 0;
    int width = 1;
    std::array<int, phaseCount> height{}; ///< by Phase; they add up to the bar's height, or all are 0
    bool pale = false;                    ///< its compute costs less than its overhead
    bool operator==(const Column&) const = default;
};

/// Whole parts of `height` in proportion to `times` by largest remainder; all 0 where times are 0.
std::array<int, phaseCount> wholeHeights(const PhaseTimes& times, int height);

/// The columns of worker lane `lane` from `from` to `to` (ns) over `width` pixels. Columns that are
/// covered by less than half are left out; neighbours that are equal are joined.
std::vector<Column> workerColumns(const RunModel& run, std::size_t lane, double from, double to,
                                  int width, int height);
/// The same for all attendants together; the time in which they do nothing is wait.
std::vector<Column> parentColumns(const RunModel& run, double from, double to, int width, int height);

/// Whether every task of a lane is drawn, one by one: where the median phase is wider than about 2
/// pixels, or the median row wider than 10.
bool everyTaskFits(const LaneSeries& lane, double from, double to, double width);

} // namespace poolscope
