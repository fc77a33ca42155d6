// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How described classes are taken apart and rebuilt: the bodies behind describe.h.

#include "core/reduce/describe.h"

namespace poolscope {

/// The second parameter of a setState hook.
template <class Hook> using StateOf = std::tuple_element_t<1, typename Signature<Hook>::Arguments>;

template <class T, class GetState, class SetState, class... Members>
constexpr bool Description<T, GetState, SetState, Members...>::picklable()
{
    if constexpr (!std::is_same_v<GetState, NoHook>) {
        return isPicklable<std::invoke_result_t<GetState, const T&>>;
    } else {
        return ((!Members::travels || isPicklable<typename Members::Type>)&&...);
    }
}

template <class T, class GetState, class SetState, class... Members>
Value Description<T, GetState, SetState, Members...>::stateOf(const T& object, Reducing& reducing,
                                                              const PathStep& step) const
{
    if constexpr (!std::is_same_v<GetState, NoHook>) {
        using State = std::remove_cvref_t<std::invoke_result_t<GetState, const T&>>;
        return reducing.ofTemporary([&] {
            return Converter<State>::reduce(m_getState(object), reducing,
                                            step.dot("__getstate__()"));
        });
    } else {
        const Value state = reducing.document().dict();
        std::apply(
            [&](const auto&... member) { (addField(member, object, state, reducing, step), ...); },
            m_members);
        return state;
    }
}

template <class T, class GetState, class SetState, class... Members>
template <class Member>
void Description<T, GetState, SetState, Members...>::addField(const Member& member, const T& object,
                                                              Value state, Reducing& reducing,
                                                              const PathStep& step)
{
    if constexpr (Member::travels) {
        const Value item = Converter<typename Member::Type>::reduce(object.*member.member, reducing,
                                                                    step.dot(member.name));
        if (!reducing.failed()) {
            reducing.document().setItem(state, reducing.document().interned(member.name), item);
        }
    }
}

template <class T, class GetState, class SetState, class... Members>
bool Description<T, GetState, SetState, Members...>::restore(T& object, Value state,
                                                             Rebuilding& rebuilding,
                                                             const PathStep& step) const
{
    if constexpr (!std::is_same_v<SetState, NoHook>) {
        std::optional<StateOf<SetState>> typed =
            Converter<StateOf<SetState>>::rebuild(state, rebuilding, step.dot("__setstate__()"));
        if (typed) {
            m_setState(object, std::move(*typed));
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

template <class T, class GetState, class SetState, class... Members>
bool Description<T, GetState, SetState, Members...>::setFieldNamed(std::string_view name, T& object,
                                                                   Value item,
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

template <class T, class GetState, class SetState, class... Members>
template <class Member>
bool Description<T, GetState, SetState, Members...>::setField(const Member& member, T& object,
                                                              Value item, Rebuilding& rebuilding,
                                                              const PathStep& step)
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

template <class T> std::string Converter<T>::name()
{
    if constexpr (Described<T>) {
        return describe(Type<T>{}).qualname();
    } else if constexpr (Unpicklable<T>::value) {
        return Unpicklable<T>::name;
    } else {
        return readableName(typeid(T).name());
    }
}

template <class T> std::string Converter<T>::wireClass()
{
    if constexpr (Described<T>) {
        const auto description = describe(Type<T>{});
        return wireName(description.module(), description.qualname());
    } else {
        return {};
    }
}

template <class T>
Value Converter<T>::reduce(const T& object, Reducing& reducing, const PathStep& step)
{
    if (step.depth > deepestStep) {
        return reducing.refuse(step, name(),
                               "it lies more than " + std::to_string(deepestStep) + " steps deep");
    }
    if (const Registry::Reducer* reducer = reducing.registry().reducerOf(typeid(T))) {
        return (*reducer)(&object, reducing, step);
    }
    return reduceByDescription(object, reducing, step);
}

template <class T>
Value Converter<T>::reduceByDescription(const T& object, Reducing& reducing, const PathStep& step)
{
    if constexpr (Unpicklable<T>::value) {
        return reducing.refuse(step, Unpicklable<T>::name, Unpicklable<T>::reason);
    } else if constexpr (Described<T>) {
        const auto description = describe(Type<T>{});
        Document& document = reducing.document();
        const Value type = document.global(description.module(), description.qualname());
        const Value state = description.stateOf(object, reducing, step);
        return reducing.failed()
                   ? Value{}
                   : document.object(Making::NewObject, type, document.tuple({}), state);
    } else {
        return reducing.refuse(step, name(), name() + " has neither a description nor a reducer");
    }
}

template <class T>
std::optional<T> Converter<T>::rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
{
    if (step.depth > deepestStep) {
        return rebuilding.fail(step,
                               "lies more than " + std::to_string(deepestStep) + " steps deep");
    }
    std::optional<T> object = make(value, rebuilding, step);
    if constexpr (Described<T>) {
        if (object && value.state().valid() &&
            !describe(Type<T>{}).restore(*object, value.state(), rebuilding, step)) {
            return std::nullopt;
        }
    }
    return object;
}

template <class T>
std::optional<T> Converter<T>::make(Value value, Rebuilding& rebuilding, const PathStep& step)
{
    if (!isPlainObject(value)) {
        return rebuilding.mismatch(step, value, withArticle(name()));
    }
    std::optional<T> object;
    if (value.making() == Making::Reduce) {
        const Registry::Rebuilder* rebuilder = rebuilding.registry().rebuilder(value.callable());
        if (rebuilder != nullptr && rebuilder->type == typeid(T)) {
            rebuilder->rebuild(value.arguments(), &object, rebuilding, step.dot("__reduce__()"));
            return object;
        }
    } else if constexpr (Described<T> && std::is_default_constructible_v<T>) {
        const auto description = describe(Type<T>{});
        const bool named = isGlobal(value.callable(), description.module(), description.qualname());
        if (named && value.arguments().size() == 0) {
            object.emplace();
            return object;
        }
    }
    return rebuilding.mismatch(step, value, withArticle(name()));
}

} // namespace poolscope
