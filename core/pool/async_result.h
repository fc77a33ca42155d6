// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The future of a call: Python's AsyncResult.

#include "core/pool/pending.h"

namespace poolscope {

/// What applyAsync and mapAsync give: a T that may not be there yet. Copies are the same future, any
/// thread may ask. Where all of them go before the end the call goes on, and its values are dropped.
template <class T> class AsyncResult final {
public:
    /// Waits for the value. Throws TaskFailed (of several failures the first in the order of the
    /// input, when all tasks have ended), what the input threw, Cancelled, PoolClosed, or TimeoutError
    /// when the time ran out, and then the call goes on.
    const T& get(Timeout timeout = {}) const&
    {
        awaitValue(timeout);
        return m_value(*m_pending);
    }
    T get(Timeout timeout = {}) const&& { return get(timeout); } ///< a copy: this future is going

    /// Until it is over and its callbacks stand in their queue, so that they run in the order of the
    /// waits; false when the time ran out.
    bool wait(Timeout timeout = {}) const { return m_pending->wait(timeout); }
    bool ready() const
    {
        return m_pending->ready();
    } ///< the value, or the reason for none, is there
    /// Whether it ended with a value. Throws ValueError while it is not ready, as Python does.
    bool successful() const
    {
        if (!ready()) {
            raise({"ValueError", "The call is not ready: wait() for it first.", {}});
        }
        return m_pending->settle() == nullptr;
    }
    /// No task begins any more; what runs stops at its next task, or at once with its worker. False
    /// where the call was over already: then nothing happens.
    bool cancel(Running running = Running::StopAtNextTask) const
    {
        return m_pending->cancel(running);
    }
    /// Calls one of the two, once, on the pool's thread for callbacks: with the value or with why there
    /// is none. At once where it is over. What they throw goes to PoolOptions::callbackFailed.
    const AsyncResult& then(std::function<void(const T&)> callback,
                            std::function<void(std::exception_ptr)> errorCallback = {}) const
    {
        m_pending->whenOver([self = *this, callback = std::move(callback),
                             errorCallback = std::move(errorCallback)] {
            const std::exception_ptr error = self.m_pending->settle();
            if (!error && callback) {
                callback(self.m_value(*self.m_pending));
            } else if (error && errorCallback) {
                errorCallback(error);
            }
        });
        return *this;
    }

    /// For waitFor.
    const std::shared_ptr<Pending>& pending() const { return m_pending; }

private:
    friend class Pool;
    using ValueOf = T& (*)(Pending&);

    AsyncResult(std::shared_ptr<Pending> pending, ValueOf value)
        : m_pending(std::move(pending)), m_value(value)
    {}
    void awaitValue(const Timeout& timeout) const
    {
        if (!m_pending->wait(timeout)) {
            raise({"TimeoutError",
                   "The call did not end in the time that was given; it goes on.",
                   {}});
        }
        if (const std::exception_ptr error = m_pending->settle()) {
            std::rethrow_exception(error);
        }
    }

    std::shared_ptr<Pending> m_pending;
    ValueOf m_value;
};

/// Waits until one of the futures is over, one has failed, or all are over.
template <class T>
Waited waitFor(Until until, const std::vector<AsyncResult<T>>& futures, Timeout timeout = {})
{
    std::vector<std::shared_ptr<Pending>> all;
    for (const auto& future : futures) {
        all.push_back(future.pending());
    }
    return waitForPending(until, all, timeout);
}

} // namespace poolscope
