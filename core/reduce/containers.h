// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Containers: vector and array travel as lists, pair and tuple as tuples, maps as dicts, sets as
// sets, an empty optional as None.

#include "core/reduce/convert.h"

#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace poolscope {

template <class T> struct Converter<std::vector<T>> {
    static constexpr bool picklable = Converter<T>::picklable;
    static std::string name() { return "list"; }
    static Value reduce(const std::vector<T>& object, Reducing& reducing, const PathStep& step)
    {
        const Value list = reducing.document().list();
        std::size_t i = 0;
        for (const T& item : object) {
            const Value value = Converter<T>::reduce(item, reducing, step.at(i++));
            if (!reducing.failed()) {
                reducing.document().append(list, value);
            }
        }
        return list;
    }
    static std::optional<std::vector<T>> rebuild(Value value, Rebuilding& rebuilding,
                                                 const PathStep& step)
    {
        if (value.kind() != Kind::List) {
            return rebuilding.mismatch(step, value, "a list");
        }
        std::vector<T> object;
        object.reserve(value.size());
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::optional<T> item = Converter<T>::rebuild(value[i], rebuilding, step.at(i));
            if (!item) {
                return std::nullopt;
            }
            object.push_back(std::move(*item));
        }
        return object;
    }
};

template <class T, std::size_t size> struct Converter<std::array<T, size>> {
    static constexpr bool picklable = Converter<T>::picklable;
    static std::string name() { return "list"; }
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

/// Elements may be references: what std::tie makes can be reduced (not rebuilt).
template <class... Ts> struct Converter<std::tuple<Ts...>> {
    using Tuple = std::tuple<Ts...>;
    static constexpr bool picklable = (Converter<std::remove_cvref_t<Ts>>::picklable && ...);
    static std::string name() { return "tuple"; }
    static Value reduce(const Tuple& object, Reducing& reducing, const PathStep& step)
    {
        return reduceEach(object, reducing, step, std::index_sequence_for<Ts...>{});
    }
    static std::optional<Tuple> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Tuple || value.size() != sizeof...(Ts)) {
            return rebuilding.mismatch(step, value, "a tuple of " + std::to_string(sizeof...(Ts)));
        }
        return rebuildEach(value, rebuilding, step, std::index_sequence_for<Ts...>{});
    }

private:
    template <std::size_t... i>
    static Value reduceEach(const Tuple& object, [[maybe_unused]] Reducing& reducing,
                            [[maybe_unused]] const PathStep& step, std::index_sequence<i...>)
    {
        const std::array<Value, sizeof...(Ts)> items{Converter<std::remove_cvref_t<Ts>>::reduce(
            std::get<i>(object), reducing, step.at(i))...};
        return reducing.failed() ? Value{} : reducing.document().tuple(items);
    }
    template <std::size_t... i>
    static std::optional<Tuple>
    rebuildEach([[maybe_unused]] Value value, [[maybe_unused]] Rebuilding& rebuilding,
                [[maybe_unused]] const PathStep& step, std::index_sequence<i...>)
    {
        std::tuple<std::optional<Ts>...> items;
        const bool complete =
            ((std::get<i>(items) = Converter<Ts>::rebuild(value[i], rebuilding, step.at(i)))
                 .has_value() &&
             ...);
        if (!complete) {
            return std::nullopt;
        }
        return Tuple(std::move(*std::get<i>(items))...);
    }
};

template <class First, class Second> struct Converter<std::pair<First, Second>> {
    using Tuple = std::tuple<First, Second>;
    static constexpr bool picklable = Converter<Tuple>::picklable;
    static std::string name() { return "tuple"; }
    static Value reduce(const std::pair<First, Second>& object, Reducing& reducing,
                        const PathStep& step)
    {
        using References = std::tuple<const First&, const Second&>;
        return Converter<References>::reduce(References(object.first, object.second), reducing,
                                             step);
    }
    static std::optional<std::pair<First, Second>> rebuild(Value value, Rebuilding& rebuilding,
                                                           const PathStep& step)
    {
        std::optional<Tuple> items = Converter<Tuple>::rebuild(value, rebuilding, step);
        if (!items) {
            return std::nullopt;
        }
        return std::pair<First, Second>(std::move(std::get<0>(*items)),
                                        std::move(std::get<1>(*items)));
    }
};

/// std::map and std::unordered_map.
template <class Map> struct MapConverter {
    using Key = typename Map::key_type;
    using Item = typename Map::mapped_type;
    static constexpr bool picklable = Converter<Key>::picklable && Converter<Item>::picklable;
    static std::string name() { return "dict"; }
    static Value reduce(const Map& object, Reducing& reducing, const PathStep& step)
    {
        const Value dict = reducing.document().dict();
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

template <class T, class... Rest> struct Converter<std::set<T, Rest...>> {
    using Set = std::set<T, Rest...>;
    static constexpr bool picklable = Converter<T>::picklable;
    static std::string name() { return "set"; }
    static Value reduce(const Set& object, Reducing& reducing, const PathStep& step)
    {
        const Value set = reducing.document().set();
        std::size_t i = 0;
        for (const T& item : object) {
            const Value value = Converter<T>::reduce(item, reducing, step.at(i++));
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
            std::optional<T> item = Converter<T>::rebuild(value[i], rebuilding, step.at(i));
            if (!item) {
                return std::nullopt;
            }
            object.insert(std::move(*item));
        }
        return object;
    }
};

template <class T> struct Converter<std::optional<T>> {
    static constexpr bool picklable = Converter<T>::picklable;
    static std::string name() { return Converter<T>::name(); }
    static Value reduce(const std::optional<T>& object, Reducing& reducing, const PathStep& step)
    {
        return object ? Converter<T>::reduce(*object, reducing, step) : reducing.document().none();
    }
    static std::optional<std::optional<T>> rebuild(Value value, Rebuilding& rebuilding,
                                                   const PathStep& step)
    {
        if (value.kind() == Kind::None) {
            return std::optional<std::optional<T>>(std::in_place);
        }
        std::optional<T> object = Converter<T>::rebuild(value, rebuilding, step);
        if (!object) {
            return std::nullopt;
        }
        return std::optional<std::optional<T>>(std::in_place, std::move(object));
    }
};

} // namespace poolscope
