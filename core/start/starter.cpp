// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/spawn.h"
#include "core/start/start.h"

#include <cassert>
#include <deque>
#include <thread>

namespace poolscope {

namespace {

/// One who waits in spawn(), on whose stack this lies.
struct Order {
    const SpawnRequest& request;
    std::optional<Result<std::unique_ptr<Process>>> answer;
};

} // namespace

struct Starter::State {
    Mutex mutex;
    Condition ordered;
    Condition answered;
    std::deque<Order*> orders GUARDED_BY(mutex);
    bool stopping GUARDED_BY(mutex) = false;
    std::jthread thread; // last: it uses what stands above

    Order* next() EXCLUDES(mutex)
    {
        const MutexLock lock(mutex);
        while (orders.empty() && !stopping) {
            ordered.wait(mutex);
        }
        if (orders.empty()) {
            return nullptr;
        }
        Order* order = orders.front();
        orders.pop_front();
        return order;
    }

    void serve() EXCLUDES(mutex)
    {
        while (Order* order = next()) {
            auto answer = spawnHere(order->request);
            const MutexLock lock(mutex);
            order->answer.emplace(std::move(answer));
            answered.notifyAll();
        }
    }
};

Starter::Starter() : m_state(std::make_unique<State>())
{
    m_state->thread = std::jthread([state = m_state.get()] { state->serve(); });
}

Starter::~Starter()
{
    const MutexLock lock(m_state->mutex);
    m_state->stopping = true;
    m_state->ordered.notifyOne();
}

Result<std::unique_ptr<Process>> Starter::spawn(const SpawnRequest& request)
{
    Order order{request, std::nullopt};
    const MutexLock lock(m_state->mutex);
    m_state->orders.push_back(&order);
    m_state->ordered.notifyOne();
    while (!order.answer) {
        m_state->answered.wait(m_state->mutex);
    }
    return std::move(*order.answer);
}

} // namespace poolscope
