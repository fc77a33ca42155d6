// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a screen reader is told: of a chart its name and its content in one sentence, of a bar of
// choices or tabs what is chosen.

#include <QString>

class QWidget;

namespace poolscope {

/// Once before the first window; calling it again changes nothing.
void installChartAccessibility();
/// Another is chosen in a bar of choices or tabs.
void tellChoice(QWidget* bar, const QString& chosen);

} // namespace poolscope
