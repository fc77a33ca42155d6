// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/phase_fill.h"

#include "ui/charts/bar_batch.h"

namespace poolscope {

void fillPhase(QPainter& painter, const QRect& bar, const Theme& theme, Phase phase, bool paler)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    BarBatch batch(theme);
    batch.addEdged(bar, phase, paler);
    batch.draw(painter);
    painter.restore();
}

} // namespace poolscope
