// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/run_queue.h"

namespace poolscope {

RunQueue::RunQueue(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
                   QObject* parent)
    : QObject(parent), m_bridge(catalogue, std::move(threads))
{
    connect(&m_bridge, &RunBridge::ticked, this,
            [this](const std::shared_ptr<RunTick>& tick) { take(*tick); });
    connect(&m_bridge, &RunBridge::ended, this, &RunQueue::over);
}

void RunQueue::start(std::vector<RunRequest> requests)
{
    m_requests = std::move(requests);
    m_next = m_done = 0;
    m_why.clear();
    m_clock.start();
    next();
}

void RunQueue::next()
{
    if (m_next == m_requests.size()) {
        emit ended(m_why);
        return;
    }
    m_summary = {};
    m_bridge.start(m_requests[m_next++]);
}

void RunQueue::stop()
{
    if (!running()) return;
    m_why = tr("Stopped after %1 of %2 runs.").arg(m_done).arg(planned());
    m_next = m_requests.size();
    m_bridge.stop();
}

void RunQueue::take(const RunTick& tick)
{
    m_summary = tick.summary;
    if (tick.stage == RunStage::CannotPickle || tick.stage == RunStage::Refused) {
        m_why = QString::fromStdString(tick.error.text);
        m_next = m_requests.size();
    }
}

/// A run that was stopped says nothing about its point.
void RunQueue::over()
{
    if (m_why.isEmpty()) {
        ++m_done;
        emit finished(m_next - 1, m_summary);
    }
    next();
}

double RunQueue::secondsLeft() const
{
    if (m_done == 0) return 0;
    const double each = static_cast<double>(m_clock.elapsed()) / 1000 / static_cast<double>(m_done);
    return each * static_cast<double>(planned() - m_done);
}

} // namespace poolscope
