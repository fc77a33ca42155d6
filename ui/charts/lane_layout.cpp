// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_layout.h"

#include <algorithm>

namespace poolscope {

QRect LaneLayout::scrolled(int width) const
{
    const int top = parent ? pitch : 0;
    return {0, top, width, std::max(0, height - top)};
}

int LaneLayout::laneAt(int y) const
{
    if (y < 0 || y >= std::min(height, content()) || pitch <= 0) return -1;
    if (parent && y < pitch) return 0;
    const int lane = (y + scroll) / pitch;
    return lane < lanes ? lane : -1;
}

LaneLayout laneLayoutFor(const RunModel* run, const Theme& theme, int height, int scroll)
{
    LaneLayout layout;
    layout.height = height;
    layout.parent = run && run->hasParent();
    layout.lanes = run ? static_cast<int>(run->laneCount()) + (layout.parent ? 1 : 0) : 0;
    const int lanes = std::max(1, layout.lanes);
    layout.pitch = std::clamp(height / lanes, theme.px(28), theme.px(72));
    layout.narrow = layout.pitch < theme.px(45);
    layout.bar = layout.narrow ? std::min(layout.pitch - 4, theme.px(28)) : (layout.pitch + 1) * 2 / 3 / 2 * 2;
    if (layout.content() > height) layout.height = height / layout.pitch * layout.pitch; // no lane is cut
    layout.scroll = std::clamp(scroll, 0, layout.mostScroll());
    return layout;
}

} // namespace poolscope
