// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A feed as a very busy pool gives it: rows of chunks of one task, made before they are timed.

#include "core/insight/insight.h"
#include "core/telemetry/telemetry.h"

#include <vector>

namespace poolscope::bench {

struct FeedShape {
    int lanes = 8;
    std::size_t rowsPerLane = 1'250'000;
    Nanos each = 8000; ///< ns a row takes of its lane, about
};

/// The rows of one lane, in order of time.
std::vector<Row> rowsOfLane(const FeedShape& shape, int lane);
RunPlan planOf(const FeedShape& shape);

} // namespace poolscope::bench
