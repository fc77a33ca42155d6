// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/threads/threads.h"

#include <QFutureSynchronizer>
#include <QThreadPool>
#include <QtConcurrent>

namespace poolscope {

namespace {

class QtLanes final : public LaneStarter {
public:
    void start(int workers, std::function<void(int)> lane) override
    {
        m_pool.setMaxThreadCount(workers);
        m_pool.setExpiryTimeout(-1);
        for (int i = 0; i < workers; ++i) {
            m_running.addFuture(QtConcurrent::run(&m_pool, lane, i));
        }
    }

    void join() override
    {
        m_running.waitForFinished();
        m_running.clearFutures();
    }

private:
    QThreadPool m_pool;
    QFutureSynchronizer<void> m_running;
};

} // namespace

std::shared_ptr<LaneStarter> makeQtLanes() { return std::make_shared<QtLanes>(); }

} // namespace poolscope
