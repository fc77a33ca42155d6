// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Python's dict as a C++ type: pairs in the order in which they came, which std::map forgets, side
// by side in memory, which makes small dicts several times as fast to read as a tree of nodes.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace poolscope {

/// Keys are unique and keep the place of their first coming. A few are looked for one by one, many
/// by a table of their places, as CPython's dict has it. Two are equal when they hold the same, in
/// whatever order, as in Python. Up to 2^32 - 2 pairs.
template <class Key, class Item> class OrderedDict final {
    static constexpr bool hasTexts = std::is_same_v<Key, std::string>;

public:
    using key_type = Key;
    using mapped_type = Item;
    using value_type = std::pair<Key, Item>;
    using iterator = typename std::vector<value_type>::iterator;
    using const_iterator = typename std::vector<value_type>::const_iterator;
    /// What is asked for: a text need not be a std::string.
    using Asked = std::conditional_t<hasTexts, std::string_view, const Key&>;

    OrderedDict() = default;
    OrderedDict(std::initializer_list<value_type> pairs)
    {
        for (const value_type& pair : pairs) {
            insert_or_assign(pair.first, pair.second);
        }
    }

    std::size_t size() const { return m_pairs.size(); }
    bool empty() const { return m_pairs.empty(); }
    void clear()
    {
        m_pairs.clear();
        m_table.clear();
    }
    iterator begin() { return m_pairs.begin(); }
    iterator end() { return m_pairs.end(); }
    const_iterator begin() const { return m_pairs.begin(); }
    const_iterator end() const { return m_pairs.end(); }

    const_iterator find(Asked key) const
    {
        return m_pairs.begin() + static_cast<std::ptrdiff_t>(placeOf(key));
    }
    Item& operator[](Asked key) { return m_pairs[place(key)].second; }
    void insert_or_assign(Key key, Item item)
    {
        m_pairs[place(std::move(key))].second = std::move(item);
    }
    /// As std::map's; the hint is not looked at.
    iterator try_emplace(const_iterator, Key key)
    {
        return m_pairs.begin() + static_cast<std::ptrdiff_t>(place(std::move(key)));
    }

    friend bool operator==(const OrderedDict& a, const OrderedDict& b)
    {
        if (a.size() != b.size()) {
            return false;
        }
        for (const auto& [key, item] : a) {
            const const_iterator found = b.find(key);
            if (found == b.end() || !(found->second == item)) {
                return false;
            }
        }
        return true;
    }

private:
    static constexpr std::size_t few = 16;

    static bool isSame(const Key& a, Asked b)
    {
        if constexpr (hasTexts) { // most are told apart without a call
            return a.size() == b.size() && (a.empty() || a[0] == b[0]) && a == b;
        } else {
            return a == b;
        }
    }
    // Where the table has a key, or would have it. Fibonacci hashing, linear probing: at most half
    // of the table is used.
    std::size_t slotOf(Asked key) const
    {
        const std::uint64_t hash = std::hash<std::remove_cvref_t<Asked>>()(key);
        const int unused = 64 - std::countr_zero(m_table.size());
        std::size_t slot = (hash * 0x9e3779b97f4a7c15U) >> unused;
        while (m_table[slot] != 0 && !isSame(m_pairs[m_table[slot] - 1].first, key)) {
            slot = (slot + 1) & (m_table.size() - 1);
        }
        return slot;
    }
    /// size() where there is no such key.
    std::size_t placeOf(Asked key) const
    {
        if (m_pairs.size() > few) {
            const std::uint32_t found = m_table[slotOf(key)];
            return found == 0 ? m_pairs.size() : found - 1;
        }
        std::size_t i = 0;
        while (i < m_pairs.size() && !isSame(m_pairs[i].first, key)) {
            ++i;
        }
        return i;
    }
    /// The place of a key, which is added where it has none.
    template <class Like> std::size_t place(Like&& key)
    {
        const std::size_t found = placeOf(key);
        if (found == m_pairs.size()) {
            if (m_pairs.capacity() == 0) {
                m_pairs.reserve(4);
            }
            m_pairs.emplace_back(std::piecewise_construct,
                                 std::forward_as_tuple(std::forward<Like>(key)), std::tuple<>());
            if (m_pairs.size() > few) {
                tabulate(m_pairs.size() * 2 > m_table.size() ? 0 : found);
            }
        }
        return found;
    }
    /// Puts the pairs from `since` on into the table: all of them into a new one.
    void tabulate(std::size_t since)
    {
        if (since == 0) {
            m_table.assign(std::bit_ceil(m_pairs.size() * 4), 0);
        }
        for (std::size_t i = since; i < m_pairs.size(); ++i) {
            m_table[slotOf(m_pairs[i].first)] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::vector<value_type> m_pairs;
    std::vector<std::uint32_t> m_table; // a place and one, or 0; where there are more than a few
};

} // namespace poolscope
