// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/lane_counters.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace poolscope {

namespace {

/// Every so many records one is timed: two clock readings cost as much as the record itself.
constexpr std::uint64_t sampleEvery = 64;

/// No record takes longer; a sample that did was put aside by the machine for another thread.
constexpr Nanos longestSample = 10'000;

std::array<Nanos, stepCount> rounded(const Row& row)
{
    std::array<Nanos, stepCount> steps;
    for (std::size_t i = 0; i < stepCount; ++i) {
        steps[i] = std::llround(row.step[i]);
    }
    return steps;
}

/// A worker's figures as they were last, for when its page goes.
void keepLast(LaneWorker& worker)
{
    if (worker.page) {
        worker.peak = std::max(worker.peak, worker.page->maxRss.load(relaxed));
        worker.cpuWait += worker.page->cpuWait.load(relaxed);
    }
    worker.page.reset();
    worker.alive = false;
}

} // namespace

LaneRecorder::LaneRecorder(std::uint16_t worker, Nanos begin, std::size_t rows)
    : m_counters(std::make_unique<Counters>(worker, begin, rows))
{}

LaneRecorder::~LaneRecorder() = default;

void LaneRecorder::started(Nanos at, std::int32_t pid, std::shared_ptr<const StatusPage> page)
{
    Counters& mine = *m_counters;
    const Nanos when = mine.sinceBegin(at);
    mine.settle(when, nullptr);
    mine.sums.life = LaneSums::Life::Starting;
    mine.publish();
    const MutexLock lock(mine.mutex);
    keepLast(mine.present);
    // A worker that stayed from an earlier run brings along what it waited there.
    mine.present.cpuWait -= page ? page->cpuWait.load(relaxed) : 0;
    mine.present.page = std::move(page);
    mine.present.pid = pid;
    mine.present.alive = true;
    mine.events.push_back({when, LaneEvent::Kind::Started, mine.worker, pid});
}

void LaneRecorder::ready(Nanos at)
{
    Counters& mine = *m_counters;
    const Nanos when = mine.sinceBegin(at);
    mine.settle(when, nullptr);
    mine.sums.life = LaneSums::Life::Ready;
    mine.publish();
    const MutexLock lock(mine.mutex);
    mine.events.push_back({when, LaneEvent::Kind::Ready, mine.worker, mine.present.pid});
}

void LaneRecorder::record(const Row& row, WaitCause cause)
{
    record(row, rounded(row), cause, row.failed);
}

void LaneRecorder::record(const Row& row, const std::array<Nanos, stepCount>& exact,
                          WaitCause cause, std::uint32_t failed)
{
    assert(failed <= row.count);
    Counters& mine = *m_counters;
    const bool timed = mine.sums.chunks % sampleEvery == 0;
    const Nanos before = timed ? now() : 0;
    mine.sums.addRow(row, exact, cause);
    mine.sums.values += row.count - failed;
    mine.sums.dropped += mine.feed.push(row) ? 0 : 1;
    mine.publish();
    if (timed) {
        ++mine.sums.samples;
        mine.sums.sampled += std::min(now() - before, longestSample);
        mine.publish();
    }
}

void LaneRecorder::ended(const LaneEvent& event)
{
    Counters& mine = *m_counters;
    const LaneWorker worker = mine.presentWorker();
    mine.settle(event.at, worker.page.get());
    mine.sums.life = LaneSums::Life::Ended;
    mine.sums.inFlight = 0;
    mine.publish();
    const MutexLock lock(mine.mutex);
    keepLast(mine.present);
    mine.events.push_back(event);
}

void LaneRecorder::add(Step step, Nanos duration)
{
    m_counters->sums.add(step, duration);
    m_counters->publish();
}

void LaneRecorder::addWait(WaitCause cause, Nanos duration)
{
    m_counters->sums.addWait(cause, duration);
    m_counters->publish();
}

void LaneRecorder::addOutOfBand(std::uint64_t bytes)
{
    m_counters->sums.outOfBand += bytes;
    m_counters->publish();
}

void LaneRecorder::setInFlight(std::uint64_t chunks)
{
    m_counters->sums.inFlight = chunks;
    m_counters->publish();
}

void LaneRecorder::hold() { m_counters->held = true; }

void LaneRecorder::release()
{
    m_counters->held = false;
    m_counters->publish();
}

Nanos LaneRecorder::accountedUntil() const { return m_counters->sums.accounted; }

LaneTotals LaneRecorder::totals(Nanos at) const
{
    const Nanos until = std::min(m_counters->sinceBegin(at), m_counters->end.load(relaxed));
    return m_counters->totals(m_counters->published.load(), until);
}

} // namespace poolscope
