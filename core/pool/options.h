// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What is made of a pool's options.

#include "core/pool/pool.h"

namespace poolscope {

/// "ValueError" whose path is the option.
Error wrongOption(std::string text, std::string option);
WorkerLimits limitsOf(const PoolOptions& options);

} // namespace poolscope
