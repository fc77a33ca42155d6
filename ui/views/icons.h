// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The icons of the program: one-colour drawings that take their colour from the theme.

#include "ui/charts/charts.h"

#include <QIcon>

namespace poolscope {

/// Icon `name` of the resources ("run", "stop"): text colour, the disabled colour, and the colour
/// on ink where it is checked. On a primary button it is always on ink.
QIcon themedIcon(const QString& name, const Theme& theme, bool onInk = false);
/// The program's own icon, in its own colours.
QIcon applicationIcon();
/// An icon as a picture of `size` points for a screen of `ratio` pixels a point.
QPixmap themedPixmap(const QString& name, const QColor& colour, int size, double ratio);

} // namespace poolscope
