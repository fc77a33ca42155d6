// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words and marks on the bars of a lane. Words stand only where they fit with 8 px each side.

#include "ui/charts/lane_bars.h"

namespace poolscope {

/// "straggler", "slowest", or why there is a gap; in the bars of single tasks.
void drawTaskWords(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height);
/// The same where a straggler or a gap fills columns to their full height.
void drawColumnWords(QPainter& painter, const LaneScene& scene, std::size_t lane,
                     const std::vector<Column>& columns, int top, int height);
/// Where columns are missing between others because rows were dropped.
void drawColumnGaps(QPainter& painter, const LaneScene& scene, const std::vector<Column>& columns, int top,
                    int height);
/// Failed tasks, deaths, restarts, the end of a stopped run, and what was not recorded.
void drawLaneMarks(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height);

} // namespace poolscope
