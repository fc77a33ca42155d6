// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session.h"

#include <algorithm>
#include <utility>

namespace poolscope {
void RunRecording::take(const FeedBatch& batch, const RunTotals& totals)
{
    m_keeper.growTo(totals.lane.size());
    m_keeper.take(batch.rows);
    const std::size_t room = RecordedRun::mostEvents - m_events.size();
    const auto end =
        batch.events.begin() + static_cast<std::ptrdiff_t>(std::min(room, batch.events.size()));
    m_events.insert(m_events.end(), batch.events.begin(), end);
    m_samples.take(totals);
}

void RunRecording::moveTo(RecordedRun& run)
{
    const std::shared_ptr<const KeptRows> rows = m_keeper.kept();
    run.lanes = {rows, &rows->lane};
    run.events = std::move(m_events);
    run.samples = std::exchange(m_samples, {}).all();
    m_keeper = RowKeeper(m_keeper.budget());
}

} // namespace poolscope
