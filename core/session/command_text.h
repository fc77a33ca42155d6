// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A run as the command line that repeats it.

#include "core/insight/insight.h"

#include <string>
#include <utility>
#include <vector>

namespace poolscope {

/// "poolscope run power items=1000000 n=10 --workers 4 --chunksize 256": the job with its parameters,
/// and each option that is not the command's own default, quoted for a shell where it must be. A chunk
/// size that was measured is left to be measured again, one of 0 is CPython's. `more`: options that a plan
/// does not keep.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;
std::string commandText(const RunPlan& plan, const NamedTexts& parameters,
                        const NamedTexts& more = {});

} // namespace poolscope
