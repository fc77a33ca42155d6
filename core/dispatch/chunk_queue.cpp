// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/dispatch/chunk_queue.h"

#include <algorithm>

namespace poolscope {

void ChunkQueue::clear()
{
    m_back.clear();
    m_stretches.clear();
    m_items = 0;
}

void ChunkQueue::add(std::shared_ptr<const Items> stretch, std::uint64_t first)
{
    const auto count = static_cast<std::uint32_t>(stretch->size());
    m_stretches.push_back({std::move(stretch), 0, first, count, 0, 0});
    m_items += count;
}

void ChunkQueue::putBack(Chunk chunk)
{
    m_items += chunk.count;
    m_back.push_front(std::move(chunk));
}

Chunk ChunkQueue::pull(std::uint32_t size, bool& isNew)
{
    isNew = m_back.empty();
    Chunk chunk;
    if (!isNew) {
        chunk = std::move(m_back.front());
        m_back.pop_front();
    } else if (Chunk& rest = m_stretches.front(); rest.count <= size) {
        chunk = std::move(rest);
        m_stretches.pop_front();
    } else {
        chunk = rest.part(0, size);
        rest.offset += size;
        rest.first += size;
        rest.count -= size;
    }
    if (isNew) {
        chunk.number = m_number++;
    }
    m_items -= chunk.count;
    return chunk;
}

} // namespace poolscope
