// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What the calls of a pool take as their items: anything that gives them one after the other.

#include "core/pool/range.h"
#include "core/pool/sequence.h"

#include <iterator>

namespace poolscope {

/// Something with a begin and an end.
template <class R>
concept Iterable = requires(R& range)
{
    {
        std::begin(range) != std::end(range)
        } -> std::convertible_to<bool>;
};
/// Called again and again for the next item: gives a std::optional.
template <class G>
concept Generator = !Iterable<G> && requires(G & generator)
{
    {
        generator().has_value()
        } -> std::convertible_to<bool>;
    *generator();
};

/// A range, and how far it has been read.
template <class A, class R> struct Place {
    explicit Place(R given) : range(std::move(given)) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    std::optional<A> next()
    {
        if (!(at != end)) {
            return std::nullopt;
        }
        std::optional<A> item = static_cast<A>(*at);
        ++at;
        return item;
    }

    R range;
    decltype(std::begin(std::declval<R&>())) at = std::begin(range);
    decltype(std::end(std::declval<R&>())) end = std::end(range);
};

/// The items of a call, each taken when it is needed. A container is copied, because the call may
/// outlive it: move it, or give a view of it (std::span), where that is too much.
template <class A> class Inputs final {
public:
    Inputs(std::initializer_list<A> items) : Inputs(std::vector<A>(items)) {}
    template <class R>
        requires(Iterable<R> && !std::is_same_v<std::remove_cvref_t<R>, Inputs>)
    Inputs(R&& range)
    {
        using Kept = std::remove_cvref_t<R>;
        if constexpr (std::is_same_v<Kept, Range> && isNumber) {
            m_size = range.size();
            m_ready = rangeInput<A>(range.start(), range.size(), range.step());
            return;
        } else if constexpr (std::is_same_v<Kept, std::vector<A>>) {
            m_size = range.size();
            m_ready = vectorInput<A>(std::forward<R>(range), true);
            return;
        }
        auto place = std::make_shared<Place<A, Kept>>(std::forward<R>(range));
        if constexpr (requires { std::size(place->range); }) {
            m_size = std::size(place->range);
        }
        m_next = [place] { return place->next(); };
    }
    /// Has as many items as it gives before it gives none; that may be never.
    template <class G>
        requires Generator<G> Inputs(G generator)
            : m_next([generator = std::move(generator)]() mutable -> std::optional<A> {
                  auto item = generator();
                  return item ? std::optional<A>(A(std::move(*item))) : std::nullopt;
              })
        {}
        /// One item, that of apply.
        static std::shared_ptr<Input> one(A item)
        {
            auto next = [held = std::optional<A>(std::move(item))]() mutable {
                return std::exchange(held, std::nullopt);
            };
            return std::make_shared<Sequence<A>>(std::move(next), 1, true);
        }

        bool counted() const { return m_size != Input::unknownSize; }
        /// Takes them all now, as Python's list() does. Throws what the input throws.
        Inputs gathered() &&
        {
            return m_ready ? std::move(*this)
                           : Inputs(Sequence<A>(std::move(m_next), m_size).takeAll());
        }
        std::shared_ptr<Input> asInput() &&
        {
            return m_ready ? std::move(m_ready)
                           : std::make_shared<Sequence<A>>(std::move(m_next), m_size);
        }

    private:
        static constexpr bool isNumber =
            std::is_same_v<A, Integer> || (std::is_arithmetic_v<A> && !std::is_same_v<A, bool>);

        std::shared_ptr<Input> m_ready; ///< where the items are there already
        typename Sequence<A>::Next m_next;
        std::uint64_t m_size = Input::unknownSize;
};

} // namespace poolscope
