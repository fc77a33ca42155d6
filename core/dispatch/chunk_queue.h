// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What waits for the lanes: stretches of the input, from which chunks are cut when they are pulled,
// and chunks that were given back, which go first. Stretches are kept until all of their items have
// an outcome, so that a chunk needs no share in them.

#include "core/dispatch/chunk.h"

#include <deque>

namespace poolscope {

/// Items that nobody needs any more: let go of them with no lock held, since that may run anybody's
/// code.
using DoneItems = std::vector<std::shared_ptr<const Items>>;

class ChunkQueue final {
public:
    bool empty() const { return m_back.empty() && stretches() == 0; }
    std::uint64_t items() const { return m_items; }                     ///< that wait
    std::size_t stretches() const { return m_kept.size() - m_cutting; } ///< not cut up yet
    /// What waits will have no outcome.
    void clear(DoneItems& done);

    void add(std::shared_ptr<const Items> items, std::uint64_t first);
    void putBack(const Chunk& chunk);
    /// The next chunk; a new one has the next number and at most `size` items. `isNew` says which.
    Chunk pull(std::uint32_t size, bool& isNew);
    /// All tasks of a chunk that was pulled have their outcome, or will have none.
    void done(const Chunk& chunk, DoneItems& done);

private:
    std::deque<Chunk> m_back;
    std::deque<ItemStretch> m_kept;
    std::size_t m_cutting = 0; ///< place of the stretch that is cut next
    std::uint64_t m_cut = 0;   ///< items of it that were cut off
    std::uint64_t m_items = 0;
    std::uint32_t m_number = 0; ///< of the next new chunk
};

} // namespace poolscope
