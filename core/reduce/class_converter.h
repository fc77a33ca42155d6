// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How objects of classes are taken apart and rebuilt: the bodies behind describe.h.

#include "core/reduce/described.h"

namespace poolscope {

template <class T> constexpr auto Converter<T>::parts()
{
    if constexpr (Unpicklable<T>::value || !Described<T>) {
        return Never{}; // a reducer may make it so, but only at run time
    } else {
        return decltype(describe(Type<T>{}))::parts();
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
    const Registry& registry = reducing.registry();
    if (const Registry::Override* askFirst = registry.override()) {
        if (const Reduction reduction = (*askFirst)(AnyObject(object))) {
            return reducing.ofTemporary([&] { return reduction.reduce(reducing, step); });
        }
    }
    if (const Registry::Reducer* reducer = registry.reducerOf(typeid(T))) {
        return (*reducer)(&object, reducing, step);
    }
    return reduceByDescription(object, reducing, step);
}

template <class T>
Value Converter<T>::reduceByDescription(const T& object, Reducing& reducing, const PathStep& step)
{
    if constexpr (Unpicklable<T>::value) {
        return reducing.refuse(step, Unpicklable<T>::name, Unpicklable<T>::reason);
    } else if constexpr (!Described<T>) {
        return reducing.refuse(step, name(), name() + " has neither a description nor a reducer");
    } else {
        const auto description = describe(Type<T>{});
        if constexpr (decltype(description)::Hooking::hasReduce) {
            return reducing.ofTemporary(
                [&] { return reduceCall(description.hooks().reduce(object), reducing, step); });
        } else {
            Document& document = reducing.document();
            const Value type = document.global(description.module(), description.qualname());
            const Value value = document.object(Making::NewObject, type, document.tuple({}));
            reducing.made(object, value); // its state may hold it
            const Value state = description.stateOf(object, reducing, step);
            if (state.valid() && !reducing.failed()) {
                document.setState(value, state);
            }
            return value;
        }
    }
}

template <class T> bool Converter<T>::fits(Value value, const Registry& registry, Fit)
{
    if (!isPlainObject(value)) {
        return false;
    }
    if (value.making() == Making::Reduce) {
        const Registry::Rebuilder* rebuilder = registry.rebuilder(value.callable());
        if (rebuilder != nullptr) {
            return rebuilder->type == typeid(T);
        }
    }
    const Value called = value.callable();
    return called.kind() == Kind::Global &&
           wireName(called.module(), called.qualname()) == wireClass();
}

template <class T>
std::optional<T> Converter<T>::rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
{
    std::optional<T> object = make(value, rebuilding, step);
    if (object && !restore(*object, value, rebuilding, step)) {
        object.reset();
    }
    return object;
}

template <class T>
bool Converter<T>::restore([[maybe_unused]] T& object, [[maybe_unused]] Value value,
                           [[maybe_unused]] Rebuilding& rebuilding,
                           [[maybe_unused]] const PathStep& step)
{
    if constexpr (Described<T>) {
        return !value.state().valid() ||
               describe(Type<T>{}).restore(object, value.state(), rebuilding, step);
    } else {
        return true;
    }
}

template <class T>
std::optional<T> Converter<T>::make(Value value, Rebuilding& rebuilding, const PathStep& step)
{
    if (step.depth > deepestStep) {
        return rebuilding.fail(step,
                               "lies more than " + std::to_string(deepestStep) + " steps deep");
    }
    std::optional<T> object;
    if (isPlainObject(value)) {
        if (value.making() == Making::Reduce && call(value, object, rebuilding, step)) {
            return object;
        }
        if constexpr (Described<T> && std::is_default_constructible_v<T>) {
            const auto description = describe(Type<T>{});
            if (value.making() == Making::NewObject && value.arguments().size() == 0 &&
                isGlobal(value.callable(), description.module(), description.qualname())) {
                object.emplace();
                return object;
            }
        }
    }
    return rebuilding.mismatch(step, value, withArticle(name()));
}

/// Whether there was something to call; it may have failed.
template <class T>
bool Converter<T>::call(Value value, std::optional<T>& object, Rebuilding& rebuilding,
                        const PathStep& step)
{
    const PathStep called = step.dot("__reduce__()");
    const Registry::Rebuilder* rebuilder = rebuilding.registry().rebuilder(value.callable());
    if (rebuilder != nullptr && rebuilder->type == typeid(T)) {
        rebuilder->rebuild(value.arguments(), &object, rebuilding, called);
        return true;
    }
    if constexpr (Described<T>) {
        const auto description = describe(Type<T>{});
        using Hooked = typename decltype(description)::Hooking;
        if constexpr (Hooked::hasInit) {
            if (isGlobal(value.callable(), description.module(), description.qualname())) {
                using Arguments = typename Signature<decltype(Hooked::init)>::Arguments;
                if (auto typed =
                        Converter<Arguments>::rebuild(value.arguments(), rebuilding, called)) {
                    object.emplace(std::apply(description.hooks().init, std::move(*typed)));
                }
                return true;
            }
        }
    }
    return false;
}

} // namespace poolscope
