// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/call_state.h"

#include <algorithm>

namespace poolscope {

namespace {

std::string argumentText(const Chunk& chunk, std::size_t task, const Registry& registry)
{
    Document document;
    const auto value = chunk.items->reduce(chunk.offset + task, document, registry);
    return value ? repr(*value, 80) : std::string();
}

std::uint64_t knownItems(const Input& input)
{
    return input.size() == Input::unknownSize ? 0 : input.size();
}

/// A short call needs no large feed.
std::size_t rowsFor(const Input& input)
{
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(input.size(), 64, rowsHeld));
}

} // namespace

std::size_t Outcomes::size() const { return results ? results->size() : failures.size(); }

CallState::CallState(std::uint64_t id, std::shared_ptr<const Work> work, const CallPlan& plan,
                     int workers, Bells bells)
    : m_id(id),
      m_work(std::move(work)),
      m_plan(plan),
      m_bells(std::move(bells)),
      m_telemetry(static_cast<std::size_t>(workers), knownItems(*m_work->input), now(),
                  rowsFor(*m_work->input)),
      m_payloads(plan.payloadBudget != 0 ? std::make_shared<Payloads>(plan.payloadBudget)
                                         : nullptr),
      m_items(m_work->input->size())
{
    begin();
}

/// Whoever is told of the end may let go of the call there and then, on the feeder's own thread.
CallState::~CallState()
{
    cancel();
    if (m_feeder.get_id() == std::this_thread::get_id()) {
        m_feeder.detach();
    }
}

std::optional<Chunk> CallState::pull()
{
    const MutexLock lock(m_mutex);
    if (m_queue.empty() || m_cancelled || (m_plan.window != 0 && m_out >= m_plan.window)) {
        return {};
    }
    Chunk chunk = std::move(m_queue.front());
    m_queue.pop_front();
    ++m_out;
    if (roomLocked()) {
        m_room.notifyOne();
    }
    return chunk;
}

void CallState::putBack(Chunk chunk)
{
    {
        const MutexLock lock(m_mutex);
        --m_out;
        m_queue.push_front(std::move(chunk));
    }
    m_bells.work();
}

void CallState::split(std::size_t parts)
{
    const MutexLock lock(m_mutex);
    m_out += parts - 1;
}

void CallState::drop()
{
    News news;
    {
        const MutexLock lock(m_mutex);
        --m_out;
        news = finishIfOver();
    }
    tell(std::move(news));
}

std::shared_ptr<const Failure> CallState::failure(const Chunk& chunk, std::size_t task, Error error,
                                                  int worker, std::int32_t pid)
{
    auto failure = std::make_shared<Failure>();
    failure->item = chunk.first + task;
    failure->error = std::move(error);
    failure->worker = static_cast<std::uint16_t>(worker);
    failure->pid = pid;
    failure->attempt = chunk.attempt;
    failure->argument = argumentText(chunk, task, m_work->registry);
    m_telemetry.fail(*failure);
    return failure;
}

void CallState::complete(const Chunk& chunk, ChunkAnswer answer, int worker, std::int32_t pid)
{
    Outcomes outcomes{chunk.first, std::move(answer.results), {}};
    if (!answer.errors.empty()) {
        outcomes.failures.resize(chunk.count);
        for (std::size_t i = 0; i < chunk.count; ++i) {
            if (answer.errors[i]) {
                outcomes.failures[i] = failure(chunk, i, std::move(*answer.errors[i]), worker, pid);
            }
        }
    }
    deliver(std::move(outcomes));
}

void CallState::fail(const Chunk& chunk, Error error, int worker, std::int32_t pid)
{
    ChunkAnswer answer;
    answer.errors.assign(chunk.count, error);
    complete(chunk, std::move(answer), worker, pid);
}

