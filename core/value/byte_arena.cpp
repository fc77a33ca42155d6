// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/byte_arena.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t smallestChunk = 4 << 10;
constexpr std::size_t largestChunk = 1 << 20;

} // namespace

void ByteArena::use(const Chunk& chunk)
{
    m_next = chunk.bytes.get();
    m_left = chunk.size;
    ++m_usedChunks;
}

void ByteArena::nextChunk(std::size_t least)
{
    while (m_usedChunks < m_chunks.size()) { // kept by clear()
        use(m_chunks[m_usedChunks]);
        if (m_left >= least) {
            return;
        }
    }
    const std::size_t doubled = m_chunks.empty() ? smallestChunk : m_chunks.back().size * 2;
    const std::size_t size = std::max(least, std::min(doubled, largestChunk));
    m_chunks.push_back({std::make_unique_for_overwrite<char[]>(size), size});
    use(m_chunks.back());
}

void ByteArena::clear()
{
    if (m_usedChunks == 0) {
        return;
    }
    std::erase_if(m_chunks, [](const Chunk& chunk) { return chunk.size > largestChunk; });
    m_usedChunks = 0;
    m_left = 0;
}

std::size_t ByteArena::memory() const
{
    std::size_t bytes = m_chunks.capacity() * sizeof(Chunk);
    for (const Chunk& chunk : m_chunks) {
        bytes += chunk.size;
    }
    return bytes;
}

} // namespace poolscope
