// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the lanes stand: the headers and the plot share one.

#include "ui/charts/theme.h"

#include <QRect>

#include <algorithm>

namespace poolscope {

struct LaneLayout {
    int lanes = 0;      ///< the parent's with them
    bool parent = true; ///< lane 0 is the parent's and stays on top when the others scroll
    int pitch = 48;
    int bar = 32;
    int height = 240;   ///< of the part that is seen
    int scroll = 0;
    bool narrow = false; ///< headers are one line

    int content() const { return lanes * pitch; }
    int shown() const { return std::min(height, std::max(content(), pitch)); } ///< px that lanes take
    int mostScroll() const { return std::max(0, content() - height); }
    int top(int lane) const { return lane * pitch - (parent && lane == 0 ? 0 : scroll); }
    int barTop(int lane) const { return top(lane) + (pitch - bar) / 2; }
    /// What of the widget belongs to lanes that scroll, over `width` pixels.
    QRect scrolled(int width) const;
    /// The lane at `y`, or -1.
    int laneAt(int y) const;
    /// Of a lane of the layout its worker lane; -1 is the parent.
    int worker(int lane) const { return parent ? lane - 1 : lane; }
    bool seen(int lane) const { return top(lane) + pitch > 0 && top(lane) < height; }
};

/// 48 px a lane, up to 72 where there is room, down to 28 with headers of one line; then they scroll.
LaneLayout laneLayoutFor(const RunModel* run, const Theme& theme, int height, int scroll);

} // namespace poolscope
