// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Python's dict as a C++ type: pairs in the order in which they came, which std::map forgets, side
// by side in memory, which makes small dicts several times as fast to read as a tree of nodes.

#include <cstddef>
#include <initializer_list>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace poolscope {

/// Keys are unique and keep the place of their first coming. A few are looked for one by one, many
/// by their hashes. Two are equal when they hold the same, in whatever order, as in Python.
template <class Key, class Item> class OrderedDict final {
public:
    using key_type = Key;
    using mapped_type = Item;
    using value_type = std::pair<Key, Item>;
    using iterator = typename std::vector<value_type>::iterator;
    using const_iterator = typename std::vector<value_type>::const_iterator;

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
        m_places.clear();
    }
    iterator begin() { return m_pairs.begin(); }
    iterator end() { return m_pairs.end(); }
    const_iterator begin() const { return m_pairs.begin(); }
    const_iterator end() const { return m_pairs.end(); }

    const_iterator find(const Key& key) const
    {
        return m_pairs.begin() + static_cast<std::ptrdiff_t>(placeOf(key));
    }
    Item& operator[](const Key& key) { return m_pairs[place(key)].second; }
    void insert_or_assign(Key key, Item item)
    {
        m_pairs[place(std::move(key))].second = std::move(item);
    }
    /// As std::map's; the hint is not looked at.
    template <class... Keys, class... Items>
    iterator emplace_hint(const_iterator, std::piecewise_construct_t, std::tuple<Keys...> key,
                          std::tuple<Items...>)
    {
        static_assert(sizeof...(Items) == 0);
        const std::size_t found = place(std::make_from_tuple<Key>(std::move(key)));
        return m_pairs.begin() + static_cast<std::ptrdiff_t>(found);
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

    std::size_t placeOf(const Key& key) const
    {
        if (m_pairs.size() > few) {
            const auto found = m_places.find(key);
            return found == m_places.end() ? m_pairs.size() : found->second;
        }
        std::size_t i = 0;
        while (i < m_pairs.size() && !(m_pairs[i].first == key)) {
            ++i;
        }
        return i;
    }
    /// The place of a key, which is added where it has none.
    std::size_t place(Key key)
    {
        const std::size_t found = placeOf(key);
        if (found == m_pairs.size()) {
            if (m_pairs.capacity() == 0) {
                m_pairs.reserve(4);
            }
            m_pairs.emplace_back(std::move(key), Item());
            if (m_pairs.size() == few + 1) {
                for (std::size_t i = 0; i < few; ++i) {
                    m_places.emplace(m_pairs[i].first, i);
                }
            }
            if (m_pairs.size() > few) {
                m_places.emplace(m_pairs.back().first, found);
            }
        }
        return found;
    }

    std::vector<value_type> m_pairs;
    std::unordered_map<Key, std::size_t> m_places; // where there are more than a few
};

} // namespace poolscope
