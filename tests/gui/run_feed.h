// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Feeds a model as the bridge does: keeps the rows of a feed, and hands on what it has kept.

#include "tests/gui/simulated_run.h"
#include "ui/models/models.h"

#include <memory>

namespace poolscope::test {

class RunFeed final {
public:
    /// Past `budget` rows neighbours are folded into one.
    explicit RunFeed(RunModel& model, std::size_t budget = 1'000'000)
        : m_model(model), m_keeper(budget)
    {}
    /// One tick. The state follows from the figures.
    void apply(const Summary& summary, const RunTotals& totals, const FeedBatch& batch);
    void apply(const SimulatedRun& run, Nanos from, Nanos to, bool cancelled = false);

private:
    RunModel& m_model;
    RowKeeper m_keeper;
};

/// Begins the run and tells all of it in one tick.
void tell(RunModel& model, const SimulatedRun& run);
/// A model of the whole run.
std::shared_ptr<RunModel> ran(const SimulatedRun& run);

} // namespace poolscope::test
