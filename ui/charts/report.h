// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The charts of a finished run as one picture, with no window: for `--export charts.png`.

#include "ui/charts/theme.h"

#include <QImage>

namespace poolscope {

/// A, B, C and E below each other, `width` points wide and as high as the lanes need; `ratio` device
/// pixels a point. Needs a QApplication, but no display.
QImage renderReportPicture(RunModel& run, const Theme& theme, int width = 1280, double ratio = 1);

} // namespace poolscope
