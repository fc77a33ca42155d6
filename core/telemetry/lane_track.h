// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The tracks of a lane: parts of a row that each run from a moment of their own. Private to the series.

#include "core/telemetry/lane_series.h"
#include "core/telemetry/row_pack.h"

#include <algorithm>

namespace poolscope {

/// The phase of each step, as an index.
inline const std::array<std::size_t, stepCount> phaseTable = [] {
    std::array<std::size_t, stepCount> phases{};
    for (std::size_t i = 0; i < stepCount; ++i) {
        phases[i] = static_cast<std::size_t>(phaseOf(static_cast<Step>(i)));
    }
    return phases;
}();

struct LaneSeries::Track {
    double (*begin)(const Row&);
    Step first, last;
    std::size_t index; ///< among the begins of blocks

    /// What of the row lies before `t`.
    void addUntil(const Row& row, double t, PhaseTimes& times) const
    {
        double left = t - begin(row);
        for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
            if (left <= 0) return;
            const double step = static_cast<double>(row.step[i]);
            times[phaseTable[i]] += std::min(step, left);
            left -= step;
        }
    }
};

/// The rows of a block one after the other, as long as `use` says true.
template <class Use>
void LaneSeries::each(std::size_t block, Use use) const
{
    if (block == m_blocks.size()) {
        for (const Row& row : m_tail) {
            if (!use(row)) return;
        }
        return;
    }
    const Block& packed = m_blocks[block];
    RowUnpacker rows(&m_bytes[packed.offset], packed.size, m_worker);
    Row row;
    for (std::size_t i = 0; i < rowsInBlock && rows.read(row) && use(row); ++i) {
    }
}

} // namespace poolscope
