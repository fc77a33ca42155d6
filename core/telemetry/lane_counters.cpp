// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/lane_counters.h"

#include <algorithm>

namespace poolscope {

namespace {

bool inChunk(const StatusPage& page) { return page.chunk.load(relaxed) != StatusPage::idle; }

/// How much of [from, until] the page's worker has computed, as far as it tells.
Nanos computedWithin(Nanos from, Nanos until, Nanos begin, const StatusPage* page)
{
    if (page == nullptr || !inChunk(*page)) {
        return 0;
    }
    const Nanos began = page->computeBegan.load(relaxed);
    const bool computes = began != 0; // not before its first task, nor after its last
    return computes ? until - std::clamp(began - begin, from, until) : 0;
}

/// The page as it is now, without the worker that writes on.
std::shared_ptr<const StatusPage> copyOf(const StatusPage& page)
{
    auto copy = std::make_shared<StatusPage>();
    copy->chunk = page.chunk.load(relaxed);
    copy->task = page.task.load(relaxed);
    copy->finished = page.finished.load(relaxed);
    copy->computeBegan = page.computeBegan.load(relaxed);
    copy->rss = page.rss.load(relaxed);
    copy->maxRss = page.maxRss.load(relaxed);
    copy->cpuWait = page.cpuWait.load(relaxed);
    return copy;
}

void readPage(const LaneWorker& worker, Nanos begin, LaneTotals& totals)
{
    totals.maxRss = worker.peak;
    totals.cpuWait = worker.cpuWait;
    if (!worker.page) {
        return;
    }
    const StatusPage& page = *worker.page;
    totals.rss = page.rss.load(relaxed);
    totals.maxRss = std::max(worker.peak, page.maxRss.load(relaxed));
    totals.cpuWait += page.cpuWait.load(relaxed);
    if (inChunk(page)) {
        const Nanos began = page.computeBegan.load(relaxed);
        totals.busySince = began == 0 ? 0 : std::max<Nanos>(began - begin, 1);
        totals.begun = page.finished.load(relaxed);
    }
}

} // namespace

void LaneSums::add(Step which, Nanos duration)
{
    step[static_cast<std::size_t>(which)] += duration;
    if (static_cast<std::size_t>(which) < workerSteps) {
        accounted += duration;
    }
}

void LaneSums::addWait(WaitCause why, Nanos duration)
{
    add(Step::Wait, duration);
    cause[static_cast<std::size_t>(why)] += duration;
}

void LaneSums::addRow(const Row& row, const std::array<Nanos, stepCount>& exact, WaitCause why)
{
    accounted = std::max(accounted, row.start); // a gap before the row stays unaccounted
    for (std::size_t i = 0; i < stepCount; ++i) {
        add(static_cast<Step>(i), exact[i]);
    }
    cause[static_cast<std::size_t>(why)] += exact[static_cast<std::size_t>(Step::Wait)];
    ++chunks;
    bytesOut += row.bytesOut;
    bytesBack += row.bytesBack;
}

void LaneSums::settle(Nanos until, Nanos begin, const StatusPage* page)
{
    const Nanos open = until - accounted;
    if (open <= 0) {
        return;
    }
    if (life == Life::None || life == Life::Starting) {
        start += open;
        accounted = until;
        return;
    }
    const Nanos computed = life == Life::Ready ? computedWithin(accounted, until, begin, page) : 0;
    addWait(inFlight > 0 ? WaitCause::Attendant : WaitCause::NothingLeft, open - computed);
    add(Step::Compute, computed);
}

Nanos LaneSums::observing() const
{
    return samples == 0 ? 0 : sampled * static_cast<Nanos>(chunks) / static_cast<Nanos>(samples);
}

Nanos LaneRecorder::Counters::sinceBegin(Nanos at) const { return std::max<Nanos>(at - begin, 0); }

void LaneRecorder::Counters::settle(Nanos until, const StatusPage* page)
{
    sums.settle(std::min(until, end.load(relaxed)), begin, page);
}

LaneWorker LaneRecorder::Counters::presentWorker() const
{
    const MutexLock lock(mutex);
    return present;
}

void LaneRecorder::Counters::freeze(Nanos at)
{
    end.store(at, relaxed);
    const MutexLock lock(mutex);
    if (present.page) {
        present.page = copyOf(*present.page);
    }
}

LaneTotals LaneRecorder::Counters::totals(LaneSums seen, Nanos until) const
{
    const LaneWorker now = presentWorker();
    seen.settle(until, begin, now.page.get());
    LaneTotals totals;
    totals.worker = worker;
    totals.pid = now.pid;
    totals.alive = now.alive;
    readPage(now, begin, totals);
    totals.failed = failed.load(relaxed);
    totals.items = seen.values + totals.failed;
    totals.chunks = seen.chunks;
    totals.start = seen.start;
    totals.step = seen.step;
    totals.waitCause = seen.cause;
    totals.bytesOut = seen.bytesOut;
    totals.bytesBack = seen.bytesBack;
    totals.outOfBand = seen.outOfBand;
    return totals;
}

} // namespace poolscope
