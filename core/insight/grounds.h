// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The numbers that the advice rests on, for whoever asks "Why?". Part of the door of core/insight.

#include "core/insight/insight.h"

namespace poolscope {

/// One worker that computed at least half as long again as the mean of the others.
struct Straggler {
    int worker = 0;
    double compute = 0; ///< s
    double others = 0;  ///< s, mean of the other workers
};

struct Grounds {
    double workerTime = 0;     ///< s: phases + start + unaccounted, the whole of all shares
    double work = 0;           ///< compute of one item, s
    double carrying = 0;       ///< pickling, unpickling and moving one item, s
    double chunkWork = 0;      ///< compute of a chunk, s
    double chunkOverhead = 0;  ///< pickling, unpickling, moving, waiting to be served, for a chunk, s
    double chunkFixed = 0;     ///< the part of it that a chunk of any size pays, s
    std::uint64_t chunksize = 0; ///< that would save a third of the overhead or more; 0: none
    double cpuWait = 0;        ///< workers were ready but had no CPU, s
    std::optional<Straggler> straggler;
};

Grounds groundsOf(const Summary& summary);

} // namespace poolscope
