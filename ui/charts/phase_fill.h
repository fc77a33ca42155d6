// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How one bar of a phase is filled: in its colour, or in black and white with its pattern and an
// outline of ink. Whatever shows a phase fills it by this or by a BarBatch, which does the same.

#include "ui/charts/theme.h"

#include <QPainter>
#include <QRect>

namespace poolscope {

/// With the edge that the phase has, where the bar is at least 4 px wide.
void fillPhase(QPainter& painter, const QRect& bar, const Theme& theme, Phase phase, bool paler = false);

} // namespace poolscope