void CallState::deliver(Outcomes outcomes)
{
    bool more = false;
    News news;
    {
        const MutexLock lock(m_mutex);
        --m_out;
        m_done += outcomes.size();
        const bool awaited = !m_plan.ordered || outcomes.first == m_delivered;
        const auto first = outcomes.first;
        m_ready.emplace_hint(m_ready.end(), first, std::move(outcomes));
        news = finishIfOver();
        if (awaited) {
            m_changed.notifyAll();
        }
        more = m_plan.window != 0 && !m_queue.empty();
    }
    if (more) {
        m_bells.work();
    }
    tell(std::move(news));
}

bool CallState::overLocked() const
{
    if (m_cancelled) {
        return m_out == 0;
    }
    return m_done == m_items && m_out == 0;
}

CallState::News CallState::finishIfOver()
{
    if (m_over || !overLocked()) {
        return {};
    }
    m_over = true;
    m_telemetry.finish(now(), m_cancelled && m_done != m_items);
    m_changed.notifyAll();
    return std::exchange(m_news, {});
}

void CallState::tell(News news)
{
    std::for_each(news.rbegin(), news.rend(), [](const auto& one) { one(); });
}

void CallState::whenOver(std::function<void()> news)
{
    {
        const MutexLock lock(m_mutex);
        if (!m_over) {
            m_news.push_back(std::move(news));
            return;
        }
    }
    news();
}

std::map<std::uint64_t, Outcomes>::iterator CallState::nextReady()
{
    return m_plan.ordered ? m_ready.find(m_delivered) : m_ready.begin();
}

bool CallState::next(Outcomes& outcomes)
{
    const MutexLock lock(m_mutex);
    for (;;) {
        const auto ready = nextReady();
        if (ready != m_ready.end()) {
            outcomes = std::move(ready->second);
            m_ready.erase(ready);
            m_delivered += outcomes.size();
            if (m_queued - m_delivered <= m_plan.bufferItems / 2) {
                m_room.notifyOne(); // not for each item: the feeder is woken for a few at once
            }
            return true;
        }
        if (m_over) {
            return false;
        }
        m_changed.wait(m_mutex);
    }
}

bool CallState::awaitNext(Nanos timeout)
{
    const Nanos until = now() + timeout;
    const MutexLock lock(m_mutex);
    while (!m_over && nextReady() == m_ready.end()) {
        const Nanos left = until - now();
        if (left <= 0) {
            return false;
        }
        m_changed.waitFor(m_mutex, std::chrono::nanoseconds(left));
    }
    return true;
}

void CallState::wait()
{
    const MutexLock lock(m_mutex);
    while (!m_over) {
        m_changed.wait(m_mutex);
    }
}

bool CallState::waitFor(Nanos timeout)
{
    const Nanos until = now() + timeout;
    const MutexLock lock(m_mutex);
    while (!m_over) {
        const Nanos left = until - now();
        if (left <= 0) {
            return false;
        }
        m_changed.waitFor(m_mutex, std::chrono::nanoseconds(left));
    }
    return true;
}

bool CallState::finished() const
{
    const MutexLock lock(m_mutex);
    return m_over;
}

bool CallState::wasCut() const
{
    const MutexLock lock(m_mutex);
    return m_over && m_cancelled && m_done != m_items;
}

void CallState::cancel(Running running)
{
    News news;
    {
        const MutexLock lock(m_mutex);
        if (m_over) {
            return;
        }
        m_cancelled = true;
        m_endsWorkers = m_endsWorkers || running == Running::End;
        m_queue.clear();
        m_room.notifyAll();
        news = finishIfOver();
    }
    m_bells.ended();
    tell(std::move(news));
}

RunTotals CallState::totals() const { return m_telemetry.totals(now()); }

void CallState::drain(FeedBatch& batch) { m_telemetry.drain(batch); }

Result<void> CallState::inputError() const
{
    const MutexLock lock(m_mutex);
    return m_inputError ? Result<void>(*m_inputError) : Result<void>();
}

} // namespace poolscope
