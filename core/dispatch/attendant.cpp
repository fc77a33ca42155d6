// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <poll.h>

namespace poolscope {

namespace {

constexpr int startPause = 10;      ///< ms between starts that fail
constexpr int timeToEnd = 200;      ///< ms from the end of a channel to the end of its process
constexpr int longestPatience = 16; ///< ms

} // namespace

Attendant::Attendant(Lanes& lanes, Starter& starter, WorkerTeam* team, const LaneOptions& options,
                     int lane)
    : m_lanes(lanes),
      m_starter(starter),
      m_team(team),
      m_options(options),
      m_lane(lane),
      m_clock(options.limits.taskTimeout),
      m_tasks(options.worker.options.protocol),
      m_writer(options.worker.options.protocol)
{}

/// Calls that came since: their telemetry hears of the worker that is there already.
void Attendant::enterCalls()
{
    std::erase_if(m_calls, [](const auto& call) { return call->finished(); });
    for (auto& call : m_lanes.callsAfter(m_lastCall)) {
        m_lastCall = call->id();
        m_failedStarts =
            m_worker ? m_failedStarts : 0; // what could not start may be able to by now
        m_lanes.tryAgain(m_lane);
        LaneRecorder& lane = call->telemetry().lane(static_cast<std::size_t>(m_lane));
        const Nanos begin = call->telemetry().begin();
        if (m_worker) {
            lane.started(std::max(begin, m_startedAt), pid(), m_worker->sharedPage());
        }
        if (m_ready) {
            lane.ready(std::max(begin, m_readyAt));
        }
        m_calls.push_back(std::move(call));
    }
}

void Attendant::startWorker()
{
    m_startedAt = now();
    auto worker = m_team != nullptr
                      ? m_team->start(m_starter, m_lane)
                      : WorkerProcess::start(m_starter, m_options.programOf(m_lane), m_lane);
    if (!worker) {
        m_startError = worker.error();
        ++m_failedStarts;
        return;
    }
    m_worker = std::move(*worker);
    for (const auto& call : m_calls) {
        call->telemetry()
            .lane(static_cast<std::size_t>(m_lane))
            .started(std::max(call->telemetry().begin(), m_startedAt), pid(),
                     m_worker->sharedPage());
    }
}

void Attendant::waitForNews()
{
    if (m_worker && !m_worker->channel().mayWait()) {
        flush();
        receive();
        return;
    }
    std::array<pollfd, 3> fds{
        {{m_lanes.bell(m_lane), POLLIN, 0}, {-1, POLLIN, 0}, {-1, POLLIN, 0}}};
    if (m_worker) {
        fds[1] = {m_worker->channel().descriptor(), m_worker->channel().events(), 0};
        fds[2].fd = m_worker->process().pidfd();
    }
    const bool isQuiet = ::poll(fds.data(), fds.size(), patience()) == 0;
    if (isQuiet && m_ready && !m_sent.empty() && m_lanes.othersAreHungry(m_lane)) {
        shareOut();
    }
    if (fds[0].revents != 0) {
        m_lanes.silence(m_lane);
    }
    if (fds[1].revents & (POLLIN | POLLOUT)) {
        m_clock.heard();
    }
    if (m_worker && m_worker->channel().sending()) {
        flush();
    }
    receive(); // a dead worker's last answers are read before the ledger is asked
    m_gone = m_gone || fds[2].revents != 0;
}

/// How long to wait at most, in ms. A worker that has more to do keeps small answers back for some
/// µs; where a long chunk follows it does not get round to telling of them, so they are looked for. What
/// lies behind such a chunk is others' then.
int Attendant::patience()
{
    if (!m_worker) {
        return m_failedStarts != 0 && !givenUp() ? startPause : -1;
    }
    const int look = pause();
    if (m_sent.size() < 2 && m_pulled.empty()) {
        return look;
    }
    m_patience = std::clamp(2 * m_patience, 1, longestPatience);
    return look < 0 ? m_patience : std::min(look, m_patience);
}

/// A call whose chunk the worker has was cancelled so that running tasks end with their worker. A
/// worker that shares its process stops at its next task instead.
bool Attendant::mustEnd() const
{
    const bool can = m_worker && !m_worker->sharesProcess();
    for (std::size_t i = 0; can && i < m_sent.size(); ++i) {
        if (m_sent[i].call->endsWorkers()) {
            return true;
        }
    }
    return false;
}

/// The call whose chunk runs was cancelled: its worker leaves that chunk at the next task.
void Attendant::abandonCancelled()
{
    if (m_worker && !m_sent.empty() && m_sent.front().call->cancelled()) {
        m_worker->abandon(m_sent.front().serial);
    }
}

/// The worker is gone, or is ended here. The ledger says what it had: the lane's telemetry hears of the
/// end first, since giving back its tasks may end a call.
void Attendant::lost()
{
    const bool wanted = this->wanted();
    LaneEvent event = endWorker(wanted);
    if (m_overdue) {
        receive(); // what it finished before its end came counts
    }
    auto sent = std::exchange(m_sent, {});
    m_sentBytes = 0;
    Loss loss;
    if (!sent.empty() && !wanted) {
        const auto overdue = m_overdue ? std::optional(m_clock.stand()) : std::nullopt;
        loss = assessLoss(sent.front().chunk, sent.front().serial, m_worker->page(),
                          {m_options.limits.retries, overdue});
        event.item =
            loss.culprit ? static_cast<std::int64_t>(sent.front().chunk.first + *loss.culprit) : -1;
        event.retried = loss.finished;
    }
    tellCalls(event, wanted);
    giveBackPulled();
    for (std::size_t i = sent.size(); i-- > 0;) {
        const SentChunk& entry = sent[i];
        if (m_lanes.closed() || entry.call->cancelled()) {
            entry.call->drop(entry.chunk);
        } else if (i == 0 && !wanted) {
            settle(entry, loss, deathError(entry, loss, event));
        } else {
            entry.call->putBack(entry.chunk);
        }
    }
    forgetWorker(wanted, event, loss.stand.stage != Stand::Stage::NotTaken);
}

void Attendant::giveBackPulled()
{
    for (; !m_pulled.empty(); m_pulled.chunks.pop_back()) {
        const Chunk& last = m_pulled.chunks.back();
        if (m_lanes.closed() || m_pulled.call->cancelled()) {
            m_pulled.call->drop(last);
        } else {
            m_pulled.call->putBack(last);
        }
    }
}

LaneEvent Attendant::endWorker(bool wanted)
{
    if (m_gone && !wanted) {
        noteFault();
    }
    const bool leavesAlone = wanted && m_worker->sharesProcess(); // forgetWorker() closes its channel
    if (!leavesAlone) {
        m_worker->process().signal(SIGKILL);
    }
    const ExitStatus status = leavesAlone ? ExitStatus() : m_worker->process().wait();
    LaneEvent event;
    event.at = now();
    event.kind = wanted ? LaneEvent::Kind::Closed : LaneEvent::Kind::Died;
    event.worker = static_cast<std::uint16_t>(m_lane);
    event.pid = pid();
    event.signal = status.signal;
    event.exitCode = status.code;
    return event;
}

/// Its channel has ended. Where that is not because the process has, it is because of what it sent.
void Attendant::noteFault()
{
    pollfd fd{m_worker->process().pidfd(), POLLIN, 0};
    if (m_fault.empty() && ::poll(&fd, 1, timeToEnd) == 0) {
        const std::string& fault = m_worker->channel().fault();
        m_fault = fault.empty() ? "It closed its channel." : fault;
    }
}

void Attendant::tellCalls(LaneEvent event, bool wanted)
{
    const Nanos at = event.at;
    for (const auto& call : m_calls) {
        event.at = at - call->telemetry().begin();
        call->telemetry().lane(static_cast<std::size_t>(m_lane)).ended(event);
        if (!wanted) {
            call->telemetry().countLostWorker();
        }
    }
}

/// The chunk that the worker was on: what it was running is lost, the rest is run again.
void Attendant::settle(const SentChunk& front, const Loss& loss, const Error& error)
{
    front.call->split(loss.again.size() + (loss.taken ? 1 : 0));
    front.call->telemetry().countRetried(loss.retried());
    for (auto again = loss.again.rbegin(); again != loss.again.rend(); ++again) {
        front.call->putBack(*again);
    }
    if (loss.taken) {
        front.call->fail(front.chunk.part(*loss.taken, 1), error, m_lane, pid());
    }
}

/// A worker that died before it began with anything has failed to start.
void Attendant::forgetWorker(bool wanted, const LaneEvent& event, bool hadBegun)
{
    if (!m_refused) {
        m_failedStarts = wanted || hadBegun || m_served != 0 ? 0 : m_failedStarts + 1;
        m_startError = startError(event);
    }
    m_worker.reset();
    m_ready = m_gone = m_overdue = m_outgrown = m_refused = false;
    m_fault.clear();
    m_clock.rest();
    m_given = m_served = 0;
    m_initializer = 0;
    m_activity = {};
    m_lastPickled = 0;
}

} // namespace poolscope
