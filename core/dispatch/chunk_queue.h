// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What waits for the lanes: stretches of the input, from which chunks are cut when they are pulled,
// and chunks that were given back, which go first.

#include "core/dispatch/chunk.h"

#include <deque>

namespace poolscope {

class ChunkQueue final {
public:
    bool empty() const { return m_back.empty() && m_stretches.empty(); }
    std::uint64_t items() const { return m_items; }
    std::size_t stretches() const { return m_stretches.size(); }
    void clear();

    void add(std::shared_ptr<const Items> stretch, std::uint64_t first);
    void putBack(Chunk chunk);
    /// The next chunk; a new one has the next number and at most `size` items. `isNew` says which.
    Chunk pull(std::uint32_t size, bool& isNew);

private:
    std::deque<Chunk> m_back;
    std::deque<Chunk> m_stretches; // what is left of each
    std::uint64_t m_items = 0;
    std::uint32_t m_number = 0; // of the next new chunk
};

} // namespace poolscope
