// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How many tasks travel together, chosen from what chunks have cost so far. A chunk of n tasks costs
// a + b·n: `a` to hand it out, `b` for each task (its computing and its share of the message). Both
// come from a least-squares line through the chunks that were measured, the later ones counting more.

#include "core/base/base.h"

#include <cstdint>
#include <string>

namespace poolscope {

class ChunkSize final {
public:
    explicit ChunkSize(int workers) : m_workers(static_cast<std::uint64_t>(workers)) {}

    /// A chunk of `count` tasks took `cost` ns of work, of its worker and its attendant together.
    void measured(std::uint32_t count, Nanos cost);
    /// What to cut next where `remaining` items are left, so many at most: where handing out costs at
    /// most 3 % or a chunk lasts 200 µs, whichever is more, but at most 20 ms; at the end ever less,
    /// half of an equal share, so that no worker waits for another's last chunk.
    std::uint32_t next(std::uint64_t remaining) const;
    std::uint32_t steady() const; ///< the same but for the end
    /// How many travelled together with the average task so far, and why: "handing out a chunk costs
    /// 1.9 µs, an item 0.21 µs".
    std::uint32_t typical() const;
    std::string reason() const;

private:
    struct Line {
        double perChunk; ///< ns
        double perItem;  ///< ns
    };
    Line line() const;

    std::uint64_t m_workers;
    // Sums over the measured chunks: weights, sizes, costs, and their products.
    double m_weight = 0, m_size = 0, m_cost = 0, m_sizeSize = 0, m_sizeCost = 0;
    double m_tasks = 0;          ///< all that were measured
    double m_neighbours = 0;     ///< for each of them, the size of its chunk
    double m_lately = 0;         ///< ns a task of the last chunks, whatever they were
    double m_latelySize = 0;     ///< tasks of these chunks
    std::uint32_t m_largest = 0; ///< measured so far
};

} // namespace poolscope
