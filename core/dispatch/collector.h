// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Puts outcomes in the order of the input, however they come: of whole chunks, of many in a row, or of
// the parts into which one was split. Or lets them leave as they come.

#include "core/dispatch/dispatch.h"

#include <deque>
#include <map>

namespace poolscope {

class Collector final {
public:
    explicit Collector(bool ordered) : m_ordered(ordered) {}

    void add(Outcomes outcomes);
    bool ready() const { return !m_ready.empty(); } ///< some may leave
    std::uint64_t readyItems() const { return m_readyItems; }
    Outcomes take();                         ///< the next that may
    void takeAll(std::deque<Outcomes>& all); ///< onto an empty one

private:
    void letLeave(Outcomes outcomes);

    const bool m_ordered;
    std::uint64_t m_next = 0; ///< item whose outcome leaves next
    std::deque<Outcomes> m_ready;
    std::uint64_t m_readyItems = 0;
    std::map<std::uint64_t, Outcomes> m_early; ///< by their first item
};

} // namespace poolscope
