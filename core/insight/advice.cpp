// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// One sentence with the main cause of what a pool loses, and what to do about it.

#include "core/insight/chunk_cost.h"
#include "core/insight/sentences.h"

#include <algorithm>
#include <cmath>

namespace poolscope {
namespace {

/// Something that took worker time, in parts of the whole.
struct Cause {
    double share = 0;
    double least = 0; ///< below this it is not worth a word
    std::string (*say)(const Summary& summary, double share) = nullptr;
};

std::string percent(const Summary& summary, double share)
{
    return aboutSign(summary) + std::to_string(std::lround(100 * share)) + "\u00a0%";
}

/// Worker time that went into pickling, unpickling and moving, s.
double carrying(const Summary& summary)
{
    return summary.phases[Phase::Pickle] + summary.phases[Phase::Unpickle] +
           summary.phases[Phase::Transfer];
}

std::string phaseThatCosts(const Summary& summary)
{
    const double pickle = summary.phases[Phase::Pickle];
    const double unpickle = summary.phases[Phase::Unpickle];
    const double transfer = summary.phases[Phase::Transfer];
    if (transfer >= pickle && transfer >= unpickle) {
        return "moving bytes";
    }
    return pickle >= unpickle ? "pickling" : "unpickling";
}

/// Large items went through the messages themselves, and by this transport or protocol had to.
bool couldTravelBeside(const Summary& summary)
{
    constexpr double large = 128e3; // bytes of an item, out and back
    const RunPlan& plan = summary.plan;
    const double bytes = static_cast<double>(summary.bytesOut + summary.bytesBack);
    const bool kept =
        plan.backend == "processes" && (plan.transport == "pipe" || plan.protocol < 5);
    return kept && summary.outOfBand == 0 && bytes >= large * static_cast<double>(summary.done);
}

/// Carrying costs each worker `ratio` of its work, too: so many workers together are no faster than
/// a plain loop that carries nothing.
bool cannotPay(const Summary& summary, double ratio)
{
    return summary.pace == Pace::Slower && 1 + ratio >= summary.plan.workers;
}

/// Overhead that no chunk size makes smaller.
std::string sayCarrying(const Summary& summary, double ratio)
{
    const double waited = attendantWait(summary);
    if (waited > carrying(summary)) {
        return "Workers waited " + percent(summary, waited / groundsOf(summary).workerTime) +
               " of their time for the parent to serve them: " +
               (summary.plan.workers > 2 ? "try fewer workers." : "give an item more to do.");
    }
    const std::string times = ratio < 1              ? percent(summary, ratio) + " of"
                              : std::isfinite(ratio) ? aboutSign(summary) + factorText(ratio)
                                                     : "many times";
    const std::string cost =
        "Carrying an item costs " + times + " the work in it, mostly " + phaseThatCosts(summary);
    if (couldTravelBeside(summary)) {
        return cost +
               ": protocol 5 over shared memory lets large bytes travel beside the messages.";
    }
    if (cannotPay(summary, ratio)) {
        return cost + ", which " + countText(static_cast<std::uint64_t>(summary.plan.workers)) +
               " workers cannot make up for: a plain loop is faster.";
    }
    return cost + ": send less with it, or give it more to do.";
}

std::string sayOverhead(const Summary& summary, double)
{
    const ChunkCost cost = chunkCostOf(summary);
    const double ratio = cost.ratio();
    const std::uint64_t size = groundsOf(summary).chunksize;
    if (size == 0) {
        return sayCarrying(summary, ratio);
    }
    const std::string much = ratio > 1 ? "more than" : percent(summary, ratio) + " of";
    if (summary.plan.api == "apply") {
        return "Tasks sent one by one cost " + much + " the work in them: try map with chunks of " +
               countText(size) + ".";
    }
    return "Chunks of " + countText(summary.plan.chunksize) + " cost " + much +
           " the work in them: try " + countText(size) + ".";
}

std::string sayNothingLeft(const Summary& summary, const std::string& waited)
{
    const RunPlan& plan = summary.plan;
    if (plan.items < static_cast<std::uint64_t>(plan.workers)) {
        return waited + ": there are fewer items than workers.";
    }
    const std::uint64_t size = chunksizeFor(plan, 16);
    if (2 * size <= plan.chunksize) {
        return waited + " with nothing left to do: chunks of " + countText(size) +
               " would share the work more evenly.";
    }
    if (const auto straggler = groundsOf(summary).straggler) {
        return waited + " with nothing left to do while worker " +
               std::to_string(straggler->worker) + " computed " + aboutSign(summary) +
               factorText(straggler->compute / straggler->others) +
               " as long as the others: begin with the items that take longest.";
    }
    return waited + " with nothing left to do while others finished the last tasks.";
}

std::string sayWait(const Summary& summary, double share)
{
    const std::string waited = "Workers waited " + percent(summary, share) + " of their time";
    if (summary.plan.api == "apply" && summary.plan.workers > 1) {
        return waited + ": apply has one task under way at a time; map keeps all of them busy.";
    }
    const auto because = [&](WaitCause cause) {
        return summary.waitCause[static_cast<std::size_t>(cause)];
    };
    const double input = because(WaitCause::Input);
    const double retry = because(WaitCause::Retry);
    const double nothingLeft = because(WaitCause::NothingLeft);
    if (input >= retry && input > nothingLeft) {
        return waited + " for items: reading the input is what holds them up.";
    }
    if (retry > nothingLeft) {
        return waited + " for tasks that were run again after a worker died.";
    }
    return sayNothingLeft(summary, waited);
}

std::string sayStart(const Summary& summary, double share)
{
    return "Starting the workers took " + percent(summary, share) +
           " of their time: the job is too short to pay for it.";
}

std::string sayCpuWait(const Summary& summary, double share)
{
    if (isOneInterpreter(summary.plan)) {
        return "Threads of one Python take turns at its interpreter lock, the GIL: they stood at it for " +
               percent(summary, share) + " of their time. Python processes have one each.";
    }
    return "Workers were ready but had no CPU for " + percent(summary, share) +
           " of their time: fewer of them would do as much.";
}

std::string sayItPays(const Summary& summary)
{
    const ChunkCost cost = chunkCostOf(summary);
    if (cost.overhead <= 0 || cost.ratio() >= 1) {
        return {};
    }
    const std::string size = countText(summary.plan.chunksize);
    if (!summary.plan.chunksizeReason.empty()) {
        return "Chunks of " + size + " were chosen: " + summary.plan.chunksizeReason + ".";
    }
    return "Chunks of " + size + " pay: the work costs " + aboutSign(summary) +
           factorText(1 / cost.ratio()) + " its overhead.";
}

} // namespace

std::string adviceFor(const Summary& summary)
{
    const Grounds grounds = groundsOf(summary);
    const double whole = grounds.workerTime;
    if (summary.done == 0 || whole <= 0 || summary.plan.backend == "serial") {
        return {};
    }
    const double compute = summary.phases[Phase::Compute] / whole;
    const double served = attendantWait(summary);
    const double overhead = (carrying(summary) + served) / whole;
    // Where the pool gains, only what costs much is worth a word; where it does not, all is.
    const bool gains = summary.pace == Pace::Faster || summary.pace == Pace::Unknown;
    const double few = 0.05;
    const Cause causes[] = {
        {overhead, gains ? std::max(few, 0.2 * compute) : few, sayOverhead},
        {(summary.phases[Phase::Wait] - served) / whole, gains ? 0.2 : few, sayWait},
        {summary.start / whole, gains ? 0.25 : few, sayStart},
        {grounds.cpuWait / whole, gains ? 0.2 : few, sayCpuWait},
    };
    const Cause* main = nullptr;
    for (const Cause& cause : causes) {
        if (cause.share >= cause.least && (main == nullptr || cause.share > main->share)) {
            main = &cause;
        }
    }
    if (main != nullptr) {
        return main->say(summary, main->share);
    }
    return gains ? sayItPays(summary) : std::string();
}

} // namespace poolscope
