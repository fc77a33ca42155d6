// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// toValue and fromValue, and what a Converter is: one specialisation for a kind of type. Plain
// types are in plain.h, containers in containers.h and tuples.h, classes in describe.h.

#include "core/reduce/context.h"
#include "core/reduce/parts.h"
#include "core/reduce/unpicklable.h"

namespace poolscope {

/// How objects of T travel. The primary template (describe.h) is for classes: reducers and
/// descriptions. A specialisation has
///     static constexpr Types<…> parts();   // what else has to travel, or Never
///     static std::string name();           // as Python calls it: "int", "BigPow"
///     static Value reduce(const T&, Reducing&, const PathStep&);
///     static std::optional<T> rebuild(Value, Rebuilding&, const PathStep&);
///     static bool fits(Value, const Registry&, Fit);   // whether it looks like a T from outside
template <class T> struct Converter;

/// How a std::variant looks for its alternative: first exactly, then an int will do for a float.
enum class Fit { Exact, Near };

/// `object` as a Value in `document`. Strings and bytes of the object may be viewed, not copied: it
/// outlives the use of the Value. The error is a "PicklingError" that lists every culprit.
template <class T>
Result<Value> toValue(const T& object, Document& document, const Registry& registry)
{
    Reducing reducing(document, registry);
    try {
        const Value value = Converter<T>::reduce(object, reducing, PathStep{});
        if (reducing.failed()) {
            return Unpicklability{Converter<T>::name(), reducing.culprits(), {}}.error();
        }
        return value;
    } catch (...) { // a hook or a reducer threw: that must not end the thread which pickles
        return Error{"PicklingError",
                     Converter<T>::name() + " cannot be pickled: " + currentException(),
                     {}};
    }
}

/// Why toValue() refuses `object`: all culprits, and what the attributes beside them weigh in
/// `protocol`. None where it does not, and where a hook or a reducer throws.
template <class T>
std::optional<Unpicklability> explainUnpicklable(const T& object, const Registry& registry,
                                                 int protocol)
{
    Document document;
    Reducing reducing(document, registry);
    reducing.weighIn(protocol);
    try {
        Converter<T>::reduce(object, reducing, PathStep{});
    } catch (...) {
        return std::nullopt;
    }
    if (!reducing.failed()) {
        return std::nullopt;
    }
    return Unpicklability{Converter<T>::name(), reducing.culprits(), reducing.objects()};
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

} // namespace poolscope
