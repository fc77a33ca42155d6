// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/watcher.h"

namespace poolscope {
namespace {

constexpr int drainEvery = 20; // ms: a lane's ring holds the rows of that time at any speed
constexpr Nanos drawEvery = 100'000'000;
constexpr Nanos patience = 700'000'000; // of the second in which Ctrl-C must end the program

} // namespace

Watcher::Watcher(bool progress, bool keepFacts)
    : m_keepFacts(keepFacts),
      m_bar(progress),
      m_thread([this](const std::stop_token& stopped) { run(stopped); })
{}

void Watcher::measuring(const std::string& line)
{
    const MutexLock lock(m_mutex);
    m_watched.line = line;
}

void Watcher::watch(std::shared_ptr<Call> call, RunPlan plan, ProbeResult probe,
                    std::function<void()> giveUp)
{
    const MutexLock lock(m_mutex);
    m_watched = {std::move(call), std::move(plan), std::move(probe), std::move(giveUp), {}};
}

void Watcher::stop()
{
    if (!m_thread.joinable()) {
        return;
    }
    m_thread.request_stop();
    m_thread.join();
    if (const Watched last = watched(); last.call) {
        drain(*last.call);
    }
    m_bar.clear();
}

Watcher::Watched Watcher::watched()
{
    const MutexLock lock(m_mutex);
    return m_watched;
}

void Watcher::run(const std::stop_token& stopped)
{
    Nanos drawn = 0;
    while (!stopped.stop_requested()) {
        if (m_interrupt.waitFor(drainEvery)) {
            interrupt();
        }
        const Watched watched = this->watched();
        if (watched.call) {
            follow(watched);
        }
        if (m_bar.shown() && now() - drawn >= drawEvery) {
            draw(watched);
            drawn = now();
        }
    }
}

void Watcher::interrupt()
{
    if (m_interrupted.exchange(true)) {
        ::_exit(130); // a second Ctrl-C: the workers end with us
    }
    m_interruptedAt = now();
}

void Watcher::follow(const Watched& watched)
{
    drain(*watched.call);
    if (!m_interrupted) {
        return;
    }
    watched.call->cancel();
    if (now() - m_interruptedAt > patience && !watched.call->finished()) {
        m_bar.clear();
        watched.giveUp();
    }
}

void Watcher::drain(Call& call)
{
    FeedBatch batch;
    call.drain(batch);
    for (const Row& row : batch.rows) {
        m_latencies.add(latencyOf(row));
    }
    if (m_keepFacts) {
        m_recording.take(batch, call.totals());
    }
}

void Watcher::draw(const Watched& watched)
{
    if (watched.call) {
        m_bar.show(summarise(watched.plan, watched.call->totals(), watched.probe));
    } else if (!watched.line.empty()) {
        m_bar.show(watched.line);
    }
}

} // namespace poolscope
