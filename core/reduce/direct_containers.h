// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Containers without a document between.

#include "core/reduce/direct.h"

namespace poolscope {

/// Items that are written in a row with no look at anything else.
template <class T>
inline constexpr bool isNumberRow = [] {
    if constexpr (WholeNumber<T> && !std::is_same_v<T, bool>) {
        return Direct<T>::isPlain;
    }
    return std::is_floating_point_v<T>;
}();
template <> inline constexpr bool isNumberRow<Int128> = false;

template <class Sequence> struct DirectSequence {
    using Item = typename Sequence::value_type;
    static void write(const Sequence& object, DirectWriting& writing)
    {
        if constexpr (isNumberRow<Item>) {
            using Number = std::conditional_t<std::is_floating_point_v<Item>, double, std::int64_t>;
            writing.out.template numbers<Number>(object);
        } else {
            writing.out.list(object, [&](const Item& item) { Direct<Item>::write(item, writing); });
        }
    }
    static bool read(Sequence& fresh, DirectReading& reading)
    {
        if constexpr (std::is_same_v<Item, bool>) {
            return reading.in.list(fresh, [&] {
                bool item = false;
                const bool good = reading.in.boolean(item);
                fresh.push_back(item);
                return good;
            });
        } else if constexpr (canBeFresh<Item>) {
            return reading.in.list(
                fresh, [&] { return Direct<Item>::read(fresh.emplace_back(), reading); });
        }
        return false;
    }
};

template <class... Ts> struct Direct<std::vector<Ts...>> : DirectSequence<std::vector<Ts...>> {};
template <class... Ts> struct Direct<std::deque<Ts...>> : DirectSequence<std::deque<Ts...>> {};
template <class... Ts> struct Direct<std::list<Ts...>> : DirectSequence<std::list<Ts...>> {};

template <class T, std::size_t size> struct Direct<std::array<T, size>> {
    using Array = std::array<T, size>;
    static void write(const Array& object, DirectWriting& writing)
    {
        writing.out.list(object, [&](const T& item) { Direct<T>::write(item, writing); });
    }
    static bool read(Array&, DirectReading&) { return false; }
};

template <class Map> struct DirectMap {
    using Key = typename Map::key_type;
    using Item = typename Map::mapped_type;
    static void write(const Map& object, DirectWriting& writing)
    {
        writing.out.dict(object, [&](const auto& pair) {
            Direct<Key>::write(pair.first, writing);
            Direct<Item>::write(pair.second, writing);
        });
    }
    static bool read(Map& fresh, DirectReading& reading)
    {
        if constexpr (canBeFresh<Key> && canBeFresh<Item>) {
            return reading.in.dict(fresh, [&] {
                Item* item = readKey(fresh, reading);
                return item != nullptr && Direct<Item>::read(*item, reading);
            });
        }
        return false;
    }

private:
    /// Where the item of the next key belongs, as its constructor has made it; null where something
    /// else came. Of a key that came before the later item wins.
    static Item* readKey(Map& fresh, DirectReading& reading)
    {
        const std::size_t size = fresh.size();
        Item* item = nullptr;
        if constexpr (requires(std::string_view text) { fresh[text]; }) {
            std::string_view text;
            if (!reading.in.text(text)) {
                return nullptr;
            }
            item = &fresh[text];
        } else {
            Key key{};
            if (!Direct<Key>::read(key, reading)) {
                return nullptr;
            }
            item = &fresh.try_emplace(fresh.end(), std::move(key))->second;
        }
        if (fresh.size() == size) {
            *item = Item();
        }
        return item;
    }
};

template <class... Ts> struct Direct<std::map<Ts...>> : DirectMap<std::map<Ts...>> {};
template <class... Ts>
struct Direct<std::unordered_map<Ts...>> : DirectMap<std::unordered_map<Ts...>> {};
template <class Key, class Item>
struct Direct<OrderedDict<Key, Item>> : DirectMap<OrderedDict<Key, Item>> {};

template <class Set> struct DirectSet {
    using Item = typename Set::value_type;
    static void write(const Set& object, DirectWriting& writing)
    {
        writing.out.set(object, [&](const Item& item) { Direct<Item>::write(item, writing); });
    }
    static bool read(Set& fresh, DirectReading& reading)
    {
        if constexpr (canBeFresh<Item>) {
            return reading.in.set(fresh, [&] {
                Item item{};
                const bool good = Direct<Item>::read(item, reading);
                fresh.insert(fresh.end(), std::move(item));
                return good;
            });
        }
        return false;
    }
};

template <class... Ts> struct Direct<std::set<Ts...>> : DirectSet<std::set<Ts...>> {};
template <class... Ts>
struct Direct<std::unordered_set<Ts...>> : DirectSet<std::unordered_set<Ts...>> {};

template <class... Ts> struct Direct<std::tuple<Ts...>> {
    static void write(const std::tuple<Ts...>& object, DirectWriting& writing)
    {
        writing.out.beginTuple(sizeof...(Ts));
        std::apply(
            [&](const auto&... item) {
                (Direct<std::remove_cvref_t<Ts>>::write(item, writing), ...);
            },
            object);
        writing.out.endTuple(sizeof...(Ts));
    }
    static bool read(std::tuple<Ts...>& fresh, DirectReading& reading)
    {
        return reading.in.beginTuple(sizeof...(Ts)) &&
               std::apply(
                   [&](auto&... item) {
                       return (Direct<std::remove_cvref_t<Ts>>::read(item, reading) && ...);
                   },
                   fresh) &&
               reading.in.endTuple(sizeof...(Ts));
    }
};

template <class First, class Second> struct Direct<std::pair<First, Second>> {
    static void write(const std::pair<First, Second>& object, DirectWriting& writing)
    {
        writing.out.beginTuple(2);
        Direct<First>::write(object.first, writing);
        Direct<Second>::write(object.second, writing);
        writing.out.endTuple(2);
    }
    static bool read(std::pair<First, Second>& fresh, DirectReading& reading)
    {
        return reading.in.beginTuple(2) && Direct<First>::read(fresh.first, reading) &&
               Direct<Second>::read(fresh.second, reading) && reading.in.endTuple(2);
    }
};

} // namespace poolscope
