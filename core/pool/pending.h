// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// One call as its futures share it: they wait on the call itself, and the first that looks takes the
// outcomes. Callbacks are posted to the pool's thread for them when the call is over.

#include "core/pool/callback_thread.h"
#include "core/pool/under_way.h"

#include <deque>

namespace poolscope {

/// Rings when a future that it is put on is over.
class Alarm final {
public:
    void ring();
    /// Waits for a ring since the last silence; false when the time (ns) ran out.
    bool await(Nanos timeout);

private:
    Mutex m_mutex;
    Condition m_changed;
    bool m_rung GUARDED_BY(m_mutex) = false;
};

class Pending : public std::enable_shared_from_this<Pending> {
public:
    Pending(std::shared_ptr<Call> call, std::shared_ptr<const Work> work,
            std::shared_ptr<CallbackThread> callbacks);
    virtual ~Pending() = default;
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;

    void begin(); ///< asks the call to tell of its end; it keeps this until then
    bool ready() const { return m_underWay.call().finished(); }
    /// Waits until it is over and its callbacks are posted; false when the time ran out.
    bool wait(const Timeout& timeout) EXCLUDES(m_mutex);
    bool cancel(Running running) { return m_underWay.cancel(running); }
    /// Waits for the end and takes the outcomes, which can be looked at from then on: null, or why
    /// there is no value.
    std::exception_ptr settle() EXCLUDES(m_mutex);
    /// Runs it on the thread for callbacks when the call is over.
    void whenOver(std::function<void()> callback) EXCLUDES(m_mutex);
    void put(const std::shared_ptr<Alarm>& alarm) EXCLUDES(m_mutex);

private:
    virtual void expect(std::uint64_t) {
    } ///< so many values at most: from the input, which may not know
    /// Takes the values of some outcomes; gives the first failure among them, or null.
    virtual std::shared_ptr<const Failure> take(const Outcomes& outcomes,
                                                const Registry& registry) = 0;
    void takeAll() REQUIRES(m_settling);
    void over() EXCLUDES(m_mutex);
    std::function<void()> nextCallback() EXCLUDES(m_mutex);

    UnderWay m_underWay;
    const std::shared_ptr<CallbackThread> m_callbacks;
    Mutex m_settling;
    bool m_settled GUARDED_BY(m_settling) = false;
    std::exception_ptr m_error GUARDED_BY(m_settling);
    Mutex m_mutex;
    Condition m_ended;
    bool m_over GUARDED_BY(m_mutex) = false; ///< and all callbacks are posted
    std::deque<std::function<void()>> m_waiting GUARDED_BY(m_mutex);
    std::vector<std::weak_ptr<Alarm>> m_alarms GUARDED_BY(m_mutex);
};

/// With the value of its one task.
template <class R> class PendingValue final : public Pending {
public:
    using Pending::Pending;
    static R& of(Pending& pending) { return *static_cast<PendingValue&>(pending).m_value; }

private:
    std::shared_ptr<const Failure> take(const Outcomes& outcomes, const Registry& registry) override
    {
        std::shared_ptr<const Failure> failed;
        lookAt<R>(
            outcomes, 0, registry, [&](R value) { m_value.emplace(std::move(value)); },
            [&](const Failure& failure) { failed = std::make_shared<const Failure>(failure); });
        return failed;
    }

    std::optional<R> m_value;
};

/// With the values of all its tasks, in the order of the input. Looked at only when settled.
template <class R> class PendingValues final : public Pending {
public:
    using Pending::Pending;
    static std::vector<R>& of(Pending& pending)
    {
        return static_cast<PendingValues&>(pending).m_values;
    }

private:
    void expect(std::uint64_t values) override
    {
        constexpr std::uint64_t most = 1 << 24; // where it is wrong that costs little
        m_values.reserve(static_cast<std::size_t>(std::min(values, most)));
        if constexpr (!std::is_same_v<R, bool>) {
            expectUse(m_values.data(), m_values.capacity() * sizeof(R));
        }
    }
    std::shared_ptr<const Failure> take(const Outcomes& outcomes, const Registry& registry) override
    {
        if (R* const row = ownRow<R>(outcomes)) {
            m_values.insert(m_values.end(), std::move_iterator(row),
                            std::move_iterator(row + outcomes.size()));
            return nullptr;
        }
        std::shared_ptr<const Failure> first;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            lookAt<R>(
                outcomes, i, registry, [&](R value) { m_values.push_back(std::move(value)); },
                [&](const Failure& failure) {
                    first = first ? first : std::make_shared<const Failure>(failure);
                });
        }
        return first;
    }

    std::vector<R> m_values;
};

/// What a waitFor() waits for.
enum class Until : std::uint8_t {
    First,        ///< any of them is over
    FirstFailure, ///< any of them has failed, or all are over
    All,          ///< all are over
};

/// Which futures were over when the wait ended, by their places, and which were not.
struct Waited {
    std::vector<std::size_t> done;
    std::vector<std::size_t> open;
};
Waited waitForPending(Until until, const std::vector<std::shared_ptr<Pending>>& all,
                      const Timeout& timeout);

} // namespace poolscope
