// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/lane_counters.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace poolscope {

namespace {

constexpr Nanos notYet = -1;

template <class T> void moveInto(std::vector<T>& to, std::vector<T>&& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// A chunk that has just been recorded may still stand on its worker's page: never more than all,
/// and nothing once the run is over.
void boundBegun(RunTotals& totals)
{
    std::uint64_t room = totals.items > totals.done ? totals.items - totals.done : 0;
    for (LaneTotals& lane : totals.lane) {
        lane.begun = totals.finished ? 0 : std::min(lane.begun, room);
        lane.busySince = totals.finished ? 0 : lane.busySince;
        room -= lane.begun;
    }
}

} // namespace

struct Telemetry::State {
    std::atomic<std::uint64_t> items{0};
    Nanos begin = 0;
    std::vector<std::unique_ptr<LaneRecorder>> lanes;
    std::atomic<Nanos> end{notYet}; // since the run began
    std::atomic<bool> cancelled{false};
    std::atomic<std::uint64_t> retried{0};
    std::atomic<std::uint64_t> lostWorkers{0};
    std::atomic<std::uint64_t> failedInNoLane{0};
    Mutex mutex;
    std::vector<Failure> failures GUARDED_BY(mutex);
    std::vector<std::string> noWorker GUARDED_BY(mutex); // by lane; empty: none was told of
};

Telemetry::Telemetry(std::size_t workers, std::uint64_t items, Nanos begin, std::size_t rowsPerLane)
    : m_state(std::make_unique<State>())
{
    m_state->items = items;
    m_state->begin = begin;
    for (std::size_t i = 0; i < workers; ++i) {
        m_state->lanes.push_back(
            std::make_unique<LaneRecorder>(static_cast<std::uint16_t>(i), begin, rowsPerLane));
    }
}

Telemetry::~Telemetry() = default;

Nanos Telemetry::begin() const { return m_state->begin; }

LaneRecorder& Telemetry::lane(std::size_t worker)
{
    assert(worker < m_state->lanes.size());
    return *m_state->lanes[worker];
}

void Telemetry::fail(Failure failure)
{
    const bool hasLane = failure.worker < m_state->lanes.size();
    auto& failed =
        hasLane ? m_state->lanes[failure.worker]->m_counters->failed : m_state->failedInNoLane;
    failed.fetch_add(1, relaxed);
    const MutexLock lock(m_state->mutex);
    m_state->failures.push_back(std::move(failure));
}

void Telemetry::setItems(std::uint64_t items) { m_state->items.store(items, relaxed); }

void Telemetry::countRetried(std::uint64_t tasks) { m_state->retried.fetch_add(tasks, relaxed); }

void Telemetry::countLostWorker() { m_state->lostWorkers.fetch_add(1, relaxed); }

void Telemetry::noWorker(std::size_t lane, std::string why)
{
    const MutexLock lock(m_state->mutex);
    if (!why.empty() || !m_state->noWorker.empty()) {
        m_state->noWorker.resize(m_state->lanes.size());
        m_state->noWorker[lane] = std::move(why);
    }
}

void Telemetry::finish(Nanos at, bool cancelled)
{
    const Nanos end = std::max<Nanos>(at - m_state->begin, 0);
    for (const auto& lane : m_state->lanes) {
        lane->m_counters->freeze(end);
    }
    m_state->cancelled.store(cancelled, relaxed);
    m_state->end.store(end, std::memory_order_release);
}

RunTotals Telemetry::totals(Nanos at) const
{
    const State& state = *m_state;
    RunTotals totals;
    const Nanos end = state.end.load(std::memory_order_acquire);
    totals.finished = end != notYet;
    totals.cancelled = state.cancelled.load(relaxed);
    totals.wall = totals.finished ? end : std::max<Nanos>(at - state.begin, 0);
    totals.items = state.items.load(relaxed);
    totals.retried = state.retried.load(relaxed);
    totals.lostWorkers = state.lostWorkers.load(relaxed);
    std::vector<LaneSums> sums;
    for (const auto& lane : state.lanes) {
        sums.push_back(lane->m_counters->published.load());
        totals.wall = totals.finished ? end : std::max(totals.wall, sums.back().accounted);
    }
    totals.failed = state.failedInNoLane.load(relaxed);
    totals.done = totals.failed;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const LaneTotals& lane =
            totals.lane.emplace_back(state.lanes[i]->m_counters->totals(sums[i], totals.wall));
        totals.done += lane.items;
        totals.failed += lane.failed;
        totals.chunks += sums[i].chunks;
        totals.rows += sums[i].chunks;
        totals.dropped += sums[i].dropped;
        totals.inFlight += sums[i].inFlight;
        totals.observing += sums[i].observing();
    }
    boundBegun(totals);
    addNoWorkers(totals);
    return totals;
}

void Telemetry::addNoWorkers(RunTotals& totals) const
{
    const MutexLock lock(m_state->mutex);
    for (std::size_t i = 0; i < m_state->noWorker.size(); ++i) {
        totals.lane[i].noWorker = m_state->noWorker[i];
    }
}

void Telemetry::drain(FeedBatch& batch)
{
    const auto newEvents = static_cast<std::ptrdiff_t>(batch.events.size());
    for (const auto& lane : m_state->lanes) {
        LaneRecorder::Counters& counters = *lane->m_counters;
        counters.feed.popAll([&](const Row* begin, const Row* end) {
            batch.rows.insert(batch.rows.end(), begin, end);
        });
        const MutexLock lock(counters.mutex);
        moveInto(batch.events, std::exchange(counters.events, {}));
    }
    const auto earlier = [](const LaneEvent& a, const LaneEvent& b) { return a.at < b.at; };
    std::stable_sort(batch.events.begin() + newEvents, batch.events.end(), earlier);
    const MutexLock lock(m_state->mutex);
    moveInto(batch.failures, std::exchange(m_state->failures, {}));
}

} // namespace poolscope
