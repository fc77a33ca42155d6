// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws the bars of lanes: columns of exact shares or every task, the words in them, and the marks
// of failures, deaths and ends.

#include "ui/charts/lane_layout.h"
#include "ui/charts/lane_picture.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace poolscope {

/// What is drawn where: `begin` to `end` (ns) over `left` to `left + width` pixels.
struct LaneScene {
    const RunModel& run;
    const Theme& theme;
    double begin = 0, end = 1;
    int left = 0, width = 0;
    std::optional<Phase> filter;
    ColumnGrid* grid = nullptr; ///< set to this scene; null: each lane has one for itself
    std::vector<LanePicture>* pictures = nullptr; ///< with a grid: the parent's, then those of the lanes

    double perNano() const { return width / (end - begin); }
    double x(double nanos) const { return left + (nanos - begin) * perNano(); }
    double at(double pixel) const { return begin + (pixel - left) / perNano(); }
};

/// What came of drawing, for the words in the header.
struct LaneSeen {
    bool columns = false;
    bool tasks = false;
    bool pale = false; ///< compute that costs less than its overhead is in view
};

void drawWorkerLane(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height,
                    LaneSeen& seen);
void drawParentLane(QPainter& painter, const LaneScene& scene, int top, int height, LaneSeen& seen);

/// Where a row's task is drawn: from the end of its wait to its own end; empty when out of view.
QRect taskRect(const LaneScene& scene, const Row& row, int top, int height);
/// How much of the beginning of a row is waiting, ns.
double waitBefore(const Row& row);

} // namespace poolscope
