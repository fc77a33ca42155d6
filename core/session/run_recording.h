// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Takes down a run while it goes on, for whoever has no model of its own: what RecordedRun holds of
// rows, events and samples, in bounded memory.

#include "core/session/recorded_run.h"

namespace poolscope {

/// One thread.
class RunRecording final {
public:
    /// Past so many rows neighbours are folded into one.
    explicit RunRecording(std::size_t rows = 1'000'000) : m_mostRows(rows) {}

    /// What the feed brought, and how the run stands.
    void take(const FeedBatch& batch, const RunTotals& totals);
    /// Moves it into a run; the recording is empty then.
    void moveTo(RecordedRun& run);

private:
    void fold();
    void sample(const RunTotals& totals);

    std::size_t m_mostRows;
    std::size_t m_rows = 0;
    std::vector<LaneSeries> m_lanes;
    std::vector<LaneEvent> m_events;
    std::vector<RunSample> m_samples;
};

} // namespace poolscope
