// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shapes of shapes.py as C++ has them. `Types` says with which containers: those of std, or Qt's.

#include "core/reduce/describe.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace poolscope::bench {

struct StdTypes {
    using Text = std::string;
    using Dict = std::map<std::string, std::int64_t>;
    template <class T> using List = std::vector<T>;
    static Text text(std::string text) { return text; }
};

template <class Types> struct ItemOf {
    std::int64_t id = 0;
    double weight = 0;
    typename Types::Text name;
    bool operator==(const ItemOf&) const = default;
};

using Item = ItemOf<StdTypes>;

inline auto describe(Type<Item> type)
{
    return type.named("bench", "Item")
        .field("id", &Item::id)
        .field("weight", &Item::weight)
        .field("name", &Item::name);
}

inline constexpr std::int64_t intCount = 1000000;
inline constexpr std::int64_t dictCount = 100000;
inline constexpr std::size_t blobSize = 64000000;

template <class Types> auto makeInts()
{
    typename Types::template List<std::int64_t> ints;
    for (std::int64_t i = 0; i < intCount; ++i) {
        ints.push_back(i);
    }
    return ints;
}

template <class Types> auto makeDicts()
{
    typename Types::template List<typename Types::Dict> dicts;
    for (std::int64_t i = 0; i < dictCount; ++i) {
        typename Types::Dict dict;
        dict[Types::text("a")] = i;
        dict[Types::text("b")] = i + 1;
        dict[Types::text("c")] = i + 2;
        dict[Types::text("d")] = i + 3;
        dicts.push_back(dict);
    }
    return dicts;
}

template <class Types> auto makeItems()
{
    typename Types::template List<ItemOf<Types>> items;
    for (std::int64_t i = 0; i < dictCount; ++i) {
        items.push_back({i, static_cast<double>(i) / 2, Types::text("item" + std::to_string(i))});
    }
    return items;
}

} // namespace poolscope::bench
