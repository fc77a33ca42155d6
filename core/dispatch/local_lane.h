// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A lane whose worker is a thread of this process: it pulls chunks and runs them, with no pickling.

#include "core/dispatch/lanes.h"

namespace poolscope {

/// Runs chunks until the lanes are closed.
void runLocalLane(Lanes& lanes, int lane);

} // namespace poolscope
