// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Where outcomes wait until they may leave: in the order of the input, or as they come. A chunk
// has a slot, so that putting in and taking out cost the same however many wait; a chunk that was
// split comes in parts.

#include "core/dispatch/dispatch.h"

#include <deque>
#include <map>

namespace poolscope {

class Collector final {
public:
    explicit Collector(bool ordered) : m_ordered(ordered) {}

    /// Chunk `number` (0, 1, 2, …, in this order) was cut: so many items.
    void expect(std::uint32_t count);
    /// Of chunk `number`: all of its outcomes, or some.
    void add(std::uint32_t number, Outcomes outcomes);
    bool ready() const; ///< something may leave
    Outcomes take();    ///< what leaves next

private:
    struct Slot {
        std::uint32_t count = 0;
        Outcomes whole; // empty while it is not there
    };
    void leave(std::uint64_t items);

    const bool m_ordered;
    std::deque<Slot> m_slots;                  // ordered: from chunk m_first on
    std::uint32_t m_first = 0;                 // number of the first slot's chunk
    std::uint64_t m_next = 0;                  // the item that leaves next
    std::uint64_t m_slotLeft = 0;              // items of the first slot that have not left
    std::map<std::uint64_t, Outcomes> m_parts; // of chunks that were split, by their first item
    std::deque<Outcomes> m_come;               // not ordered
};

} // namespace poolscope
