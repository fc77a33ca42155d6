// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// optional, unique_ptr and shared_ptr travel as what they hold, or None. What several shared_ptrs
// hold is one object on the way, and comes back as one.

#include "core/reduce/plain.h"

#include <memory>
#include <typeinfo>

namespace poolscope {

template <class T> struct Converter<std::optional<T>> {
    static constexpr Types<T> parts() { return {}; }
    static std::string name() { return Converter<T>::name(); }
    static bool fits(Value value, const Registry& registry, Fit fit)
    {
        return value.kind() == Kind::None || Converter<T>::fits(value, registry, fit);
    }
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

/// A pointer to a base class that holds a derived one would lose what the base does not know.
template <class T> bool isExactly(const T& object)
{
    if constexpr (std::is_polymorphic_v<T>) {
        return typeid(object) == typeid(T);
    }
    return true;
}

template <class T> Value refuseDerived(const T& object, Reducing& reducing, const PathStep& step)
{
    return reducing.refuse(step, readableName(typeid(object).name()),
                           "a pointer to " + withArticle(Converter<T>::name()) +
                               " would lose what only the derived class has");
}

template <class T> struct Converter<std::unique_ptr<T>> {
    using Held = std::remove_const_t<T>;
    static constexpr Types<Held> parts() { return {}; }
    static std::string name() { return Converter<Held>::name(); }
    static bool fits(Value value, const Registry& registry, Fit fit)
    {
        return value.kind() == Kind::None || Converter<Held>::fits(value, registry, fit);
    }
    static Value reduce(const std::unique_ptr<T>& object, Reducing& reducing, const PathStep& step)
    {
        if (object == nullptr) {
            return reducing.document().none();
        }
        return isExactly(*object) ? Converter<Held>::reduce(*object, reducing, step)
                                  : refuseDerived(*object, reducing, step);
    }
    static std::optional<std::unique_ptr<T>> rebuild(Value value, Rebuilding& rebuilding,
                                                     const PathStep& step)
    {
        std::unique_ptr<T> pointer;
        if (value.kind() != Kind::None) {
            std::optional<Held> object = Converter<Held>::rebuild(value, rebuilding, step);
            if (!object) {
                return std::nullopt;
            }
            pointer = std::make_unique<Held>(std::move(*object));
        }
        return pointer;
    }
};

/// Cycles come back where they lead through an object of a described class; on the way out a list
/// or a dict will do.
template <class T> struct Converter<std::shared_ptr<T>> {
    using Held = std::remove_const_t<T>;
    static constexpr Types<Held> parts() { return {}; }
    static std::string name() { return Converter<Held>::name(); }
    static bool fits(Value value, const Registry& registry, Fit fit)
    {
        return value.kind() == Kind::None || Converter<Held>::fits(value, registry, fit);
    }
    static Value reduce(const std::shared_ptr<T>& object, Reducing& reducing, const PathStep& step);
    static std::optional<std::shared_ptr<T>> rebuild(Value value, Rebuilding& rebuilding,
                                                     const PathStep& step);

private:
    static std::shared_ptr<Held> rebuildNew(Value value, std::shared_ptr<void>& place,
                                            Rebuilding& rebuilding, const PathStep& step);
    /// Numbers, True and None have no identity in Python.
    static bool hasIdentity(Value value) { return value.kind() > Kind::Float; }
};

template <class T>
Value Converter<std::shared_ptr<T>>::reduce(const std::shared_ptr<T>& object, Reducing& reducing,
                                            const PathStep& step)
{
    if (object == nullptr) {
        return reducing.document().none();
    }
    if (!isExactly(*object)) {
        return refuseDerived(*object, reducing, step);
    }
    const auto met = reducing.meet(object, typeid(Held));
    if (met.isNew) {
        const Value value = Converter<Held>::reduce(*object, reducing, step);
        met.found = value;
        return value;
    }
    if (!met.found.valid() && !reducing.failed()) {
        return reducing.refuse(step, name(),
                               "it holds itself, and what lies between has to be whole first");
    }
    return met.found;
}

template <class T>
std::optional<std::shared_ptr<T>>
Converter<std::shared_ptr<T>>::rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
{
    if (value.kind() == Kind::None) {
        return std::optional<std::shared_ptr<T>>(std::in_place);
    }
    std::shared_ptr<void> own;
    std::shared_ptr<Held> object;
    if (!hasIdentity(value)) {
        object = rebuildNew(value, own, rebuilding, step);
    } else if (const auto met = rebuilding.meet(value, typeid(Held)); met.isNew) {
        object = rebuildNew(value, met.found, rebuilding, step);
    } else if (met.found != nullptr) {
        object = std::static_pointer_cast<Held>(met.found);
    } else {
        return rebuilding.fail(step, "holds itself, and what lies between has to be whole first");
    }
    return object == nullptr ? std::nullopt : std::optional<std::shared_ptr<T>>(std::move(object));
}

template <class T>
std::shared_ptr<typename Converter<std::shared_ptr<T>>::Held>
Converter<std::shared_ptr<T>>::rebuildNew(Value value, std::shared_ptr<void>& place,
                                          Rebuilding& rebuilding, const PathStep& step)
{
    std::shared_ptr<Held> object;
    if constexpr (requires(Held & held) {
                      Converter<Held>::restore(held, value, rebuilding, step);
                  }) {
        if (std::optional<Held> made = Converter<Held>::make(value, rebuilding, step)) {
            object = std::make_shared<Held>(std::move(*made));
            place = object; // before its state, which may lead back here
            return Converter<Held>::restore(*object, value, rebuilding, step) ? object : nullptr;
        }
    } else if (std::optional<Held> whole = Converter<Held>::rebuild(value, rebuilding, step)) {
        object = std::make_shared<Held>(std::move(*whole));
        place = object;
    }
    return object;
}

} // namespace poolscope
