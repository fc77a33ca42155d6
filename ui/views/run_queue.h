// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs one after the other that nobody looks at one by one: the points of a sweep, the check of a
// prediction. What is kept of each is its summary.

#include "ui/bridge/bridge.h"

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace poolscope {

class RunQueue final : public QObject {
    Q_OBJECT
public:
    RunQueue(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
             QObject* parent = nullptr);

    void start(std::vector<RunRequest> requests); ///< only while none is under way
    void stop();                                  ///< the one under way and those that wait
    bool running() const { return m_next < m_requests.size() || m_bridge.running(); }
    std::size_t done() const { return m_done; }
    std::size_t planned() const { return m_requests.size(); }
    double secondsLeft() const; ///< at the pace so far; 0 before the first is over

signals:
    void finished(std::size_t which, const poolscope::Summary& summary);
    /// All are over, or stopped: then `why` says so, or what was wrong with the one that was refused.
    void ended(const QString& why);

private:
    void next();
    void take(const RunTick& tick);
    void over();

    RunBridge m_bridge;
    std::vector<RunRequest> m_requests;
    std::size_t m_next = 0, m_done = 0;
    Summary m_summary; ///< of the one under way, as far as it is
    QString m_why;
    QElapsedTimer m_clock;
};

} // namespace poolscope
