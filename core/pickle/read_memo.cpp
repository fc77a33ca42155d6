// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/read_memo.h"

namespace poolscope {

// The array is filled up to a number that is at most twice what has been put.
void ReadMemo::put(std::uint64_t number, std::uint32_t node)
{
    constexpr std::size_t alwaysNear = 64;
    if (number > 2 * m_count + alwaysNear) {
        m_count += m_strays.insert_or_assign(number, node).second ? 1 : 0;
        return;
    }
    while (m_row.size() <= number) {
        m_row.push(noNode);
    }
    const bool isNew = m_row[number] == noNode && m_strays.erase(number) == 0;
    m_count += isNew ? 1 : 0;
    m_row[number] = node;
}

} // namespace poolscope
