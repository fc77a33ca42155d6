// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// How a call comes by its chunks: the feeder fills the queue from the input, lanes pull chunks and
// give some back.

#include "core/dispatch/call_state.h"

#include <algorithm>

namespace poolscope {

namespace {

// The feeder rests while this much waits for the lanes: enough that they are not kept waiting while
// it is woken, little enough that nothing but the chunks under way takes memory.
constexpr std::size_t queuedStretches = 4;
constexpr std::uint64_t queuedItems = 16'384;
constexpr std::uint64_t itemsAtOnce = 8192; ///< from an input that is ready, when chunks are small

} // namespace

void CallState::begin()
{
    {
        const MutexLock lock(m_mutex);
        static_cast<void>(finishIfOver()); // nobody can have asked to be told
    }
    const bool isFed = m_work->input->isReady() && !feedSome(); // small calls need no thread
    if (!isFed) {
        m_feeder = std::jthread([this](const std::stop_token& stop) { feed(stop); });
        return;
    }
    const MutexLock lock(m_mutex); // the input may have ended with nothing
    static_cast<void>(finishIfOver());
}

void CallState::awaitFeeder()
{
    if (m_feeder.joinable() && m_feeder.get_id() != std::this_thread::get_id()) {
        m_feeder.join();
    }
}

void CallState::feed(const std::stop_token& stop)
{
    for (bool more = true; more && !stop.stop_requested();) {
        more = feedSome();
        m_bells.work();
    }
    News news;
    {
        const MutexLock lock(m_mutex);
        news = finishIfOver();
    }
    tell(std::move(news)); // last: the call may be gone when it returns
}

/// Waits for room, takes the next stretch of the input and queues it. False at the end of the input,
/// of whatever kind.
bool CallState::feedSome()
{
    const std::uint64_t count = awaitRoom();
    if (count == 0) {
        return false;
    }
    const auto items = takeItems(count);
    const MutexLock lock(m_mutex);
    if (m_cancelled) {
        return false;
    }
    const std::uint64_t got = items ? (*items)->size() : 0;
    if (got != 0) {
        m_queue.add(*items, m_first);
        m_first += got;
        m_taken = m_first;
    }
    if (items && got == count) {
        return m_first < m_items;
    }
    if (!items) {
        m_inputError = items.error();
    } else if (m_items != Input::unknownSize) {
        m_inputError = Error{"ValueError", "The input ended before it should have.", {}};
    }
    m_items = m_first;
    m_telemetry.setItems(m_items);
    return false;
}

/// How many items to take; 0 at the end.
std::uint64_t CallState::awaitRoom()
{
    const MutexLock lock(m_mutex);
    while (!m_cancelled && !roomLocked()) {
        m_room.wait(m_mutex);
    }
    return m_cancelled ? 0 : std::min(stretchLocked(), m_items - m_first);
}

/// Many at once where that costs nobody time; otherwise a chunk, so that it can begin.
std::uint64_t CallState::stretchLocked() const
{
    const std::uint64_t chunk =
        m_plan.chunksize == autoChunksize ? m_size.steady() : m_plan.chunksize;
    const bool many = m_work->input->isReady() && m_plan.bufferItems == 0;
    return many ? std::max(chunk, itemsAtOnce / chunk * chunk) : chunk;
}

/// What the input throws is an error of the input, like one that it returns.
Result<std::shared_ptr<const Items>> CallState::takeItems(std::uint64_t count)
{
    try {
        return m_work->input->take(m_first, static_cast<std::size_t>(count));
    } catch (const std::exception& error) {
        return Error{"InputError", error.what(), {}};
    } catch (...) {
        return Error{"InputError", "The input threw something that carries no message.", {}};
    }
}

bool CallState::roomLocked() const
{
    const std::uint64_t open = m_taken - m_left;
    if (m_plan.bufferItems != 0 && open != 0 && open + stretchLocked() > m_plan.bufferItems) {
        return false;
    }
    return m_queue.stretches() < queuedStretches || m_queue.items() <= queuedItems;
}

bool CallState::mayPullLocked() const
{
    return !m_queue.empty() && !m_cancelled && (m_plan.window == 0 || m_out < m_plan.window);
}

std::uint32_t CallState::sizeLocked() const
{
    if (m_plan.chunksize != autoChunksize) {
        return static_cast<std::uint32_t>(m_plan.chunksize);
    }
    const bool isKnown = m_items != Input::unknownSize;
    return isKnown ? m_size.next(m_items - m_cut) : m_size.steady();
}

void CallState::pull(std::size_t most, std::vector<Chunk>& chunks)
{
    const MutexLock lock(m_mutex);
    while (most-- != 0 && mayPullLocked()) {
        bool isNew = false;
        chunks.push_back(m_queue.pull(sizeLocked(), isNew));
        m_cut += isNew ? chunks.back().count : 0;
        ++m_out;
    }
    if (roomLocked()) {
        m_room.notifyOne();
    }
}

void CallState::putBack(const Chunk& chunk)
{
    bool isWanted = false;
    {
        const MutexLock lock(m_mutex);
        isWanted = !m_cancelled;
        if (isWanted) {
            --m_out;
            m_queue.putBack(chunk);
        }
    }
    if (isWanted) {
        m_bells.work();
    } else {
        drop(chunk);
    }
}

void CallState::split(std::size_t parts)
{
    const MutexLock lock(m_mutex);
    m_out += parts - 1;
}

void CallState::drop(const Chunk& chunk, std::uint32_t chunks)
{
    News news;
    DoneItems done;
    {
        const MutexLock lock(m_mutex);
        m_out -= chunks;
        m_queue.done(chunk, done);
        news = finishIfOver();
    }
    tell(std::move(news));
}

} // namespace poolscope
