// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/traced_run.h"

#include <algorithm>
#include <csignal>

namespace poolscope {
namespace {

std::string functionsOf(const TracedPool& pool)
{
    std::string names;
    std::size_t told = 0;
    for (const TracedCall& call : pool.calls()) {
        if (call.function.empty() || names.find(call.function) != names.npos) continue;
        if (++told > 3) return names + ", …";
        names += (names.empty() ? "" : ", ") + call.function;
    }
    return names;
}

/// The first that was told of; the calls of one program are mostly alike.
const TracedCall* namedCall(const TracedPool& pool)
{
    const auto& calls = pool.calls();
    const auto named = std::find_if(calls.begin(), calls.end(), [](const TracedCall& call) { return !call.api.empty(); });
    return named != calls.end() ? &*named : nullptr;
}

std::string howItEnded(const TracedDeath& death)
{
    if (death.signal != 0) return "was killed (signal " + std::to_string(death.signal) + ")";
    return "ended (exit code " + std::to_string(death.exitCode) + ")";
}

} // namespace

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

RunPlan TracedRun::plan() const
{
    const TracedCall* const call = namedCall(m_pool);
    RunPlan plan;
    plan.job = functionsOf(m_pool);
    if (plan.job.empty()) plan.job = "pool " + std::to_string(m_pool.number());
    plan.title = call != nullptr && !call->site.empty() ? plan.job + ", " + call->site : plan.job;
    plan.api = call != nullptr ? call->api : "map";
    plan.backend = m_pool.kind().empty() ? "multiprocessing.Pool" : m_pool.kind();
    plan.startMethod = m_pool.startMethod();
    plan.transport = "pipe";
    plan.protocol = 4; // multiprocessing's own
    plan.workers = static_cast<int>(std::max<std::size_t>(m_pool.workers(), m_totals.lane.size()));
    plan.chunksize = call != nullptr ? call->chunksize : 1;
    plan.items = m_totals.items;
    plan.version = POOLSCOPE_VERSION;
    return plan;
}

RecordedRun TracedRun::record()
{
    follow();
    RecordedRun run;
    run.began = utcNow() - (now() - m_pool.begin()) / 1'000'000;
    run.plan = plan();
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

std::string refusalText(const TracedRefusal& refusal)
{
    const std::string what = refusal.direction == "result" ? "A result" : "An argument";
    std::string text = what + " cannot be pickled" + (refusal.times > 1 ? ", " + countText(refusal.times) + " times" : "") +
                       ": " + refusal.error + "\n";
    for (const TraceLine::Culprit& culprit : refusal.culprits) {
        const std::string type = culprit.type.empty() ? "" : " (" + culprit.type + ")";
        text += "  " + culprit.path + type;
        text += (culprit.bytes ? ": travels, " + bytesText(static_cast<double>(*culprit.bytes)) : std::string(": does not travel")) + "\n";
    }
    for (const std::string& cure : refusal.cures) text += "  cure: " + cure + "\n";
    return text;
}

std::string deathText(const TracedPool& pool, const TracedDeath& death)
{
    std::string text = "W" + std::to_string(death.worker) + " (process " + std::to_string(death.pid) + ") " + howItEnded(death);
    if (!death.held) return text + " between two chunks.";
    const std::uint64_t last = death.item + death.items - 1;
    const bool one = death.items == 1;
    text += one ? " while it ran item " + countText(death.item)
                : " while it ran items " + countText(death.item) + " to " + countText(last);
    if (!death.call.function.empty()) text += " of " + death.call.api + "(" + death.call.function + ")";
    if (!death.call.site.empty()) text += " at " + death.call.site;
    text += ".";
    if (!death.hangs) return text;
    return text + " " + pool.kind() + " waits for " + (one ? "its result" : "their results") +
           " for ever: the program will not go on. Ctrl-C ends it.";
}

} // namespace poolscope
