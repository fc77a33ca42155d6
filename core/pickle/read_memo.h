// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a pickle being read has numbered. Numbers come from outside: those in a row lie in an array,
// stray ones in a map, so that a number costs no more than the bytes that name it.

#include "core/pickle/small_stack.h"
#include "core/value/value.h"

#include <unordered_map>

namespace poolscope {

class ReadMemo final {
public:
    std::size_t count() const { return m_count; }
    /// The node with this number, or noNode.
    std::uint32_t find(std::uint64_t number)
    {
        if (number < m_row.size()) {
            return m_row[number];
        }
        const auto found = m_strays.find(number);
        return found == m_strays.end() ? noNode : found->second;
    }
    void put(std::uint64_t number, std::uint32_t node);

private:
    SmallStack<std::uint32_t, 128> m_row;
    std::unordered_map<std::uint64_t, std::uint32_t> m_strays;
    std::size_t m_count = 0;
};

} // namespace poolscope
