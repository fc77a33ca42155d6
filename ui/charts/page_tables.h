// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How D and what stands in the place of the run tell themselves as tables: a task, a sweep, the
// break-even map, the figures of two runs.

#include "ui/models/models.h"

namespace poolscope {

/// D: one row a step, out and back.
ChartTable taskTable(const TaskDetail& detail);
/// One row a value, with what the laws say where they are fitted.
ChartTable sweepTable(const SweepModel& model);
/// The points of the map: the job, and what was checked.
ChartTable breakEvenTable(const BreakEvenModel& model);
/// The contours of the map: the work of an item from which the pool is so much faster, by its bytes.
ChartTable contoursTable(const BreakEvenModel& model, const std::vector<double>& speedups,
                         const std::vector<double>& bytes);
/// G: one row a figure, of the whole run or of one item, as is shown.
ChartTable differencesTable(const ComparisonModel& model, const QString& sentence);

} // namespace poolscope
