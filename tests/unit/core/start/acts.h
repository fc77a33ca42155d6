// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a process that was started by a test does: the test program is its own worker program.

#include "core/start/start.h"

namespace poolscope {

inline constexpr const char* actFlag = "--act";

/// Asks for an act: `exit 3`, `raise 9`, `descriptors`, `file /proc/self/status`, `say 5 hello`,
/// `parent`, `wait 3` (for the end of that file), `threads`, `family spawn` (starts three by that method,
/// all of them with file 3 as their standard input, says so to file 4, and waits to be killed).
SpawnRequest act(std::vector<std::string> words);

/// Does it, in the process that was started. The exit code.
int perform(const std::vector<std::string>& words);

} // namespace poolscope
