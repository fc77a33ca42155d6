// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// A call's way in: the feeder fills the queue from the input, lanes pull chunks and give some back.

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

void CallState::feed(const std::stop_token& stop)
{
    while (!stop.stop_requested() && feedSome()) {
        m_bells.work();
    }
    m_bells.work();
}

/// Many at once where that costs nobody time; otherwise a chunk, so that it can begin.
std::uint64_t CallState::itemsWanted(std::uint64_t left) const
{
    std::uint64_t chunk = m_plan.chunksize;
    const bool many = m_work->input->isReady() && m_plan.bufferItems == 0;
    if (chunk == autoChunksize) {
        const MutexLock lock(m_mutex);
        chunk = m_size.steady();
    }
    return std::min(left, many ? std::max(chunk, itemsAtOnce / chunk * chunk) : chunk);
}

/// Waits for room, takes the next stretch of the input, cuts it and queues the chunks. False at the
/// end of the input, of whatever kind.
bool CallState::feedSome()
{
    std::uint64_t total = 0;
    {
        const MutexLock lock(m_mutex);
        while (!m_cancelled && !roomLocked()) {
            m_room.wait(m_mutex);
        }
        total = m_items;
    }
    if (m_cancelled || m_first >= total) {
        return false;
    }
    const std::uint64_t count = itemsWanted(total - m_first);
    auto items = m_work->input->take(m_first, count);
    const MutexLock lock(m_mutex);
    if (items && (*items)->size() != 0) {
        m_queue.add(*items, m_first);
        m_first += (*items)->size();
        m_taken = m_first;
    }
    if (items && (*items)->size() == count) {
        return m_first < total;
    }
    if (!items) {
        m_inputError = items.error();
    } else if (total != Input::unknownSize) {
        m_inputError = Error{"ValueError", "The input ended before it should have.", {}};
    }
    m_items = m_first;
    m_telemetry.setItems(m_items);
    finishIfOver();
    return false;
}

bool CallState::roomLocked() const
{
    if (m_plan.bufferItems != 0 && m_taken - m_left >= m_plan.bufferItems) {
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
        if (isNew) {
            m_collector.expect(chunks.back().count);
            m_cut += chunks.back().count;
        }
        ++m_out;
    }
    if (roomLocked()) {
        m_room.notifyOne();
    }
}

void CallState::putBack(Chunk chunk)
{
    {
        const MutexLock lock(m_mutex);
        --m_out;
        m_queue.putBack(std::move(chunk));
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

} // namespace poolscope
