// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/call_state.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t queuedChunks = 256; ///< the feeder rests when that many wait
constexpr std::uint64_t itemsAtOnce =
    8192; ///< pulled from the input in one go, when chunks are small

std::string argumentText(const Chunk& chunk, std::size_t task, const Registry& registry)
{
    Document document;
    const auto value = chunk.items->reduce(chunk.offset + task, document, registry);
    return value ? repr(*value, 80) : std::string();
}

} // namespace

std::size_t Outcomes::size() const { return results ? results->size() : failures.size(); }

CallState::CallState(std::uint64_t id, std::shared_ptr<const Work> work, const CallPlan& plan,
                     int workers, Bells bells)
    : m_id(id),
      m_work(std::move(work)),
      m_plan(plan),
      m_bells(std::move(bells)),
      m_telemetry(static_cast<std::size_t>(workers), m_work->input->size(), now()),
      m_payloads(plan.payloadBudget != 0 ? std::make_shared<Payloads>(plan.payloadBudget)
                                         : nullptr),
      m_items(m_work->input->size())
{
    {
        const MutexLock lock(m_mutex);
        finishIfOver();
    }
    m_feeder = std::jthread([this](std::stop_token stop) { feed(std::move(stop)); });
}

CallState::~CallState() { cancel(); }

void CallState::feed(std::stop_token stop)
{
    std::uint64_t first = 0;
    std::uint32_t number = 0;
    while (!stop.stop_requested() && feedSome(first, number)) {
        m_bells.work();
    }
    const MutexLock lock(m_mutex);
    m_fed = true;
    finishIfOver();
}

/// Waits for room, takes the next stretch of the input, cuts it and queues the chunks. False at the end.
bool CallState::feedSome(std::uint64_t& first, std::uint32_t& number)
{
    std::uint64_t total = 0;
    {
        const MutexLock lock(m_mutex);
        while (!m_cancelled && !roomLocked()) {
            m_room.wait(m_mutex);
        }
        total = m_items;
    }
    if (m_cancelled || first >= total) {
        return false;
    }
    const std::uint64_t stretch =
        std::max(m_plan.chunksize, itemsAtOnce / m_plan.chunksize * m_plan.chunksize);
    const std::uint64_t count =
        std::min({stretch, total - first, m_plan.chunksize * (queuedChunks / 2)});
    auto items = m_work->input->take(first, count);
    const MutexLock lock(m_mutex);
    if (!items || (*items)->size() < count) {
        m_inputError = items ? Error{"ValueError", "The input ended before it should have.", {}}
                             : items.error();
        m_items = first;
        return false;
    }
    for (std::uint64_t begin = 0; begin < count; begin += m_plan.chunksize) {
        const std::uint64_t size = std::min(m_plan.chunksize, count - begin);
        m_queue.push_back(
            {*items, begin, first + begin, static_cast<std::uint32_t>(size), number++, 0});
    }
    first += count;
    return true;
}

bool CallState::roomLocked() const { return m_queue.size() <= queuedChunks / 2; }

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
    const MutexLock lock(m_mutex);
    --m_out;
    finishIfOver();
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
    {
        const MutexLock lock(m_mutex);
        --m_out;
        m_done += outcomes.size();
        const bool awaited = outcomes.first == m_delivered;
        const auto first = outcomes.first;
        m_ready.emplace_hint(m_ready.end(), first, std::move(outcomes));
        finishIfOver();
        if (awaited) {
            m_changed.notifyAll();
        }
        more = m_plan.window != 0 && !m_queue.empty();
    }
    if (more) {
        m_bells.work();
    }
}

bool CallState::overLocked() const
{
    if (m_cancelled) {
        return m_out == 0;
    }
    return m_done == m_items && m_out == 0;
}

void CallState::finishIfOver()
{
    if (!m_over && overLocked()) {
        m_over = true;
        m_telemetry.finish(now(), m_cancelled && m_done != m_items);
        m_changed.notifyAll();
    }
}

bool CallState::next(Outcomes& outcomes)
{
    const MutexLock lock(m_mutex);
    for (;;) {
        const auto ready = m_ready.find(m_delivered);
        if (ready != m_ready.end()) {
            outcomes = std::move(ready->second);
            m_ready.erase(ready);
            m_delivered += outcomes.size();
            return true;
        }
        if (m_over) {
            return false;
        }
        m_changed.wait(m_mutex);
    }
}

void CallState::wait()
{
    const MutexLock lock(m_mutex);
    while (!m_over) {
        m_changed.wait(m_mutex);
    }
}

bool CallState::finished() const
{
    const MutexLock lock(m_mutex);
    return m_over;
}

void CallState::cancel()
{
    {
        const MutexLock lock(m_mutex);
        if (m_over) {
            return;
        }
        m_cancelled = true;
        m_queue.clear();
        m_room.notifyAll();
        finishIfOver();
    }
    m_bells.ended();
}

RunTotals CallState::totals() const { return m_telemetry.totals(now()); }

void CallState::drain(FeedBatch& batch) { m_telemetry.drain(batch); }

Result<void> CallState::inputError() const
{
    const MutexLock lock(m_mutex);
    return m_inputError ? Result<void>(*m_inputError) : Result<void>();
}

} // namespace poolscope
