// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// From exact counters to every figure of a run.

#include "core/insight/insight.h"
#include "core/insight/sentences.h"

#include <algorithm>

namespace poolscope {
namespace {

enum class Way : std::uint8_t { Neither, Out, Back };

/// To which way a step belongs: out is from the parent to the worker.
Way wayOf(Step step)
{
    switch (step) {
    case Step::In:
    case Step::Unpickle:
    case Step::WaitPickle:
    case Step::WaitSend:
    case Step::ParentPickle:
    case Step::ParentSend: return Way::Out;
    case Step::Pickle:
    case Step::Out:
    case Step::WaitReceive:
    case Step::WaitUnpickle:
    case Step::ParentReceive:
    case Step::ParentUnpickle: return Way::Back;
    case Step::Wait:
    case Step::Compute: break;
    }
    return Way::Neither;
}

void add(PhaseSeconds& to, Step step, Nanos nanos)
{
    const auto phase = static_cast<std::size_t>(phaseOf(step));
    to.all[phase] += seconds(nanos);
    const Way way = wayOf(step);
    if (way != Way::Neither) {
        (way == Way::Out ? to.out : to.back)[phase] += seconds(nanos);
    }
}

void add(PhaseSeconds& to, const PhaseSeconds& from)
{
    for (std::size_t phase = 0; phase < phaseCount; ++phase) {
        to.all[phase] += from.all[phase];
        to.out[phase] += from.out[phase];
        to.back[phase] += from.back[phase];
    }
}

void addSteps(WorkerSummary& worker, const LaneTotals& lane, double wall)
{
    for (std::size_t i = 0; i < stepCount; ++i) {
        const auto step = static_cast<Step>(i);
        add(i < workerSteps ? worker.phases : worker.parent, step, lane[step]);
    }
    for (const Step step :
         {Step::Wait, Step::WaitPickle, Step::WaitSend, Step::WaitReceive, Step::WaitUnpickle}) {
        worker.rawWait += seconds(lane[step]);
    }
    double& parentWait = worker.parent.all[static_cast<std::size_t>(Phase::Wait)];
    parentWait = std::max(0.0, wall - worker.parent.total());
    worker.unaccounted = std::max(0.0, wall - worker.start - worker.phases.total());
}

WorkerSummary workerOf(const LaneTotals& lane, const RunTotals& totals)
{
    WorkerSummary worker;
    worker.id = lane.worker;
    worker.pid = lane.pid;
    worker.alive = lane.alive;
    worker.noWorker = lane.noWorker;
    worker.busy = !totals.finished && lane.busySince != 0;
    worker.items = lane.items + (totals.finished ? 0 : lane.begun);
    worker.chunks = lane.chunks;
    worker.failed = lane.failed;
    worker.start = seconds(lane.start);
    worker.bytesOut = lane.bytesOut;
    worker.bytesBack = lane.bytesBack;
    worker.outOfBand = lane.outOfBand;
    worker.cpuWait = seconds(lane.cpuWait);
    worker.rss = lane.rss;
    worker.maxRss = lane.maxRss;
    addSteps(worker, lane, seconds(totals.wall));
    return worker;
}

void addWorker(Summary& summary, const WorkerSummary& worker, const LaneTotals& lane)
{
    summary.start += worker.start;
    summary.unaccounted += worker.unaccounted;
    summary.rawWait += worker.rawWait;
    summary.bytesOut += worker.bytesOut;
    summary.bytesBack += worker.bytesBack;
    summary.outOfBand += worker.outOfBand;
    add(summary.phases, worker.phases);
    add(summary.parent, worker.parent);
    for (std::size_t cause = 0; cause < waitCauseCount; ++cause) {
        summary.waitCause[cause] += seconds(lane.waitCause[cause]);
    }
}

void addLanes(Summary& summary, const RunTotals& totals)
{
    std::uint64_t begun = 0;
    for (const LaneTotals& lane : totals.lane) {
        summary.worker.push_back(workerOf(lane, totals));
        addWorker(summary, summary.worker.back(), lane);
        begun += lane.begun;
    }
    if (!summary.finished) {
        summary.done = std::min(totals.done + begun, std::max(totals.items, totals.done));
    }
    const double workerTime = summary.wall * static_cast<double>(totals.lane.size());
    summary.observing = workerTime > 0 ? seconds(totals.observing) / workerTime : 0;
}

/// A loop would have computed as long as all tasks together, until now (DESIGN.md 13); less where they
/// shared CPUs, by as much at most as workers waited for one. Threads of one Python wait inside of tasks
/// for its interpreter lock: that is no computing of theirs, and a loop would not have it.
std::optional<Spread> computedTime(const Summary& summary)
{
    const double compute = summary.phases[Phase::Compute];
    double waited = 0;
    for (const WorkerSummary& worker : summary.worker) waited += worker.cpuWait;
    const double least = std::max(0.0, compute - waited);
    const double median = isOneInterpreter(summary.plan) ? least : compute;
    return compute > 0 ? std::optional(Spread{median, least, compute}) : std::nullopt;
}

void compare(Summary& summary, const ProbeResult& probe)
{
    summary.estimated = isTraced(summary.plan) || (isPython(summary.plan) && !probe.measured);
    summary.serial = summary.estimated ? computedTime(summary) : serialTime(probe, summary.plan.items);
    summary.noSerial = summary.serial ? "" : probe.whyNot;
    const double wall = summary.estimated ? summary.wall : projectedWall(summary);
    if (!summary.serial || summary.serial->median <= 0 || wall <= 0) {
        return;
    }
    const Spread& serial = *summary.serial;
    summary.speedup = Spread{serial.median / wall, serial.low / wall, serial.high / wall};
    summary.efficiency = summary.speedup->median / std::max(1, summary.plan.workers);
    const double factor = summary.speedup->median;
    const bool close = factor < 1.1 && factor > 1 / 1.1;
    summary.pace = close ? Pace::Alike : (factor > 1 ? Pace::Faster : Pace::Slower);
}

void addLatency(Summary& summary, const LatencyCounts& latencies)
{
    if (latencies.empty()) {
        return;
    }
    summary.latency = {latencies.percentile(0.5), latencies.percentile(0.9),
                       latencies.percentile(0.99), latencies.percentile(0.999)};
}

void addCounts(Summary& summary, const RunTotals& totals)
{
    summary.finished = totals.finished;
    summary.cancelled = totals.cancelled;
    summary.done = totals.done;
    summary.failed = totals.failed;
    summary.retried = totals.retried;
    summary.lostWorkers = totals.lostWorkers;
    summary.chunks = totals.chunks;
    summary.inFlight = totals.inFlight;
    summary.wall = seconds(totals.wall);
    summary.rows = totals.rows;
    summary.dropped = totals.dropped;
}

} // namespace

double projectedWall(const Summary& summary)
{
    if (summary.done == 0) {
        return 0;
    }
    const double items = static_cast<double>(std::max(summary.plan.items, summary.done));
    return summary.wall * items / static_cast<double>(summary.done);
}

bool isTraced(const RunPlan& plan)
{
    constexpr std::string_view ours[] = {"serial", "threads", "processes", "python", "python-threads"};
    return std::find(std::begin(ours), std::end(ours), plan.backend) == std::end(ours);
}

bool isPython(const RunPlan& plan) { return plan.backend == "python" || isOneInterpreter(plan); }
bool isOneInterpreter(const RunPlan& plan) { return plan.backend == "python-threads"; }

Summary summarise(const RunPlan& plan, const RunTotals& totals, const ProbeResult& probe,
                  const LatencyCounts& latencies)
{
    Summary summary;
    summary.plan = plan;
    addCounts(summary, totals);
    addLanes(summary, totals);
    if (summary.wall > 0) {
        summary.itemsPerSecond = static_cast<double>(summary.done) / summary.wall;
    }
    if (!summary.finished) {
        summary.eta = std::max(0.0, projectedWall(summary) - summary.wall);
    }
    compare(summary, probe);
    addLatency(summary, latencies);
    say(summary);
    return summary;
}

} // namespace poolscope
