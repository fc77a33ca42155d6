// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An enum without a description travels as its number. With one it is Python's enum.Enum, and a
// number that has no name is refused on both ways:
//
//     constexpr auto describe(Type<Color> type)
//     {
//         return type.named("paint", "Color").value("red", Color::Red).value("blue", Color::Blue);
//     }

#include "core/reduce/calls.h"
#include "core/reduce/describe.h"

namespace poolscope {

template <class T>
concept Enumeration = std::is_enum_v<T>;

template <Enumeration T> struct Converter<T> {
    using Underlying = std::underlying_type_t<T>;
    using Number = std::conditional_t<
        std::is_same_v<Underlying, bool>, bool,
        std::conditional_t<std::is_signed_v<Underlying>, std::int64_t, std::uint64_t>>;

    static constexpr Types<> parts() { return {}; }
    static std::string name()
    {
        if constexpr (Described<T>) {
            return describe(Type<T>{}).qualname();
        } else {
            return Converter<Number>::name();
        }
    }
    static bool fits(Value value, const Registry& registry, Fit fit)
    {
        if constexpr (Described<T>) {
            return findIn(value, registry).has_value();
        } else {
            return Converter<Number>::fits(value, registry, fit);
        }
    }
    static Value reduce(T object, Reducing& reducing, const PathStep& step)
    {
        if constexpr (Described<T>) {
            return reduceDescribed(object, reducing, step);
        } else {
            return Converter<Number>::reduce(static_cast<Number>(object), reducing, step);
        }
    }
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if constexpr (Described<T>) {
            const std::optional<T> found = findIn(value, rebuilding.registry());
            return found
                       ? found
                       : rebuilding.mismatch(step, value, "one of " + describe(Type<T>{}).names());
        } else {
            return rebuildNumber(value, rebuilding, step);
        }
    }

private:
    /// One object, however often it is met: in Python an enumerator is unique.
    static Value reduceDescribed(T object, Reducing& reducing, const PathStep& step)
    {
        const auto description = describe(Type<T>{});
        const auto number = static_cast<Number>(object);
        if (!description.findNumber(number)) {
            return reducing.refuse(
                step, name(), std::to_string(number) + " is not one of " + description.names());
        }
        const auto met = reducing.meet(static_cast<std::uint64_t>(number), typeid(T));
        if (met.isNew) {
            met.found = reduceCall(callTo(description.module(), description.qualname(), number),
                                   reducing, step);
        }
        return met.found;
    }
    /// Python 3.11 says getattr(Color, "red"), the others Color(1).
    static std::optional<T> findIn(Value value, const Registry& registry)
    {
        const auto description = describe(Type<T>{});
        if (isCallOf(value, description.module(), description.qualname(), 1)) {
            const Value number = value.arguments()[0];
            if (!Converter<Number>::fits(number, registry, Fit::Exact)) {
                return std::nullopt;
            }
            Rebuilding rebuilding(registry);
            return description.findNumber(
                *Converter<Number>::rebuild(number, rebuilding, PathStep{}));
        }
        if (isCallOf(value, "builtins", "getattr", 2) &&
            isGlobal(value.arguments()[0], description.module(), description.qualname()) &&
            value.arguments()[1].kind() == Kind::Str) {
            return description.find(value.arguments()[1].text());
        }
        return std::nullopt;
    }
    static std::optional<T> rebuildNumber(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        const std::optional<Number> number = Converter<Number>::rebuild(value, rebuilding, step);
        if (!number) {
            return std::nullopt;
        }
        if (static_cast<Number>(static_cast<Underlying>(*number)) != *number) {
            return rebuilding.mismatch(
                step, value, intRange(std::is_signed_v<Underlying>, sizeof(Underlying) * 8));
        }
        return static_cast<T>(*number);
    }
};

} // namespace poolscope
