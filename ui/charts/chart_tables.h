// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How each chart tells itself as a table. The charts call these with what they show.

#include "ui/charts/overhead_chart.h"

#include <optional>

namespace poolscope {

/// A: parts of worker time, by phase, then what is in none.
ChartTable verdictTable(const RunModel& run, const QString& sentence);
/// B: state, items and time by phase of the parent and each worker, between two moments (ns).
ChartTable lanesTable(const RunModel& run, double from, double to, std::optional<Phase> filter);
/// C: in the unit that is shown.
ChartTable overheadTable(const std::vector<OverheadRow>& rows, OverheadChart::Unit unit, bool inRange);
/// E: one row a stretch of time.
ChartTable throughputTable(const RunModel& run, const std::vector<Throughput>& series);
/// F: one row a bin that is not empty.
ChartTable latencyTable(const LatencyCounts& counts);

} // namespace poolscope
