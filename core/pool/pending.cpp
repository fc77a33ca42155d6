// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/pending.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr Nanos forEver = Nanos{1} << 60;

Nanos nanosOf(const Timeout& timeout)
{
    return timeout ? std::min<Nanos>(timeout->count(), forEver) : forEver;
}

} // namespace

void Alarm::ring()
{
    const MutexLock lock(m_mutex);
    m_rung = true;
    m_changed.notifyAll();
}

bool Alarm::await(Nanos timeout)
{
    const Nanos until = now() + timeout;
    const MutexLock lock(m_mutex);
    while (!m_rung) {
        const Nanos left = until - now();
        if (left <= 0) {
            return false;
        }
        m_changed.waitFor(m_mutex, std::chrono::nanoseconds(left));
    }
    m_rung = false;
    return true;
}

Pending::Pending(std::shared_ptr<Call> call, std::shared_ptr<const Work> work,
                 std::shared_ptr<CallbackThread> callbacks)
    : m_underWay(std::move(call), std::move(work)), m_callbacks(std::move(callbacks))
{}

void Pending::begin()
{
    m_underWay.call().whenOver([self = shared_from_this()] { self->over(); });
}

/// Callbacks are posted before anybody hears of the end, as CPython calls them before `wait()` returns.
void Pending::over()
{
    std::vector<std::weak_ptr<Alarm>> alarms;
    while (const auto callback = nextCallback()) m_callbacks->post(callback);
    {
        const MutexLock lock(m_mutex);
        alarms = std::exchange(m_alarms, {});
    }
    for (const auto& weak : alarms) {
        if (const auto alarm = weak.lock()) {
            alarm->ring();
        }
    }
}

/// The callback that is next; after the last it is over.
std::function<void()> Pending::nextCallback()
{
    const MutexLock lock(m_mutex);
    if (m_waiting.empty()) {
        m_over = true;
        m_ended.notifyAll();
        return {};
    }
    auto first = std::move(m_waiting.front());
    m_waiting.pop_front();
    return first;
}

bool Pending::wait(const Timeout& timeout)
{
    if (!timeout) {
        m_underWay.call().wait();
    } else if (!m_underWay.call().waitFor(nanosOf(timeout))) {
        return false;
    }
    const MutexLock lock(m_mutex);
    while (!m_over) m_ended.wait(m_mutex);
    return true;
}

std::exception_ptr Pending::settle()
{
    const MutexLock lock(m_settling);
    if (!std::exchange(m_settled, true)) {
        takeAll();
    }
    return m_error;
}

/// The first failure by the order of the input is the call's, as a loop would have met it; but a call
/// that was cut short says that.
void Pending::takeAll()
{
    std::shared_ptr<const Failure> first;
    if (const std::uint64_t items = m_underWay.items(); items != Input::unknownSize) {
        expect(items);
    }
    m_underWay.call().takeAll([&](Outcomes& outcomes) {
        auto failure = take(outcomes, m_underWay.registry());
        first = first ? first : std::move(failure);
    });
    m_error = m_underWay.whyEnded();
    if (first && !m_underWay.call().wasCut()) {
        m_error = std::make_exception_ptr(TaskFailed(*first));
    }
}

void Pending::whenOver(std::function<void()> callback)
{
    {
        const MutexLock lock(m_mutex);
        if (!m_over) {
            m_waiting.push_back(std::move(callback));
            return;
        }
    }
    m_callbacks->post(std::move(callback));
}

void Pending::put(const std::shared_ptr<Alarm>& alarm)
{
    {
        const MutexLock lock(m_mutex);
        if (!m_over) {
            std::erase_if(m_alarms, [](const auto& old) { return old.expired(); });
            m_alarms.push_back(alarm);
            return;
        }
    }
    alarm->ring();
}

namespace {

Waited look(const std::vector<std::shared_ptr<Pending>>& all)
{
    Waited waited;
    for (std::size_t i = 0; i < all.size(); ++i) {
        (all[i]->ready() ? waited.done : waited.open).push_back(i);
    }
    return waited;
}

bool isEnough(Until until, const Waited& waited, const std::vector<std::shared_ptr<Pending>>& all)
{
    if (waited.open.empty()) {
        return true;
    }
    switch (until) {
    case Until::First: return !waited.done.empty();
    case Until::All: return false;
    case Until::FirstFailure: break;
    }
    return std::any_of(waited.done.begin(), waited.done.end(),
                       [&](std::size_t i) { return all[i]->settle() != nullptr; });
}

} // namespace

Waited waitForPending(Until until, const std::vector<std::shared_ptr<Pending>>& all,
                      const Timeout& timeout)
{
    const Nanos end = now() + nanosOf(timeout);
    const auto alarm = std::make_shared<Alarm>();
    for (const auto& one : all) {
        one->put(alarm);
    }
    for (;;) {
        const Waited waited = look(all);
        if (isEnough(until, waited, all) || !alarm->await(end - now())) {
            return waited;
        }
    }
}

} // namespace poolscope
