// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/forkserver.h"
#include "core/start/spawn.h"
#include "core/start/start.h"

#include <atomic>
#include <cassert>
#include <cerrno>
#include <deque>
#include <system_error>
#include <thread>

namespace poolscope {

namespace {

/// One who waits in spawn(), on whose stack this lies.
struct Order {
    const SpawnRequest& request;
    std::optional<Result<std::unique_ptr<Child>>> answer;
};

/// What a machine says that does not let a process be copied so, or a program that does not serve.
bool refuses(int reason)
{
    return reason == ENOSYS || reason == EPERM || reason == EINVAL || reason == ETIMEDOUT;
}

std::string whyNoForkserver(const std::string& program, int reason)
{
    return reason == ETIMEDOUT
               ? "The worker program " + program +
                     " did not answer as a forkserver; its workers are spawned instead."
               : "The start method forkserver is not possible on this machine (clone3: " +
                     std::generic_category().message(reason) + "); workers are spawned instead.";
}

Error endsAtOnce(const std::string& program)
{
    return {"OSError",
            "The worker program " + program +
                " ended when it was to start workers: a program that is its own worker begins its "
                "main with serveIfWorker.",
            {}};
}

} // namespace

struct Starter::State {
    explicit State(StartMethod theMethod) : method(theMethod) {}

    std::atomic<StartMethod> method;
    Mutex serverMutex; ///< taken before `mutex`
    std::shared_ptr<Forkserver> server GUARDED_BY(serverMutex);
    std::string remark GUARDED_BY(serverMutex);

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

    /// The server of `program`: the one that is there, or a new one.
    Result<std::shared_ptr<Forkserver>> serverOf(Starter& starter, const std::string& program)
        EXCLUDES(serverMutex)
    {
        const MutexLock lock(serverMutex);
        if (!server || !server->serves(program)) {
            auto started = Forkserver::start(starter, program);
            if (!started) {
                return started.error();
            }
            server = std::move(*started);
        }
        return server;
    }

    void refuse(const std::string& program, int reason) EXCLUDES(serverMutex)
    {
        const MutexLock lock(serverMutex);
        if (method.exchange(StartMethod::Spawn) == StartMethod::Forkserver) {
            remark = whyNoForkserver(program, reason);
        }
        server.reset();
    }
};

Starter::Starter(StartMethod method) : m_state(std::make_unique<State>(method))
{
    m_state->thread = std::jthread([state = m_state.get()] { state->serve(); });
}

Starter::~Starter()
{
    {
        const MutexLock lock(m_state->serverMutex);
        m_state->server.reset();
    }
    const MutexLock lock(m_state->mutex);
    m_state->stopping = true;
    m_state->ordered.notifyOne();
}

Result<std::unique_ptr<Child>> Starter::spawn(const SpawnRequest& request)
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

// A server that has died is replaced, and what it was asked for is asked again, once: of a request that
// it did not answer there is no copy.
Result<std::unique_ptr<Child>> Starter::start(const SpawnRequest& request)
{
    for (int attempt = 0; method() == StartMethod::Forkserver; ++attempt) {
        const auto server = m_state->serverOf(*this, request.program);
        if (!server) {
            return server.error();
        }
        ForkAnswer answer = (*server)->fork(request);
        if (answer.process) {
            return std::move(answer.process);
        }
        if (answer.error == EMSGSIZE) {
            break; // too much for one packet; exec takes it
        }
        if (refuses(answer.error)) {
            m_state->refuse(request.program, answer.error);
        } else if (answer.error != EPIPE) {
            return cannotStart(request.program, answer.error);
        } else if (attempt == 1) {
            return endsAtOnce(request.program);
        }
    }
    return spawn(request);
}

StartMethod Starter::method() const { return m_state->method; }

std::string Starter::remark() const
{
    const MutexLock lock(m_state->serverMutex);
    return m_state->remark;
}

} // namespace poolscope
