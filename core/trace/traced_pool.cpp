// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/traced_pool.h"

#include "core/trace/process_usage.h"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <utility>

namespace poolscope {
namespace {

constexpr std::size_t mostTracedLanes = 1024; // as RowKeeper
constexpr std::size_t mostTracedDeaths = 10'000;
constexpr std::size_t mostRefusals = 32;

/// Waits for ever for the result of a chunk that died with its worker.
bool waitsForTheDead(const std::string& kind) { return kind == "multiprocessing.Pool" || kind == "multiprocess"; }

Failure failureOf(const TraceLine& line, std::uint64_t item)
{
    Failure failure;
    failure.item = item;
    failure.error = {"PicklingError", line.error, line.culprits.empty() ? std::string() : line.culprits.front().path};
    return failure;
}

} // namespace

void TracedPool::takeLine(const TraceLine& line)
{
    see(line.at);
    switch (line.what) {
    case TraceLine::What::Pool:
        m_kind = line.kind;
        m_startMethod = line.startMethod;
        m_workers = line.workers;
        m_begin = line.at;
        break;
    case TraceLine::What::Call: beginCall(line); break;
    case TraceLine::What::CallEnd: callAt(line.job).over = true; break;
    case TraceLine::What::Worker: beginWorker(line); break;
    case TraceLine::What::WorkerExit: endWorker(line); break;
    case TraceLine::What::PickleFailed: failPickling(line); break;
    case TraceLine::What::PoolEnd: m_end = line.at; break;
    case TraceLine::What::Process:
    case TraceLine::What::NotTraced: break;
    }
}

/// The call that begins with this job; one that was not told yet is nameless.
TracedCall& TracedPool::callAt(std::uint32_t job)
{
    const auto [found, isNew] = m_callAt.try_emplace(job, m_calls.size());
    if (isNew) {
        TracedCall call;
        call.job = job;
        call.firstItem = m_items;
        m_calls.push_back(std::move(call));
    }
    return m_calls[found->second];
}

/// A job of which nothing was told belongs to the call before it: an executor's map has many, and of
/// applies that are alike only the first is told.
TracedCall& TracedPool::callOf(std::uint32_t job)
{
    const auto after = m_callAt.upper_bound(job);
    return after == m_callAt.begin() ? callAt(job) : m_calls[std::prev(after)->second];
}

void TracedPool::grow(TracedCall& call, std::uint64_t items)
{
    if (items <= call.items) return;
    m_items += items - call.items;
    call.items = items;
}

void TracedPool::beginCall(const TraceLine& line)
{
    if (line.continues && m_callAt.contains(*line.continues)) {
        m_callAt[line.job] = m_callAt[*line.continues];
        return;
    }
    TracedCall& call = callAt(line.job);
    call.api = line.api;
    constexpr std::string_view ofTheScript = "__main__."; // as everything is
    call.function = line.function.substr(line.function.starts_with(ofTheScript) ? ofTheScript.size() : 0);
    call.site = line.site;
    call.chunksize = std::max<std::uint64_t>(1, line.chunksize.value_or(1));
    call.sized = line.items.has_value();
    grow(call, line.items.value_or(0));
}

/// A worker that takes the place of one that has gone takes its lane.
void TracedPool::beginWorker(const TraceLine& line)
{
    if (m_laneOfPid.contains(line.pid)) return;
    const auto gone = std::find_if(m_lanes.begin(), m_lanes.end(), [](const Lane& lane) { return lane.exited; });
    const auto index = static_cast<std::size_t>(gone - m_lanes.begin());
    if (gone == m_lanes.end()) {
        if (m_lanes.size() == mostTracedLanes) return;
        m_lanes.emplace_back().totals.worker = static_cast<std::uint16_t>(index);
    }
    m_laneOfPid[line.pid] = index;
    Lane& lane = m_lanes[index];
    const auto at = static_cast<double>(since(line.at));
    lane.totals.start += static_cast<Nanos>(std::max(0.0, at - lane.end));
    lane.end = std::max(lane.end, at);
    lane.totals.pid = static_cast<std::int32_t>(line.pid);
    lane.totals.alive = true;
    lane.waitedBefore = lane.totals.cpuWait;
    lane.exited = false;
    lane.held = {};
    LaneEvent event;
    event.at = since(line.at);
    event.kind = LaneEvent::Kind::Ready;
    event.worker = lane.totals.worker;
    event.pid = lane.totals.pid;
    m_batch.events.push_back(event);
}

void TracedPool::endWorker(const TraceLine& line)
{
    const auto found = m_laneOfPid.find(line.pid);
    if (found == m_laneOfPid.end() || m_lanes[found->second].exited) return;
    Lane& lane = m_lanes[found->second];
    lane.exited = true;
    lane.totals.alive = false;
    LaneEvent event;
    event.at = since(line.at);
    event.worker = lane.totals.worker;
    event.pid = lane.totals.pid;
    event.signal = line.exitCode < 0 ? -line.exitCode : 0;
    event.exitCode = line.exitCode > 0 ? line.exitCode : 0;
    const bool byPool = ended() || (line.exitCode == -SIGTERM && !lane.held.held); // as terminate() ends them
    const bool died = !byPool && (line.exitCode != 0 || lane.held.held);
    event.kind = died ? LaneEvent::Kind::Died : LaneEvent::Kind::Closed;
    if (died) die(lane, event);
    m_batch.events.push_back(event);
}

/// What the worker held is lost, and where its pool waits for it, so is the program.
void TracedPool::die(const Lane& lane, LaneEvent& event)
{
    ++m_lostWorkers;
    TracedDeath death;
    death.worker = event.worker;
    death.pid = event.pid;
    death.signal = event.signal;
    death.exitCode = event.exitCode;
    death.held = lane.held.held;
    if (death.held) {
        const TracedCall& call = callOf(lane.held.job);
        death.item = itemOf(call, lane.held.job, lane.held.index) - call.firstItem;
        death.items = std::max<std::uint32_t>(1, lane.held.count);
        death.call = call;
        death.hangs = waitsForTheDead(m_kind);
        event.item = static_cast<std::int64_t>(call.firstItem + death.item);
    }
    if (m_deaths.size() < mostTracedDeaths) m_deaths.push_back(std::move(death));
}

void TracedPool::failPickling(const TraceLine& line)
{
    const std::string path = line.culprits.empty() ? std::string() : line.culprits.front().path;
    m_batch.failures.push_back(failureOf(line, itemOf(callOf(line.job), line.job, line.index)));
    const auto same = [&](const TracedRefusal& refusal) {
        const std::string known = refusal.culprits.empty() ? std::string() : refusal.culprits.front().path;
        return refusal.error == line.error && (path.empty() || path == known); // of many only some are looked into
    };
    const auto told = std::find_if(m_refusals.begin(), m_refusals.end(), same);
    if (told != m_refusals.end()) ++told->times;
    else if (m_refusals.size() < mostRefusals) m_refusals.push_back({line.direction, line.error, line.culprits, line.cures, 1});
}

std::size_t TracedPool::laneOf(std::uint32_t pid)
{
    const auto found = m_laneOfPid.find(pid);
    if (found != m_laneOfPid.end()) return found->second;
    TraceLine line; // its line is lost, or not there yet
    line.pid = pid;
    line.at = m_begin;
    beginWorker(line);
    const auto made = m_laneOfPid.find(pid);
    return made != m_laneOfPid.end() ? made->second : 0;
}

void TracedPool::takeHeld(std::uint32_t pid, const HeldChunk& held)
{
    const auto found = m_laneOfPid.find(pid);
    if (found == m_laneOfPid.end()) return;
    Lane& lane = m_lanes[found->second];
    if (lane.exited) return;
    lane.held = held;
    lane.totals.busySince = held.held ? std::max<Nanos>(1, since(held.since)) : 0;
}

void TracedPool::measure()
{
    for (Lane& lane : m_lanes) {
        const auto usage = lane.exited || ended() ? std::nullopt : usageOf(lane.totals.pid);
        if (!usage) continue;
        lane.totals.rss = usage->rss;
        lane.totals.maxRss = std::max(lane.totals.maxRss, usage->rss);
        lane.totals.cpuWait = lane.waitedBefore + usage->cpuWait;
    }
}

RunTotals TracedPool::totals(Nanos now) const
{
    RunTotals totals;
    totals.finished = ended();
    totals.wall = std::max<Nanos>(0, ended() ? since(m_end) : since(static_cast<std::uint64_t>(now)));
    totals.items = std::max(m_items, m_done);
    totals.done = m_done;
    totals.failed = m_failed;
    totals.chunks = m_chunks;
    totals.lostWorkers = m_lostWorkers;
    totals.rows = m_rows + m_lost;
    totals.dropped = m_lost;
    totals.inFlight = m_inFlight;
    for (const Lane& lane : m_lanes) {
        LaneTotals told = lane.totals;
        const auto idle = static_cast<Nanos>(static_cast<double>(totals.wall) - lane.end);
        if (told.busySince == 0 && idle > 0 && !lane.exited) { // until now nothing came
            told.step[static_cast<std::size_t>(Step::Wait)] += idle;
            told.waitCause[static_cast<std::size_t>(WaitCause::NothingLeft)] += idle;
        }
        if (totals.finished) {
            told.busySince = 0;
            told.alive = false;
        }
        totals.lane.push_back(std::move(told));
    }
    return totals;
}

void TracedPool::drain(FeedBatch& batch)
{
    batch = std::exchange(m_batch, {});
}

void TracedPool::finish(std::uint64_t at)
{
    for (const auto& [key, open] : m_open) {
        if (open.hasChunk) complete(open);
    }
    const bool all = m_inFlight == 0 && m_lost == 0;
    m_open.clear();
    if (all) m_items = m_done; // a chunk that was read before its call may have been counted with another
    if (m_end == 0) m_end = std::max({m_latest, m_begin, std::min(at, m_latest + 1)});
}

} // namespace poolscope
