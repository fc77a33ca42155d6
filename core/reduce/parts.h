// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Whether objects of a type can be pickled, as far as types tell. Each Converter names the types
// that its own is made of; a type that is met again below itself is as picklable as the rest.

#include <type_traits>

namespace poolscope {

template <class T> struct Converter;

/// What Converter<T>::parts() gives: the types whose objects travel within a T …
template <class... Ts> struct Types {};
/// … or that no T travels, whatever it is made of.
struct Never {};

template <class T, class... Asked> constexpr bool travels();

template <class... Asked, class... Parts> constexpr bool allTravel(Types<Parts...>)
{
    return (travels<std::remove_cvref_t<Parts>, Asked...>() && ...);
}
template <class... Asked> constexpr bool allTravel(Never) { return false; }

/// `Asked` are the types that the question has come through.
template <class T, class... Asked> constexpr bool travels()
{
    if constexpr ((std::is_same_v<T, Asked> || ...)) {
        return true;
    } else {
        return allTravel<T, Asked...>(Converter<T>::parts());
    }
}

template <class Held, class T, class... Asked> constexpr bool holds();

template <class Held, class... Asked, class... Parts> constexpr bool anyHolds(Types<Parts...>)
{
    return (holds<Held, std::remove_cvref_t<Parts>, Asked...>() || ...);
}
template <class Held, class... Asked> constexpr bool anyHolds(Never) { return false; }

/// Whether a Held may travel within a T, or is one.
template <class Held, class T, class... Asked> constexpr bool holds()
{
    if constexpr (std::is_same_v<T, Held>) {
        return true;
    } else if constexpr ((std::is_same_v<T, Asked> || ...)) {
        return false;
    } else {
        return anyHolds<Held, T, Asked...>(Converter<T>::parts());
    }
}

/// Whether objects of T can be pickled; for static_assert. A class that has no description may
/// still travel by a reducer, which only the registry knows.
template <class T> inline constexpr bool isPicklable = travels<std::remove_cvref_t<T>>();

} // namespace poolscope
