// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The one thread of a pool on which callbacks run, in the order in which their calls ended.

#include "core/base/base.h"

#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <thread>

namespace poolscope {

class CallbackThread final {
public:
    /// `failed` is told what a callback throws (empty: standard error); the next one runs all the same.
    explicit CallbackThread(std::function<void(std::exception_ptr)> failed);
    ~CallbackThread() { stop(); }
    CallbackThread(const CallbackThread&) = delete;
    CallbackThread& operator=(const CallbackThread&) = delete;

    /// Runs it when its turn comes; here and now once the thread was stopped. Any thread.
    void post(std::function<void()> callback);
    void awaitIdle(); ///< until all that was posted has run; at once on the thread itself
    void stop();      ///< the same, and ends the thread

private:
    struct State;
    std::shared_ptr<State> m_state;
    std::thread m_thread;
};

} // namespace poolscope
