// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The one call that makes a process, on whichever thread it is called; Starter chooses the thread.

#include "core/start/start.h"

namespace poolscope {

/// Where a child finds the pid of the process that it is to end with; followParent() reads it.
inline constexpr const char* parentVariable = "POOLSCOPE_PARENT";

Result<std::unique_ptr<Process>> spawnHere(const SpawnRequest& request);

} // namespace poolscope
