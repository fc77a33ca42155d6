// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The one clock of the program. CLOCK_MONOTONIC counts alike in every process of the machine, so
// that what a worker and its attendant measured can be laid side by side.

#include <cstdint>
#include <ctime>

namespace poolscope {

/// A moment or a duration in nanoseconds.
using Nanos = std::int64_t;

/// The present moment on CLOCK_MONOTONIC.
inline Nanos now()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

constexpr double seconds(Nanos nanos) { return static_cast<double>(nanos) * 1e-9; }

} // namespace poolscope
