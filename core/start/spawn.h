// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The one call that makes a process, on whichever thread it is called; Starter chooses the thread.

#include "core/start/start.h"

namespace poolscope {

/// Where a child finds the pid of the process that it is to end with; followParent() reads it.
inline constexpr const char* parentVariable = "POOLSCOPE_PARENT";

/// followParent() of a process that knows its parent otherwise.
void followParent(pid_t parent);

/// "OSError": the program and why it cannot be started (an errno).
Error cannotStart(const std::string& program, int reason);

Result<std::unique_ptr<Child>> spawnHere(const SpawnRequest& request);

} // namespace poolscope
