// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run's state is called on the screen, in one sentence.

#include "ui/charts/charts.h"

#include <QString>

namespace poolscope {

struct Sentence {
    QString strong; ///< "3 of 1 000 items failed"; empty when there is nothing to tell
    QString detail; ///< goes on after it
};

/// What went wrong or was cut short: a worker died, tasks failed, stopped. Empty when all is well.
Sentence alertOf(const RunModel& run);
/// What stands in the strip where there will be no verdict: refused, cannot be pickled.
std::optional<StripMessage> messageOf(const RunModel& run);
/// "power(x, n=10) · 1 000 000 items"
QString titleOf(const RunModel& run);
/// "87 B out, 53 B back", or empty before anything was sent.
QString payloadOf(const RunModel& run);

} // namespace poolscope
