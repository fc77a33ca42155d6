// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// How a call comes by its chunks: the feeder's side of CallState.

#include "core/dispatch/call_state.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t queuedChunks = 256; ///< the feeder rests when that many wait
constexpr std::uint64_t itemsAtOnce =
    8192; ///< pulled from the input in one go, when chunks are small

} // namespace

void CallState::begin()
{
    std::uint64_t items = 0;
    {
        const MutexLock lock(m_mutex);
        static_cast<void>(finishIfOver()); // nobody can have asked to be told
        items = m_items;
    }
    if (m_work->input->ready() && items <= stretch() && items <= m_plan.chunksize) {
        feed({});
    } else {
        m_feeder = std::jthread([this](std::stop_token stop) { feed(std::move(stop)); });
    }
}

void CallState::awaitFeeder()
{
    if (m_feeder.joinable() && m_feeder.get_id() != std::this_thread::get_id()) {
        m_feeder.join();
    }
}

void CallState::feed(std::stop_token stop)
{
    std::uint64_t first = 0;
    std::uint32_t number = 0;
    for (bool more = true; more && !stop.stop_requested();) {
        more = feedSome(first, number);
        m_bells.work();
    }
    News news;
    {
        const MutexLock lock(m_mutex);
        news = finishIfOver();
    }
    tell(std::move(news)); // last: the call may be gone when it returns
}

/// Waits for room, takes the next stretch of the input, cuts it and queues the chunks. False at the end.
bool CallState::feedSome(std::uint64_t& first, std::uint32_t& number)
{
    const std::uint64_t count = awaitRoom(first);
    if (count == 0) {
        return false;
    }
    const auto items = takeItems(first, count);
    const std::uint64_t got = items ? std::min<std::uint64_t>((*items)->size(), count) : 0;
    const MutexLock lock(m_mutex);
    if (m_cancelled) {
        return false;
    }
    if (got != 0) {
        queueItems(*items, first, got, number);
    }
    first += got;
    if (got == count) {
        return true;
    }
    if (!items) {
        m_inputError = items.error();
    } else if (m_items != Input::unknownSize) {
        m_inputError = Error{"ValueError", "The input ended before it should have.", {}};
    }
    m_items = first;
    m_telemetry.setItems(first);
    return false;
}

/// How many items to take from `first` on; 0 at the end.
std::uint64_t CallState::awaitRoom(std::uint64_t first)
{
    const MutexLock lock(m_mutex);
    while (!m_cancelled && !roomLocked()) {
        m_room.wait(m_mutex);
    }
    return m_cancelled ? 0 : std::min(stretch(), m_items - first);
}

/// What the input throws is an error of the input, like one that it returns.
Result<std::shared_ptr<const Items>> CallState::takeItems(std::uint64_t first, std::uint64_t count)
{
    try {
        return m_work->input->take(first, static_cast<std::size_t>(count));
    } catch (const std::exception& error) {
        return Error{"InputError", error.what(), {}};
    } catch (...) {
        return Error{"InputError", "The input threw something that carries no message.", {}};
    }
}

void CallState::queueItems(const std::shared_ptr<const Items>& items, std::uint64_t first,
                           std::uint64_t count, std::uint32_t& number)
{
    for (std::uint64_t begin = 0; begin < count; begin += m_plan.chunksize) {
        const std::uint64_t size = std::min(m_plan.chunksize, count - begin);
        m_queue.push_back(
            {items, begin, first + begin, static_cast<std::uint32_t>(size), number++, 0});
    }
    m_queued += count;
}

/// Items taken from the input in one go: one chunk where somebody waits for each, or where they may
/// be slow to come.
std::uint64_t CallState::stretch() const
{
    if (m_plan.bufferItems != 0 || m_work->input->size() == Input::unknownSize) {
        return m_plan.chunksize;
    }
    return std::min(std::max(m_plan.chunksize, itemsAtOnce / m_plan.chunksize * m_plan.chunksize),
                    m_plan.chunksize * (queuedChunks / 2));
}

bool CallState::roomLocked() const
{
    const std::uint64_t open = m_queued - m_delivered;
    const bool bounded =
        m_plan.bufferItems != 0 && open != 0 && open + m_plan.chunksize > m_plan.bufferItems;
    return !bounded && m_queue.size() <= queuedChunks / 2;
}

} // namespace poolscope
