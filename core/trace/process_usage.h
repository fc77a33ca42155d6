// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What another process of this user takes of the machine, from /proc. Private to core/trace.

#include "core/base/base.h"

#include <cstdint>
#include <optional>

namespace poolscope {

struct ProcessUsage {
    std::uint64_t rss = 0; ///< bytes resident
    Nanos cpuWait = 0;     ///< of its main thread: runnable, but not running
};

/// None where there is no such process any more.
std::optional<ProcessUsage> usageOf(std::int32_t pid);

} // namespace poolscope
