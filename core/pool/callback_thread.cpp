// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/callback_thread.h"

#include <cstdio>
#include <pthread.h>

namespace poolscope {

namespace {

/// To be called in a catch.
void tellOnStandardError()
{
    try {
        throw;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "poolscope: a callback threw: %s\n", error.what());
    } catch (...) {
        std::fputs("poolscope: a callback threw something that carries no message.\n", stderr);
    }
}

} // namespace

struct CallbackThread::State {
    explicit State(std::function<void(std::exception_ptr)> told) : failed(std::move(told)) {}

    void run(const std::function<void()>& callback) const;
    void serve();

    const std::function<void(std::exception_ptr)> failed;
    Mutex mutex;
    Condition changed;
    std::deque<std::function<void()>> queue GUARDED_BY(mutex);
    bool busy GUARDED_BY(mutex) = false;
    bool stopped GUARDED_BY(mutex) = false;
};

void CallbackThread::State::run(const std::function<void()>& callback) const
{
    try {
        callback();
    } catch (...) {
        failed ? failed(std::current_exception()) : tellOnStandardError();
    }
}

void CallbackThread::State::serve()
{
    for (;;) {
        std::function<void()> callback;
        {
            const MutexLock lock(mutex);
            busy = false;
            changed.notifyAll();
            while (queue.empty() && !stopped) {
                changed.wait(mutex);
            }
            if (queue.empty()) {
                return;
            }
            busy = true;
            callback = std::move(queue.front());
            queue.pop_front();
        }
        run(callback);
    }
}

CallbackThread::CallbackThread(std::function<void(std::exception_ptr)> failed)
    : m_state(std::make_shared<State>(std::move(failed))), m_thread([state = m_state] {
          ::pthread_setname_np(::pthread_self(), "callbacks");
          state->serve();
      })
{}

void CallbackThread::post(std::function<void()> callback)
{
    {
        const MutexLock lock(m_state->mutex);
        if (!m_state->stopped) {
            m_state->queue.push_back(std::move(callback));
            m_state->changed.notifyAll();
            return;
        }
    }
    m_state->run(callback);
}

void CallbackThread::awaitIdle()
{
    if (m_thread.get_id() == std::this_thread::get_id()) {
        return;
    }
    const MutexLock lock(m_state->mutex);
    while (!m_state->queue.empty() || m_state->busy) {
        m_state->changed.wait(m_state->mutex);
    }
}

/// A callback may hold the last of the pool: then its thread ends by itself when it returns.
void CallbackThread::stop()
{
    {
        const MutexLock lock(m_state->mutex);
        m_state->stopped = true;
        m_state->changed.notifyAll();
    }
    if (m_thread.get_id() == std::this_thread::get_id()) {
        m_thread.detach();
    } else if (m_thread.joinable()) {
        m_thread.join();
    }
}

} // namespace poolscope
