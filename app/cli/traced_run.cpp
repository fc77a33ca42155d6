// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/traced_run.h"

namespace poolscope {
void TracedRun::follow()
{
    FeedBatch batch;
    m_pool.drain(batch);
    for (const Row& row : batch.rows) m_latencies.add(latencyOf(row));
    m_totals = m_pool.totals(now());
    m_recording.take(batch, m_totals);
    for (Failure& failure : batch.failures) {
        if (m_failures.size() < RecordedRun::mostFailures) m_failures.push_back(std::move(failure));
    }
}

RecordedRun TracedRun::record()
{
    follow();
    RecordedRun run;
    run.began = utcNow() - (now() - m_pool.begin()) / 1'000'000;
    run.plan = planOf(m_pool, m_totals);
    run.command = m_command;
    run.totals = m_totals;
    run.probe.whyNot = "a traced program has no serial time";
    if (!m_latencies.empty()) {
        run.latency = {m_latencies.percentile(0.5), m_latencies.percentile(0.9), m_latencies.percentile(0.99),
                       m_latencies.percentile(0.999)};
    }
    run.failures = std::move(m_failures);
    m_recording.moveTo(run);
    return run;
}

} // namespace poolscope
