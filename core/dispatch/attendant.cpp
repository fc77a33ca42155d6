// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <poll.h>

namespace poolscope {

namespace {

constexpr int startsTried = 3;

std::string howItEnded(const LaneEvent& status)
{
    if (status.signal == 0) {
        return "ended with exit code " + std::to_string(status.exitCode);
    }
    const char* name = ::sigabbrev_np(status.signal);
    return "was killed by signal " + std::to_string(status.signal) +
           (name != nullptr ? std::string(" (SIG") + name + ")" : std::string());
}

Error workerDied(int lane, const LaneEvent& event)
{
    return {"WorkerDied",
            "Worker " + std::to_string(lane) + " (pid " + std::to_string(event.pid) + ") " +
                howItEnded(event) + " while it ran task " + std::to_string(event.item) + ".",
            {}};
}

} // namespace

Attendant::Attendant(Lanes& lanes, Starter& starter, const LaneOptions& options, int lane)
    : m_lanes(lanes),
      m_starter(starter),
      m_options(options),
      m_lane(lane),
      m_tasks(options.protocol),
      m_writer(options.protocol)
{}

void Attendant::run()
{
    while (!m_lanes.closed()) {
        enterCalls();
        if (m_gone || mustEnd()) {
            lost();
            continue;
        }
        if (!m_worker && m_failedStarts < startsTried && m_lanes.busy()) {
            startWorker();
        }
        fill();
        waitForNews();
    }
    if (m_worker) {
        lost();
    }
}

/// Calls that came since: their telemetry hears of the worker that is there already.
void Attendant::enterCalls()
{
    std::erase_if(m_calls, [](const auto& call) { return call->finished(); });
    for (auto& call : m_lanes.callsAfter(m_lastCall)) {
        m_lastCall = call->id();
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
    auto worker = WorkerProcess::start(m_starter, m_options.program, m_options.protocol);
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
    std::array<pollfd, 3> fds{
        {{m_lanes.bell(m_lane), POLLIN, 0}, {-1, POLLIN, 0}, {-1, POLLIN, 0}}};
    if (m_worker) {
        const bool sending = m_worker->channel().sending();
        fds[1] = {m_worker->channel().descriptor(),
                  static_cast<short>(sending ? POLLIN | POLLOUT : POLLIN), 0};
        fds[2].fd = m_worker->process().pidfd();
    }
    const bool startAgain = !m_worker && m_failedStarts != 0 && m_failedStarts < startsTried;
    ::poll(fds.data(), fds.size(), startAgain ? 10 : -1);
    if (fds[0].revents != 0) {
        m_lanes.silence(m_lane);
    }
    if (fds[1].revents & POLLOUT) {
        flush();
    }
    if ((fds[1].revents | fds[2].revents) & (POLLIN | POLLHUP | POLLERR)) {
        receive(); // a dead worker's last answers are read before the ledger is asked
    }
    m_gone = m_gone || fds[2].revents != 0;
}

/// A call whose chunk the worker has was cancelled: running tasks end with their worker.
bool Attendant::mustEnd() const
{
    return m_worker && std::any_of(m_sent.begin(), m_sent.end(), [](const SentChunk& sent) {
               return sent.call->cancelled().load();
           });
}

/// The worker is gone, or is ended here. The ledger says what it had: the lane's telemetry hears of the
/// end first, since giving back its tasks may end a call.
void Attendant::lost()
{
    const bool wanted = m_lanes.closed() || mustEnd();
    LaneEvent event = endWorker(wanted);
    const auto sent = std::exchange(m_sent, {});
    Loss loss;
    if (!sent.empty() && !wanted) {
        loss = assessLoss(sent.front().chunk, sent.front().serial, m_worker->page());
        event.item =
            loss.taken ? static_cast<std::int64_t>(sent.front().chunk.first + *loss.taken) : -1;
        event.retried = loss.finished;
    }
    tellCalls(event, wanted);
    for (auto entry = sent.rbegin(); entry != sent.rend(); ++entry) {
        if (m_lanes.closed() || entry->call->cancelled()) {
            entry->call->drop();
        } else if (&*entry == &sent.front() && !wanted) {
            settle(*entry, loss, workerDied(m_lane, event));
        } else {
            entry->call->putBack(entry->chunk);
        }
    }
    forgetWorker(wanted, event);
}

LaneEvent Attendant::endWorker(bool wanted)
{
    m_worker->process().signal(SIGKILL);
    const ExitStatus status = m_worker->process().wait();
    LaneEvent event;
    event.at = now();
    event.kind = wanted ? LaneEvent::Kind::Closed : LaneEvent::Kind::Died;
    event.worker = static_cast<std::uint16_t>(m_lane);
    event.pid = pid();
    event.signal = status.signal;
    event.exitCode = status.code;
    return event;
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
    front.call->telemetry().countRetried(loss.finished);
    for (auto again = loss.again.rbegin(); again != loss.again.rend(); ++again) {
        front.call->putBack(*again);
    }
    if (loss.taken) {
        front.call->fail(front.chunk.part(*loss.taken, 1), error, m_lane, pid());
    }
}

void Attendant::forgetWorker(bool wanted, const LaneEvent& event)
{
    m_failedStarts = m_ready || wanted ? 0 : m_failedStarts + 1;
    m_startError = {"WorkerDied",
                    "Worker " + std::to_string(m_lane) + " " + howItEnded(event) +
                        " before it was ready.",
                    {}};
    m_worker.reset();
    m_ready = m_gone = false;
    m_activity = {};
    m_lastPickled = 0;
}

} // namespace poolscope
