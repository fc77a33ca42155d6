// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures of a stretch of a run: which chunks and items lie in it, and how long its chunks took.

#include "ui/models/run_filter.h"
#include "ui/models/run_model.h"

#include <utility>
#include <vector>

namespace poolscope {

/// How many kept rows have a part of their bar in the stretch.
std::size_t rowsIn(const RunModel& run, double begin, double end);

/// How long chunks took: from pickled to unpickled, or what the worker spent of each in one phase.
struct Durations {
    LatencyCounts counts;
    std::size_t every = 1; ///< only each so manieth chunk was looked at
};
/// Of all chunks exactly; of a stretch or a phase from its rows, of more than a quarter million of
/// them every n-th.
Durations durationsOf(const RunModel& run, const Counted& stretch, std::optional<Phase> phase);

/// Whole stretches of items, in order and apart.
class ItemSet final {
public:
    void add(std::uint64_t first, std::uint64_t count);
    void close(); ///< after the last add, before the first question
    bool holds(std::uint64_t item) const;
    bool empty() const { return m_parts.empty(); }

private:
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_parts; ///< first, end
};
/// The items below `below` whose chunks have a part in the stretch, those that died in it with them.
ItemSet itemsIn(const RunModel& run, const Counted& stretch, std::uint64_t below);
/// Those of them that failed, as far as rows tell: with their chunks.
ItemSet failedItemsIn(const RunModel& run, const Counted& stretch);

} // namespace poolscope
