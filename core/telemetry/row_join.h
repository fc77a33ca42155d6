// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Neighbouring rows of a lane become one, their counts and steps together. Private to core/telemetry.

#include "core/telemetry/facts.h"

namespace poolscope {

/// Whether two rows that follow each other may be joined: a failure, a gap between them and a straggler
/// are what one looks for, and stay rows of their own. `a` may be made of `rows` already.
bool mayJoin(const Row& a, const Row& b, double rows = 1);
/// Sums stay exact as long as they fit.
void join(Row& a, const Row& b);

} // namespace poolscope
