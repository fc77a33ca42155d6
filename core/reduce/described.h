// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a description makes of an object: the bodies behind describe.h.

#include "core/reduce/describe.h"

namespace poolscope {

/// The second parameter of a setState hook.
template <class Hook> using StateOf = std::tuple_element_t<1, typename Signature<Hook>::Arguments>;

template <class... Left, class... Right>
constexpr Types<Left..., Right...> joined(Types<Left...>, Types<Right...>)
{
    return {};
}
template <class... Ts> constexpr auto joined(Types<Ts...> all) { return all; }
template <class First, class Second, class... Rest>
constexpr auto joined(First first, Second second, Rest... rest) requires(sizeof...(Rest) != 0)
{
    return joined(joined(first, second), rest...);
}

template <class T, class Hooked, class... Members>
constexpr auto Description<T, Hooked, Members...>::parts()
{
    if constexpr (Hooked::hasReduce) {
        using Reduced = std::invoke_result_t<decltype(Hooked::reduce), const T&>;
        return Types<decltype(Reduced::arguments), decltype(Reduced::state)>{};
    } else if constexpr (Hooked::hasGetState) {
        return Types<std::invoke_result_t<decltype(Hooked::getState), const T&>>{};
    } else {
        return joined(
            Types<>{},
            std::conditional_t<Members::travels, Types<typename Members::Type>, Types<>>{}...);
    }
}

template <class T, class Hooked, class... Members>
Value Description<T, Hooked, Members...>::stateOf(const T& object, Reducing& reducing,
                                                  const PathStep& step) const
{
    if constexpr (Hooked::hasGetState) {
        using State =
            std::remove_cvref_t<std::invoke_result_t<decltype(Hooked::getState), const T&>>;
        return reducing.ofTemporary([&] {
            return Converter<State>::reduce(m_hooks.getState(object), reducing,
                                            step.dot("__getstate__()"));
        });
    } else {
        const Value state = fieldsAsState(object, reducing, step);
        return state.size() == 0 ? Value{} : state;
    }
}

template <class T, class Hooked, class... Members>
Value Description<T, Hooked, Members...>::fieldsAsState(const T& object, Reducing& reducing,
                                                        const PathStep& step) const
{
    const Value state = reducing.document().dict();
    const auto addAll = [&](std::vector<AttributeWeight>* weights) {
        std::apply(
            [&](const auto&... member) {
                (addField(member, object, state, reducing, step, weights), ...);
            },
            m_members);
    };
    if (reducing.weighing() == 0) {
        addAll(nullptr);
        return state;
    }
    const std::size_t place = reducing.objects().size();
    reducing.objects().push_back({step.path(), m_qualname, {}});
    const std::size_t culprits = reducing.culprits().size();
    std::vector<AttributeWeight> weights;
    addAll(&weights);
    if (reducing.culprits().size() == culprits) {
        reducing.objects().resize(place); // only objects on the way to a culprit are weighed
    } else {
        weighFields(object, reducing, weights);
        reducing.objects()[place].attributes = std::move(weights);
    }
    return state;
}

template <class T, class Hooked, class... Members>
template <class Member>
void Description<T, Hooked, Members...>::addField(const Member& member, const T& object,
                                                  Value state, Reducing& reducing,
                                                  const PathStep& step,
                                                  std::vector<AttributeWeight>* weights)
{
    if constexpr (Member::travels) {
        const std::size_t culprits = reducing.culprits().size();
        const Value item = Converter<typename Member::Type>::reduce(object.*member.member, reducing,
                                                                    step.dot(member.name));
        if (!reducing.failed()) {
            reducing.document().setItem(state, reducing.document().interned(member.name), item);
        }
        if (weights != nullptr) {
            const bool clean = reducing.culprits().size() == culprits;
            weights->push_back({member.name, clean ? std::optional<std::size_t>(0) : std::nullopt});
        }
    }
}

/// Each alone and anew, since an object that has failed is not built any further.
template <class T, class Hooked, class... Members>
void Description<T, Hooked, Members...>::weighFields(const T& object, Reducing& reducing,
                                                     std::vector<AttributeWeight>& weights) const
{
    auto weight = weights.begin();
    const auto weigh = [&]<class Member>([[maybe_unused]] const Member& member) {
        if constexpr (Member::travels) {
            if (weight->bytes) {
                Document document;
                const Result<Value> value =
                    toValue(object.*member.member, document, reducing.registry());
                const Result<std::size_t> bytes = value.ok()
                                                      ? pickledWeight(*value, reducing.protocol())
                                                      : Result<std::size_t>(value.error());
                weight->bytes = bytes.ok() ? std::optional(*bytes) : std::nullopt;
            }
            ++weight;
        }
    };
    std::apply([&](const auto&... member) { (weigh(member), ...); }, m_members);
}

template <class T, class Hooked, class... Members>
bool Description<T, Hooked, Members...>::restore(T& object, Value state, Rebuilding& rebuilding,
                                                 const PathStep& step) const
{
    if constexpr (Hooked::hasSetState) {
        using State = StateOf<decltype(Hooked::setState)>;
        std::optional<State> typed =
            Converter<State>::rebuild(state, rebuilding, step.dot("__setstate__()"));
        if (typed) {
            m_hooks.setState(object, std::move(*typed));
        }
        return typed.has_value();
    } else {
        if (state.kind() != Kind::Dict) {
            rebuilding.mismatch(step.dot("__dict__"), state, "a dict of fields");
            return false;
        }
        for (std::size_t i = 0; i < state.size(); ++i) {
            const Value key = state.key(i);
            const std::string_view name = key.kind() == Kind::Str ? key.text() : std::string_view();
            if (!setFieldNamed(name, object, state.item(i), rebuilding, step)) {
                return false;
            }
        }
        return true;
    }
}

template <class T, class Hooked, class... Members>
bool Description<T, Hooked, Members...>::setFieldNamed(std::string_view name, T& object, Value item,
                                                       Rebuilding& rebuilding,
                                                       const PathStep& step) const
{
    bool set = false;
    const bool known = std::apply(
        [&](const auto&... member) {
            return ((name == member.name &&
                     (set = setField(member, object, item, rebuilding, step), true)) ||
                    ...);
        },
        m_members);
    if (!known) {
        rebuilding.fail(step, "has no field \"" + std::string(name) + "\"");
    }
    return known && set;
}

template <class T, class Hooked, class... Members>
template <class Member>
bool Description<T, Hooked, Members...>::setField(const Member& member, T& object, Value item,
                                                  Rebuilding& rebuilding, const PathStep& step)
{
    if constexpr (Member::travels) {
        auto typed =
            Converter<typename Member::Type>::rebuild(item, rebuilding, step.dot(member.name));
        if (typed) {
            object.*member.member = std::move(*typed);
        }
        return typed.has_value();
    } else {
        return true; // sent all the same, by a class that does not skip it
    }
}

} // namespace poolscope
