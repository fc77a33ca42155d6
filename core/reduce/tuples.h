// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// pair and tuple travel as tuples; a variant as what it holds.

#include "core/reduce/plain.h"

#include <array>
#include <tuple>

namespace poolscope {

/// Elements may be references: what std::tie makes can be reduced (not rebuilt).
template <class... Ts> struct Converter<std::tuple<Ts...>> {
    using Tuple = std::tuple<Ts...>;
    static constexpr Types<Ts...> parts() { return {}; }
    static std::string name() { return "tuple"; }
    static bool fits(Value value, const Registry&, Fit)
    {
        return value.kind() == Kind::Tuple && value.size() == sizeof...(Ts);
    }
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
    static constexpr Types<First, Second> parts() { return {}; }
    static std::string name() { return "tuple"; }
    static bool fits(Value value, const Registry& registry, Fit fit)
    {
        return Converter<Tuple>::fits(value, registry, fit);
    }
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

/// What comes in goes to the first alternative that it looks like, from outside: variants within
/// variants are no reason to try everything.
template <class... Ts> struct Converter<std::variant<Ts...>> {
    using Variant = std::variant<Ts...>;
    static constexpr Types<Ts...> parts() { return {}; }
    static std::string name()
    {
        std::string names;
        ((names += (names.empty() ? "" : " or ") + Converter<Ts>::name()), ...);
        return names;
    }
    static bool fits(Value value, const Registry& registry, Fit fit)
    {
        return (Converter<Ts>::fits(value, registry, fit) || ...);
    }
    static Value reduce(const Variant& object, Reducing& reducing, const PathStep& step)
    {
        return std::visit(
            [&]<class T>(const T& held) { return Converter<T>::reduce(held, reducing, step); },
            object);
    }
    static std::optional<Variant> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        std::optional<Variant> object;
        for (const Fit fit : {Fit::Exact, Fit::Near}) {
            if (rebuildFirst(object, fit, value, rebuilding, step,
                             std::index_sequence_for<Ts...>{})) {
                return object;
            }
        }
        return rebuilding.mismatch(step, value, withArticle(name()));
    }

private:
    /// Whether an alternative was found; it may still have failed.
    template <std::size_t... i>
    static bool rebuildFirst(std::optional<Variant>& object, Fit fit, Value value,
                             Rebuilding& rebuilding, const PathStep& step,
                             std::index_sequence<i...>)
    {
        return ((Converter<Ts>::fits(value, rebuilding.registry(), fit) &&
                 (rebuildAs<i>(object, value, rebuilding, step), true)) ||
                ...);
    }
    template <std::size_t i>
    static void rebuildAs(std::optional<Variant>& object, Value value, Rebuilding& rebuilding,
                          const PathStep& step)
    {
        using T = std::variant_alternative_t<i, Variant>;
        if (std::optional<T> held = Converter<T>::rebuild(value, rebuilding, step)) {
            object.emplace(std::in_place_index<i>, std::move(*held));
        }
    }
};

} // namespace poolscope
