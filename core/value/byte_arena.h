// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Copies of bytes that never move: chunks are added, not grown.

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace poolscope {

class ByteArena final {
public:
    const char* copy(std::string_view bytes)
    {
        if (bytes.size() > m_left) {
            nextChunk(bytes.size());
        }
        char* place = m_next;
        if (!bytes.empty()) {
            std::memcpy(place, bytes.data(), bytes.size());
        }
        m_next += bytes.size();
        m_left -= bytes.size();
        return place;
    }
    /// Forgets the bytes and keeps the chunks, but for those made for one very long text.
    void clear();
    std::size_t memory() const;

private:
    struct Chunk {
        std::unique_ptr<char[]> bytes;
        std::size_t size;
    };
    void nextChunk(std::size_t least);
    void use(const Chunk& chunk);

    std::vector<Chunk> m_chunks;
    std::size_t m_usedChunks = 0;
    char* m_next = nullptr;
    std::size_t m_left = 0;
};

} // namespace poolscope
