// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A lane whose worker is a thread of this process: it pulls chunks and runs them, with no pickling.

#include "core/dispatch/lanes.h"

namespace poolscope {

/// Calls the initializer, where there is one, and runs chunks until the lanes are closed.
void runLocalLane(Lanes& lanes, int lane, const Initializer& initializer);

} // namespace poolscope
