// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"
#include "core/dispatch/local_lane.h"

#include <pthread.h>

namespace poolscope {

struct Dispatcher::State {
    State(Starter& theStarter, LaneOptions theOptions)
        : starter(theStarter),
          options(std::move(theOptions)),
          lanes(std::make_shared<Lanes>(options.workers)),
          team(options.isTeam ? std::make_unique<WorkerTeam>(options.python, options.workers)
                              : nullptr)
    {}

    void startLanes() REQUIRES(mutex);
    void runLane(int lane);

    Starter& starter;
    const LaneOptions options;
    const std::shared_ptr<Lanes> lanes; // calls that outlive their pool still ring
    const std::unique_ptr<WorkerTeam> team;
    Mutex mutex; // of those who start calls: lanes meet them in the order of their ids
    std::uint64_t lastId GUARDED_BY(mutex) = 0;
    bool started GUARDED_BY(mutex) = false;
    std::vector<std::jthread> threads;
};

void Dispatcher::State::runLane(int lane)
{
    if (options.processes) {
        Attendant(*lanes, starter, team.get(), options, lane).run();
    } else {
        runLocalLane(*lanes, lane, options.limits.initializer);
    }
}

void Dispatcher::State::startLanes()
{
    if (std::exchange(started, true)) {
        return;
    }
    if (options.threads) {
        options.threads->start(options.workers, [this](int lane) { runLane(lane); });
        return;
    }
    for (int lane = 0; lane < options.workers; ++lane) {
        threads.emplace_back([this, lane] {
            ::pthread_setname_np(::pthread_self(), ("lane " + std::to_string(lane)).c_str());
            runLane(lane);
        });
    }
}

Dispatcher::Dispatcher(Starter& starter, LaneOptions options)
    : m_state(std::make_unique<State>(starter, std::move(options)))
{}

Dispatcher::~Dispatcher()
{
    const auto calls = m_state->lanes->callsAfter(0);
    for (const auto& call : calls) {
        call->cancel();
    }
    m_state->lanes->close();
    for (const auto& call : calls) {
        call->awaitFeeder(); // their inputs may go when the pool has gone
    }
    const auto started = [&] {
        const MutexLock lock(m_state->mutex);
        return m_state->started;
    };
    if (m_state->options.threads && started()) {
        m_state->options.threads->join();
    }
    m_state->threads.clear();
    m_state->lanes->forgetCalls();
}

std::shared_ptr<Call> Dispatcher::start(std::shared_ptr<const Work> work, const CallPlan& plan)
{
    const MutexLock lock(m_state->mutex);
    auto call = std::make_shared<CallState>(
        ++m_state->lastId, std::move(work), plan, m_state->options.workers,
        CallState::Bells{[lanes = m_state->lanes] { lanes->ringHungry(); },
                         [lanes = m_state->lanes] { lanes->ringAll(); },
                         [lanes = m_state->lanes](const CallState& it) { lanes->attend(it); }});
    m_state->lanes->add(call, plan.attended);
    m_state->startLanes();
    return call;
}

} // namespace poolscope
