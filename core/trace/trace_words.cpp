// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/trace_words.h"

#include <algorithm>

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
    if (death.signal != 0) return " was killed (signal " + std::to_string(death.signal) + ")";
    return " ended with exit code " + std::to_string(death.exitCode);
}

} // namespace

RunPlan planOf(const TracedPool& pool, const RunTotals& totals)
{
    const TracedCall* const call = namedCall(pool);
    RunPlan plan;
    plan.job = functionsOf(pool);
    if (plan.job.empty()) plan.job = "pool " + std::to_string(pool.number());
    plan.title = call != nullptr && !call->site.empty() ? plan.job + ", " + call->site : plan.job;
    plan.api = call != nullptr ? call->api : "map";
    plan.backend = pool.kind().empty() ? "multiprocessing.Pool" : pool.kind();
    plan.startMethod = pool.startMethod();
    plan.transport = "pipe";
    plan.protocol = 4; // multiprocessing's own
    plan.workers = static_cast<int>(std::max<std::size_t>(pool.workers(), totals.lane.size()));
    plan.chunksize = call != nullptr ? call->chunksize : 1;
    plan.items = totals.items;
    plan.version = POOLSCOPE_VERSION;
    return plan;
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
    std::string text = "W" + std::to_string(death.worker) + " (process " + std::to_string(death.pid) + ")" + howItEnded(death);
    if (!death.held) return text + " between two chunks.";
    const bool one = death.items == 1;
    text += one ? " while it ran item " + countText(death.item)
                : " while it ran items " + countText(death.item) + " to " + countText(death.item + death.items - 1);
    const std::string& function = death.call.function;
    text += " of " + (function.empty() ? "pool " + std::to_string(pool.number()) : death.call.api + "(" + function + ")");
    if (!death.call.site.empty()) text += ", " + death.call.site;
    text += ".";
    if (!death.hangs) return text;
    return text + " " + pool.kind() + " waits for what is lost for ever: the program will not go on until it is stopped.";
}

} // namespace poolscope
