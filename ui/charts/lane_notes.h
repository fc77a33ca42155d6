// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Notes on the lanes: a small ink flag at its moment with its text, as far as there is room.

#include "ui/charts/lane_bars.h"

namespace poolscope {

/// Where a note is drawn. The flag is what is clicked, dragged and hovered.
struct NoteFlag {
    std::size_t note = 0;           ///< of RunModel::annotations()
    QRect flag;                     ///< with its text, or 8 px wide where there is no room for it
    int x = 0, top = 0, bottom = 0; ///< of its staff
    bool told = false;              ///< the text stands in the flag
};

/// The flags that are in view, by moment: those of lanes at their lane, others over all of them.
std::vector<NoteFlag> noteFlags(const LaneScene& scene, const LaneLayout& layout);
void drawNotes(QPainter& painter, const LaneScene& scene, const std::vector<NoteFlag>& flags);
/// "12.3 ms, W2: cold cache" (translated).
QString noteText(const Annotation& note);

} // namespace poolscope
