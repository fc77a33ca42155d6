// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/call_state.h"

#include <algorithm>
#include <bit>

namespace poolscope {

namespace {

/// Small calls hold few rows: memory that is never looked at takes time, too.
std::size_t rowsHeldFor(std::uint64_t items, const CallPlan& plan)
{
    const std::uint64_t size = plan.chunksize == autoChunksize ? 1 : plan.chunksize;
    const auto chunks = std::min<std::uint64_t>(items / size, plan.rowsHeld);
    const auto rows = static_cast<std::size_t>(2 * chunks + 32); // some are split and sent again
    return std::bit_ceil(std::min(rows, plan.rowsHeld));
}

std::uint64_t knownItems(const Input& input)
{
    return input.size() == Input::unknownSize ? 0 : input.size();
}

std::string argumentText(const Chunk& chunk, std::size_t task, const Registry& registry)
{
    Document document;
    const auto value = chunk.items().reduce(chunk.offset() + task, document, registry);
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
      m_telemetry(static_cast<std::size_t>(workers), knownItems(*m_work->input), now(),
                  rowsHeldFor(m_work->input->size(), plan)),
      m_payloads(plan.payloadBudget != 0 ? std::make_shared<Payloads>(plan.payloadBudget)
                                         : nullptr),
      m_size(workers),
      m_collector(plan.ordered),
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

std::uint64_t CallState::chunksize() const
{
    const MutexLock lock(m_mutex);
    return m_plan.chunksize != autoChunksize ? m_plan.chunksize : m_size.typical();
}

std::string CallState::chunksizeReason() const
{
    const MutexLock lock(m_mutex);
    return m_plan.chunksize != autoChunksize ? std::string() : m_size.reason();
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

Outcomes CallState::outcomesOf(const Chunk& chunk, ChunkAnswer answer, int worker, std::int32_t pid)
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
    return outcomes;
}

void CallState::complete(std::span<Answered> answered, int worker, std::int32_t pid)
{
    std::vector<Outcomes> outcomes;
    outcomes.reserve(answered.size());
    for (Answered& each : answered) {
        outcomes.push_back(outcomesOf(each.chunk, std::move(each.answer), worker, pid));
    }
    bool wasEnough = false;
    DoneItems done;
    {
        const MutexLock lock(m_mutex);
        wasEnough = enoughLocked();
        collectLocked(answered, outcomes, done);
    }
    done.clear(); // before the call may be over
    bool more = false;
    News news;
    {
        const MutexLock lock(m_mutex);
        for (const Answered& each : answered) {
            m_out -= each.chunks;
        }
        news = finishIfOver();
        if (!wasEnough && enoughLocked()) {
            m_changed.notifyAll();
        }
        more = m_plan.window != 0 && !m_queue.empty();
    }
    if (more) {
        m_bells.work();
    }
    tell(std::move(news));
}

void CallState::collectLocked(std::span<Answered> answered, std::vector<Outcomes>& outcomes,
                              DoneItems& done)
{
    for (std::size_t i = 0; i < answered.size(); ++i) {
        m_done += answered[i].chunk.count;
        if (m_plan.chunksize == autoChunksize && answered[i].cost != 0) {
            m_size.measured(answered[i].chunk.count, answered[i].cost);
        }
        m_queue.done(answered[i].chunk, done);
        m_collector.add(std::move(outcomes[i]));
    }
}

/// With a bound each chunk's leave alone, and a measured size wants the cost of each.
bool CallState::join(Answered& first, const Answered& second) const
{
    if (m_plan.bufferItems != 0 || m_plan.chunksize == autoChunksize ||
        first.chunk.stretch != second.chunk.stretch ||
        first.chunk.first + first.chunk.count != second.chunk.first ||
        !first.answer.errors.empty() || !second.answer.errors.empty() ||
        !first.answer.results.join(second.answer.results)) {
        return false;
    }
    first.chunk.count += second.chunk.count;
    first.chunks += second.chunks;
    return true;
}

void CallState::fail(const Chunk& chunk, Error error, int worker, std::int32_t pid)
{
    Answered answered{chunk, {}, 0};
    answered.answer.errors.assign(chunk.count, error);
    complete({&answered, 1}, worker, pid);
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
    DoneItems done;
    {
        const MutexLock lock(m_mutex);
        if (m_over) {
            return;
        }
        m_cancelled = true;
        m_endsWorkers = m_endsWorkers || running == Running::End;
        m_queue.clear(done);
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
