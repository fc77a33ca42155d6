// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// toValue and fromValue, and the Converter behind them: one specialisation for a kind of type. The
// plain types are here, containers in containers.h, classes in describe.h.

#include "core/reduce/blob.h"
#include "core/reduce/context.h"
#include "core/reduce/unpicklable.h"

#include <concepts>
#include <limits>
#include <type_traits>
#include <variant>

namespace poolscope {

/// How objects of T travel. The primary template (describe.h) is for classes: reducers and
/// descriptions. A specialisation has
///     static constexpr bool picklable;   // whether the type alone says that its objects travel
///     static std::string name();         // as Python calls it: "int", "BigPow"
///     static Value reduce(const T&, Reducing&, const PathStep&);
///     static std::optional<T> rebuild(Value, Rebuilding&, const PathStep&);
template <class T> struct Converter;

/// Whether objects of T can be pickled as far as types tell; for static_assert. A described class
/// is asked for its fields. Classes that contain themselves cannot be asked.
template <class T> inline constexpr bool isPicklable = Converter<std::remove_cvref_t<T>>::picklable;

/// `object` as a Value in `document`. Strings and bytes of the object may be viewed, not copied: it
/// outlives the use of the Value. The error is a "PicklingError" that lists every culprit.
template <class T>
Result<Value> toValue(const T& object, Document& document, const Registry& registry)
{
    Reducing reducing(document, registry);
    try {
        const Value value = Converter<T>::reduce(object, reducing, PathStep{});
        if (reducing.failed()) {
            return reducing.error(Converter<T>::name());
        }
        return value;
    } catch (...) { // a hook or a reducer threw: that must not end the thread which pickles
        return Error{"PicklingError",
                     Converter<T>::name() + " cannot be pickled: " + currentException(),
                     {}};
    }
}

/// The object that `value` describes. The error is an "UnpicklingError" that says what was expected
/// and what came.
template <class T> Result<T> fromValue(Value value, const Registry& registry)
{
    Rebuilding rebuilding(registry);
    try {
        std::optional<T> object = Converter<T>::rebuild(value, rebuilding, PathStep{});
        if (!object) {
            return rebuilding.error(Converter<T>::name());
        }
        return std::move(*object);
    } catch (...) {
        return Error{"UnpicklingError",
                     Converter<T>::name() + " cannot be rebuilt: " + currentException(),
                     {}};
    }
}

template <> struct Converter<bool> {
    static constexpr bool picklable = true;
    static std::string name() { return "bool"; }
    static Value reduce(bool object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().boolean(object);
    }
    static std::optional<bool> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Bool) {
            return rebuilding.mismatch(step, value, "a bool");
        }
        return value.boolean();
    }
};

/// None: the result of a function that returns nothing.
template <> struct Converter<std::monostate> {
    static constexpr bool picklable = true;
    static std::string name() { return "NoneType"; }
    static Value reduce(std::monostate, Reducing& reducing, const PathStep&)
    {
        return reducing.document().none();
    }
    static std::optional<std::monostate> rebuild(Value value, Rebuilding& rebuilding,
                                                 const PathStep& step)
    {
        if (value.kind() != Kind::None) {
            return rebuilding.mismatch(step, value, "None");
        }
        return std::monostate{};
    }
};

Value unsignedValue(std::uint64_t number, Document& document);
/// False where `value` is no int or does not fit.
bool toUnsigned(Value value, std::uint64_t& number);

template <std::integral T> struct Converter<T> {
    static constexpr bool picklable = true;
    static std::string name() { return "int"; }
    static Value reduce(T object, Reducing& reducing, const PathStep&)
    {
        if constexpr (std::is_same_v<T, std::uint64_t>) {
            return unsignedValue(object, reducing.document());
        } else {
            return reducing.document().integer(static_cast<std::int64_t>(object));
        }
    }
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() == Kind::Int && std::in_range<T>(value.int64())) {
            return static_cast<T>(value.int64());
        }
        if constexpr (sizeof(T) == 8 && std::is_unsigned_v<T>) {
            std::uint64_t number = 0;
            if (toUnsigned(value, number)) {
                return number;
            }
        }
        using Limits = std::numeric_limits<T>;
        return rebuilding.mismatch(step, value,
                                   "an int from " + std::to_string(Limits::min()) + " to " +
                                       std::to_string(Limits::max()));
    }
};

/// An int is taken for a float too, as in Python.
template <std::floating_point T> struct Converter<T> {
    static constexpr bool picklable = true;
    static std::string name() { return "float"; }
    static Value reduce(T object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().real(static_cast<double>(object));
    }
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() == Kind::Int || value.kind() == Kind::BigInt) {
            return static_cast<T>(value.integer().toDouble());
        }
        if (value.kind() != Kind::Float) {
            return rebuilding.mismatch(step, value, "a float");
        }
        return static_cast<T>(value.real());
    }
};

template <> struct Converter<Integer> {
    static constexpr bool picklable = true;
    static std::string name() { return "int"; }
    static Value reduce(const Integer& object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().integer(object);
    }
    static std::optional<Integer> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Int && value.kind() != Kind::BigInt) {
            return rebuilding.mismatch(step, value, "an int");
        }
        return value.integer();
    }
};

template <> struct Converter<std::string> {
    static constexpr bool picklable = true;
    static std::string name() { return "str"; }
    static Value reduce(const std::string& object, Reducing& reducing, const PathStep& step)
    {
        return reducing.text(object, step);
    }
    static std::optional<std::string> rebuild(Value value, Rebuilding& rebuilding,
                                              const PathStep& step)
    {
        if (value.kind() != Kind::Str) {
            return rebuilding.mismatch(step, value, "a str");
        }
        return std::string(value.text());
    }
};

template <> struct Converter<Blob> {
    static constexpr bool picklable = true;
    static std::string name() { return "bytes"; }
    static Value reduce(const Blob& object, Reducing& reducing, const PathStep&)
    {
        return reducing.bytes(object.bytes);
    }
    static std::optional<Blob> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Bytes) {
            return rebuilding.mismatch(step, value, "bytes");
        }
        return Blob{std::string(value.text())};
    }
};

/// A Value is copied on the way out; on the way in it stays where it is, in its document.
template <> struct Converter<Value> {
    static constexpr bool picklable = true;
    static std::string name() { return "object"; }
    static Value reduce(Value object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().copy(object);
    }
    static std::optional<Value> rebuild(Value value, Rebuilding&, const PathStep&) { return value; }
};

/// Only pointers to what cannot be pickled anyway, null or not; other pointers are refused here.
template <class T> struct Converter<T*> {
    static_assert(Unpicklable<T>::value,
                  "a raw pointer does not travel: describe what it points to, or skip the field");
    static constexpr bool picklable = false;
    static std::string name() { return Unpicklable<T>::name; }
    static Value reduce(const T*, Reducing& reducing, const PathStep& step)
    {
        return reducing.refuse(step, Unpicklable<T>::name, Unpicklable<T>::reason);
    }
    static std::optional<T*> rebuild(Value, Rebuilding& rebuilding, const PathStep& step)
    {
        return rebuilding.fail(step, std::string("cannot be rebuilt: ") + Unpicklable<T>::reason);
    }
};

} // namespace poolscope
