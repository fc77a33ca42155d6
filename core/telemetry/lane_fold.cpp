// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/lane_series.h"
#include "core/telemetry/row_join.h"

namespace poolscope {

void LaneSeries::fold(bool force)
{
    LaneSeries folded;
    LaneReader reader(*this);
    const std::size_t before = size();
    for (std::size_t i = 0; i < before;) {
        Row row = reader.row(i++);
        if (i < before && (force || mayJoin(row, reader.row(i)))) join(row, reader.row(i++));
        folded.append(row);
    }
    folded.m_folded = m_folded + before - folded.size();
    folded.m_revision = m_revision + 1;
    *this = std::move(folded);
}

} // namespace poolscope
