// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/run_feed.h"

namespace poolscope::test {

void RunFeed::apply(const Summary& summary, const RunTotals& totals, const FeedBatch& batch)
{
    RunState state = m_model.state();
    if (summary.finished) {
        state = summary.cancelled ? RunState::Cancelled : RunState::Finished;
    } else if (state == RunState::Measuring || state == RunState::FirstStart) {
        state = RunState::Running;
    }
    m_keeper.take(batch.rows);
    m_model.apply(state, summary, totals, {m_keeper.kept(), batch.events, batch.failures});
}

void RunFeed::apply(const SimulatedRun& run, Nanos from, Nanos to, bool cancelled)
{
    apply(run.summaryAt(to, cancelled), run.totalsAt(to, cancelled), run.between(from, to));
}

void tell(RunModel& model, const SimulatedRun& run)
{
    model.begin(run.plan());
    RunFeed(model).apply(run, 0, run.end());
}

std::shared_ptr<RunModel> ran(const SimulatedRun& run)
{
    auto model = std::make_shared<RunModel>();
    tell(*model, run);
    return model;
}

} // namespace poolscope::test
