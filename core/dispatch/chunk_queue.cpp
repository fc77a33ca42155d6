// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/dispatch/chunk_queue.h"

#include <algorithm>

namespace poolscope {

void ChunkQueue::clear(DoneItems& gone)
{
    for (const Chunk& chunk : m_back) {
        chunk.stretch->open -= chunk.count;
    }
    m_back.clear();
    for (; m_cutting < m_kept.size(); ++m_cutting, m_cut = 0) {
        ItemStretch& stretch = m_kept[m_cutting];
        stretch.open -= stretch.items->size() - m_cut;
    }
    m_items = 0;
    done({}, gone);
}

void ChunkQueue::add(std::shared_ptr<const Items> items, std::uint64_t first)
{
    const std::uint64_t count = items->size();
    m_kept.push_back({std::move(items), first, count});
    m_items += count;
}

void ChunkQueue::putBack(const Chunk& chunk)
{
    m_items += chunk.count;
    m_back.push_front(chunk);
}

Chunk ChunkQueue::pull(std::uint32_t size, bool& isNew)
{
    isNew = m_back.empty();
    Chunk chunk;
    if (!isNew) {
        chunk = m_back.front();
        m_back.pop_front();
    } else {
        ItemStretch& stretch = m_kept[m_cutting];
        const std::uint64_t rest = stretch.items->size() - m_cut;
        chunk.stretch = &stretch;
        chunk.first = stretch.first + m_cut;
        chunk.count = static_cast<std::uint32_t>(std::min<std::uint64_t>(size, rest));
        chunk.number = m_number++;
        const bool isLast = chunk.count == rest;
        m_cut = isLast ? 0 : m_cut + chunk.count;
        m_cutting += isLast ? 1 : 0;
    }
    m_items -= chunk.count;
    return chunk;
}

void ChunkQueue::done(const Chunk& chunk, DoneItems& gone)
{
    if (chunk.stretch != nullptr) {
        chunk.stretch->open -= chunk.count;
    }
    while (!m_kept.empty() && m_kept.front().open == 0) {
        gone.push_back(std::move(m_kept.front().items));
        m_kept.pop_front();
        --m_cutting;
    }
}

} // namespace poolscope
