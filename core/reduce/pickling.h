// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// From a C++ object to the bytes of its pickle and back, in one call:
//
//     Buffer message;
//     Result<void> written = pickle(object, registry, message);
//     Result<BigPow> copy = unpickle<BigPow>(message.view(), registry);

#include "core/pickle/pickle.h"
#include "core/reduce/convert.h"

namespace poolscope {

/// Appends the pickle of `object` to `out`, the same bytes that toValue() and a PickleWriter give.
/// An error leaves `out` as it was.
template <class T>
Result<void> pickle(const T& object, const Registry& registry, Buffer& out,
                    int protocol = defaultProtocol)
{
    Document document;
    const Result<Value> value = toValue(object, document, registry);
    if (!value.ok()) {
        return value.error();
    }
    return PickleWriter(protocol).write(*value, out);
}

/// The object whose pickle `message` is, the same that readPickle() and fromValue() give.
template <class T> Result<T> unpickle(std::string_view message, const Registry& registry)
{
    static_assert(!std::is_same_v<T, Value>, "a Value lives in a Document: use readPickle()");
    Document document;
    const Result<Value> value = readPickle(message, document);
    if (!value.ok()) {
        return value.error();
    }
    return fromValue<T>(*value, registry);
}

} // namespace poolscope
