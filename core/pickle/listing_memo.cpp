// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/listing_memo.h"

#include <charconv>

namespace poolscope {

namespace {

// Python's True and False are 1 and 0 as keys too.
const std::string& keyOf(const std::string& number)
{
    static const std::string one = "1";
    static const std::string zero = "0";
    return number == "True" ? one : number == "False" ? zero : number;
}

// Past all that are in order where it is not among them.
std::size_t indexOf(const std::string& key)
{
    std::size_t index = 0;
    const char* end = key.data() + key.size();
    const auto [stopped, error] = std::from_chars(key.data(), end, index);
    return stopped == end && error == std::errc() ? index : ~std::size_t{0};
}

} // namespace

const StackKind* ListingMemo::find(const std::string& number) const
{
    const std::string& key = keyOf(number);
    const std::size_t index = indexOf(key);
    if (index < m_inOrder.size()) {
        return &m_inOrder[index];
    }
    const auto found = m_others.find(key);
    return found == m_others.end() ? nullptr : &found->second;
}

void ListingMemo::store(const std::string& number, StackKind kind)
{
    const std::string& key = keyOf(number);
    if (indexOf(key) == m_inOrder.size()) {
        m_inOrder.push_back(kind);
    } else {
        m_others.emplace(key, kind);
    }
}

} // namespace poolscope
