// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Plain types: bool, numbers, text, bytes, None, and Values as they are.

#include "core/reduce/blob.h"
#include "core/reduce/convert.h"

#include <concepts>
#include <limits>
#include <variant>

namespace poolscope {

template <> struct Converter<bool> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "bool"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::Bool; }
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
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "NoneType"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::None; }
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

/// Types of one character: a str of length 1, not an int.
template <class T>
concept Character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

__extension__ typedef __int128 Int128; // which std::integral does not know
__extension__ typedef unsigned __int128 UInt128;

template <class T>
concept WholeNumber =
    (std::integral<T> && !Character<T>) || std::same_as<T, Int128> || std::same_as<T, UInt128>;

/// A number of up to 128 bits as an int; false where `value` is no int or does not fit into them.
Value wideValue(Int128 number, Document& document);
Value wideValue(UInt128 number, Document& document);
bool toWide(Value value, Int128& number);
bool toWide(Value value, UInt128& number);
/// "an int from 0 to 255"
std::string intRange(bool isSigned, std::size_t bits);

template <WholeNumber T> struct Converter<T> {
    static constexpr bool isSigned = T(-1) < T(0);
    static constexpr bool isWide = sizeof(T) > 8 || (sizeof(T) == 8 && !isSigned);
    using Wide = std::conditional_t<isSigned, Int128, UInt128>;

    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "int"; }
    static bool fits(Value value, const Registry&, Fit)
    {
        T number = 0;
        return take(value, number);
    }
    static Value reduce(T object, Reducing& reducing, const PathStep&)
    {
        if constexpr (isWide) {
            return wideValue(static_cast<Wide>(object), reducing.document());
        } else {
            return reducing.document().integer(static_cast<std::int64_t>(object));
        }
    }
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        T number = 0;
        if (take(value, number)) {
            return number;
        }
        return rebuilding.mismatch(step, value, intRange(isSigned, sizeof(T) * 8));
    }

private:
    static bool take(Value value, T& number)
    {
        if constexpr (isWide) {
            Wide wide = 0;
            const bool fits =
                toWide(value, wide) && static_cast<Wide>(static_cast<T>(wide)) == wide;
            number = static_cast<T>(wide);
            return fits;
        } else {
            if (value.kind() != Kind::Int || !std::in_range<T>(value.int64())) {
                return false;
            }
            number = static_cast<T>(value.int64());
            return true;
        }
    }
};

inline bool isInt(Value value) { return value.kind() == Kind::Int || value.kind() == Kind::BigInt; }

/// An int is taken for a float too, as in Python.
template <std::floating_point T> struct Converter<T> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "float"; }
    static bool fits(Value value, const Registry&, Fit fit)
    {
        return value.kind() == Kind::Float || (fit == Fit::Near && isInt(value));
    }
    static Value reduce(T object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().real(static_cast<double>(object));
    }
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (isInt(value)) {
            return static_cast<T>(value.integer().toDouble());
        }
        if (value.kind() != Kind::Float) {
            return rebuilding.mismatch(step, value, "a float");
        }
        return static_cast<T>(value.real());
    }
};

template <> struct Converter<Integer> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "int"; }
    static bool fits(Value value, const Registry&, Fit) { return isInt(value); }
    static Value reduce(const Integer& object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().integer(object);
    }
    static std::optional<Integer> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (!isInt(value)) {
            return rebuilding.mismatch(step, value, "an int");
        }
        return value.integer();
    }
};

template <> struct Converter<std::string> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "str"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::Str; }
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
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "bytes"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::Bytes; }
    static Value reduce(const Blob& object, Reducing& reducing, const PathStep&)
    {
        return reducing.bytes(object.bytes());
    }
    static std::optional<Blob> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        if (value.kind() != Kind::Bytes) {
            return rebuilding.mismatch(step, value, "bytes");
        }
        if (auto kept = value.document()->keeperOf(value.text())) {
            return Blob(value.text(), std::move(kept));
        }
        return Blob(std::string(value.text()));
    }
};

/// A Value is copied on the way out; on the way in it stays where it is, in its document.
template <> struct Converter<Value> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "object"; }
    static bool fits(Value value, const Registry&, Fit) { return value.valid(); }
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
    static constexpr Never parts() { return {}; }
    static std::string name() { return Unpicklable<T>::name; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::None; }
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
