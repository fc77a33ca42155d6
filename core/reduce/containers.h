// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Containers: sequences travel as lists, maps as dicts, sets as sets.

#include "core/reduce/ordered_dict.h"
#include "core/reduce/plain.h"

#include <array>
#include <deque>
#include <list>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace poolscope {

/// std::vector, deque, list.
template <class Sequence> struct SequenceConverter {
    using Item = typename Sequence::value_type;
    static constexpr Types<Item> parts() { return {}; }
    static std::string name() { return "list"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::List; }
    static Value reduce(const Sequence& object, Reducing& reducing, const PathStep& step)
    {
        const Value list = reducing.document().list();
        reducing.made(object, list);
        std::size_t i = 0;
        for (const Item& item : object) {
            const Value value = Converter<Item>::reduce(item, reducing, step.at(i++));
            if (!reducing.failed()) {
                reducing.document().append(list, value);
            }
        }
        return list;
    }
    static std::optional<Sequence> rebuild(Value value, Rebuilding& rebuilding,
                                           const PathStep& step)
    {
        if (value.kind() != Kind::List) {
            return rebuilding.mismatch(step, value, "a list");
        }
        Sequence object;
        if constexpr (requires { object.reserve(std::size_t{}); }) {
            object.reserve(value.size());
        }
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::optional<Item> item = Converter<Item>::rebuild(value[i], rebuilding, step.at(i));
            if (!item) {
                return std::nullopt;
            }
            object.push_back(std::move(*item));
        }
        return object;
    }
};

template <class... Ts>
struct Converter<std::vector<Ts...>> : SequenceConverter<std::vector<Ts...>> {};
template <class... Ts>
struct Converter<std::deque<Ts...>> : SequenceConverter<std::deque<Ts...>> {};
template <class... Ts> struct Converter<std::list<Ts...>> : SequenceConverter<std::list<Ts...>> {};

template <class T, std::size_t size> struct Converter<std::array<T, size>> {
    static constexpr Types<T> parts() { return {}; }
    static std::string name() { return "list"; }
    static bool fits(Value value, const Registry&, Fit)
    {
        return value.kind() == Kind::List && value.size() == size;
    }
    static Value reduce(const std::array<T, size>& object, Reducing& reducing, const PathStep& step)
    {
        const Value list = reducing.document().list();
        for (std::size_t i = 0; i < size; ++i) {
            const Value value = Converter<T>::reduce(object[i], reducing, step.at(i));
            if (!reducing.failed()) {
                reducing.document().append(list, value);
            }
        }
        return list;
    }
    static std::optional<std::array<T, size>> rebuild(Value value, Rebuilding& rebuilding,
                                                      const PathStep& step)
    {
        if (value.kind() != Kind::List || value.size() != size) {
            return rebuilding.mismatch(step, value, "a list of " + std::to_string(size));
        }
        std::array<T, size> object{};
        for (std::size_t i = 0; i < size; ++i) {
            std::optional<T> item = Converter<T>::rebuild(value[i], rebuilding, step.at(i));
            if (!item) {
                return std::nullopt;
            }
            object[i] = std::move(*item);
        }
        return object;
    }
};

/// std::map, std::unordered_map and OrderedDict.
template <class Map> struct MapConverter {
    using Key = typename Map::key_type;
    using Item = typename Map::mapped_type;
    static constexpr Types<Key, Item> parts() { return {}; }
    static std::string name() { return "dict"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::Dict; }
    static Value reduce(const Map& object, Reducing& reducing, const PathStep& step)
    {
        const Value dict = reducing.document().dict();
        reducing.made(object, dict);
        for (const auto& [key, item] : object) {
            const Value keyValue = Converter<Key>::reduce(key, reducing, step.dot("keys()"));
            const Value itemValue = Converter<Item>::reduce(item, reducing, step.at(keyValue));
            if (!reducing.failed()) {
                reducing.document().setItem(dict, keyValue, itemValue);
            }
        }
        return dict;
    }
    static std::optional<Map> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Dict) {
            return rebuilding.mismatch(step, value, "a dict");
        }
        Map object;
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::optional<Key> key =
                Converter<Key>::rebuild(value.key(i), rebuilding, step.dot("keys()"));
            std::optional<Item> item;
            if (key) {
                item = Converter<Item>::rebuild(value.item(i), rebuilding, step.at(value.key(i)));
            }
            if (!item) {
                return std::nullopt;
            }
            object.insert_or_assign(std::move(*key), std::move(*item));
        }
        return object;
    }
};

template <class... Ts> struct Converter<std::map<Ts...>> : MapConverter<std::map<Ts...>> {};
template <class... Ts>
struct Converter<std::unordered_map<Ts...>> : MapConverter<std::unordered_map<Ts...>> {};
template <class Key, class Item>
struct Converter<OrderedDict<Key, Item>> : MapConverter<OrderedDict<Key, Item>> {};

/// std::set and std::unordered_set.
template <class Set> struct SetConverter {
    using Item = typename Set::value_type;
    static constexpr Types<Item> parts() { return {}; }
    static std::string name() { return "set"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::Set; }
    static Value reduce(const Set& object, Reducing& reducing, const PathStep& step)
    {
        const Value set = reducing.document().set();
        std::size_t i = 0;
        for (const Item& item : object) {
            const Value value = Converter<Item>::reduce(item, reducing, step.at(i++));
            if (!reducing.failed()) {
                reducing.document().append(set, value);
            }
        }
        return set;
    }
    static std::optional<Set> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Set) {
            return rebuilding.mismatch(step, value, "a set");
        }
        Set object;
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::optional<Item> item = Converter<Item>::rebuild(value[i], rebuilding, step.at(i));
            if (!item) {
                return std::nullopt;
            }
            object.insert(std::move(*item));
        }
        return object;
    }
};

template <class... Ts> struct Converter<std::set<Ts...>> : SetConverter<std::set<Ts...>> {};
template <class... Ts>
struct Converter<std::unordered_set<Ts...>> : SetConverter<std::unordered_set<Ts...>> {};

} // namespace poolscope
