// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a chunk costs beside its work, and which size would cost less. Private to core/insight.

#include "core/insight/insight.h"

namespace poolscope {

/// Means over the chunks of a run, s.
struct ChunkCost {
    double work = 0; ///< compute of one item
    double overhead =
        0;              ///< pickling, unpickling and moving a chunk both ways, waiting to be served
    double fixed = 0;   ///< the part of `overhead` that a chunk of any size pays
    double perItem = 0; ///< the rest, for each item
    double size = 1;    ///< items a chunk
    double ratio() const; ///< overhead ÷ work of a chunk
};

/// Worker time that went by until attendants were awake, s: each chunk costs a share of it.
double attendantWait(const Summary& summary);
ChunkCost chunkCostOf(const Summary& summary);
/// The smallest power of two whose fixed cost is at most 5 % of its work and that leaves each worker
/// four chunks; 0 when it would not save a third of the overhead.
std::uint64_t betterChunksize(const Summary& summary, const ChunkCost& cost);
/// The largest power of two that leaves each worker `chunks` chunks, at least 1.
std::uint64_t chunksizeFor(const RunPlan& plan, std::uint64_t chunks);

} // namespace poolscope
