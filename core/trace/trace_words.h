// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A traced pool in the words of a run, and what went wrong in it in sentences. Part of the door of core/trace.

#include "core/insight/insight.h"
#include "core/trace/traced_pool.h"

#include <string>

namespace poolscope {

/// What was asked for, as far as it was told until now.
RunPlan planOf(const TracedPool& pool, const RunTotals& totals);
/// "W2 (process 4711) was killed (signal 9) while it ran items 40 to 44 of map(power), slow.py:12.
/// multiprocessing.Pool waits for what is lost for ever: …"
std::string deathText(const TracedPool& pool, const TracedDeath& death);

/// "an argument cannot be pickled: …", every path to a culprit, and what would cure it.
std::string refusalText(const TracedRefusal& refusal);

} // namespace poolscope
