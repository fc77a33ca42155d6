// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Makes the tree of parts from a machine's log: whose bytes are whose.

#include "core/pickle/machine_log.h"

namespace poolscope {

/// The parts, and in the log's opcodes the innermost part of each.
std::vector<PicklePart> makeParts(MachineLog& log, const AnatomyLimits& limits);

} // namespace poolscope
