// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A function of several items, as starmap calls it: its item is the tuple of them.

#include "core/reduce/reduce.h"

#include <tuple>
#include <utility>

namespace poolscope {

/// Calls `F(items…, keywords…)` as a function of one tuple and the keywords.
template <class F, class Items, class Keywords> class Star;
template <class F, class... Items, class... Keywords>
class Star<F, std::tuple<Items...>, std::tuple<Keywords...>> final {
public:
    explicit Star(F function) : m_function(std::move(function)) {}

    typename Signature<F>::Result operator()(const std::tuple<Items...>& items,
                                             const Keywords&... keywords) const
    {
        return std::apply([&](const Items&... item) { return m_function(item..., keywords...); },
                          items);
    }

private:
    F m_function;
};

/// The types of a tuple from `first` on, as many as there are numbers.
template <std::size_t first, class Tuple, std::size_t... i>
std::tuple<std::tuple_element_t<first + i, Tuple>...> typesFrom(std::index_sequence<i...>);

/// `function` with one parameter before its `keywords` last ones: itself, or with its items in a tuple.
template <std::size_t keywords, class F> auto withOneItem(F function)
{
    using Parameters = typename Signature<F>::Arguments;
    constexpr std::size_t items = std::tuple_size_v<Parameters> - keywords;
    if constexpr (items == 1) {
        return function;
    } else {
        using Starred = decltype(typesFrom<0, Parameters>(std::make_index_sequence<items>{}));
        using Named = decltype(typesFrom<items, Parameters>(std::make_index_sequence<keywords>{}));
        return Star<F, Starred, Named>(std::move(function));
    }
}

} // namespace poolscope
