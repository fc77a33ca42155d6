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
    explicit RunRecording(std::size_t rows = 1'000'000) : m_keeper(rows) {}

    /// What the feed brought, and how the run stands.
    void take(const FeedBatch& batch, const RunTotals& totals);
    /// Moves it into a run; the recording is empty then.
    void moveTo(RecordedRun& run);

private:

    RowKeeper m_keeper;
    std::vector<LaneEvent> m_events;
    RunSamples m_samples;
};

} // namespace poolscope
