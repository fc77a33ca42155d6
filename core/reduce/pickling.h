// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// From a C++ object to the bytes of its pickle and back, in one call. The way is direct where it can
// be, and through a document where it has to be; both give the same.
//
//     Buffer message;
//     Result<void> written = pickle(object, registry, message);
//     Result<BigPow> copy = unpickle<BigPow>(message.view(), registry);

#include "core/reduce/direct_classes.h"
#include "core/reduce/enums.h"

namespace poolscope {

/// Appends the pickle of `object` to `out` by way of a document.
template <class T>
Result<void> pickleByDocument(const T& object, const Registry& registry, Buffer& out,
                              int protocol = defaultProtocol)
{
    Document document;
    const Result<Value> value = toValue(object, document, registry);
    if (!value.ok()) {
        return value.error();
    }
    return PickleWriter(protocol).write(*value, out);
}

/// The object whose pickle `message` is, by way of a document.
template <class T> Result<T> unpickleByDocument(std::string_view message, const Registry& registry)
{
    static_assert(!holds<Value, T>(), "a Value lives in a Document: use readPickle()");
    Document document;
    const Result<Value> value = readPickle(message, document);
    if (!value.ok()) {
        return value.error();
    }
    return fromValue<T>(*value, registry);
}

/// Whether the pickle of `object` has been appended to `out`; otherwise nothing has, and the way
/// through a document will do, or say why not.
template <class T>
bool pickleDirectly(const T& object, const Registry& registry, Buffer& out, int protocol)
{
    if (registry.override() != nullptr) {
        return false;
    }
    try {
        DirectWriter writer(protocol, out);
        DirectWriting writing{writer, registry, registry.hasReducers()};
        Direct<T>::write(object, writing);
        return writer.finish();
    } catch (...) { // a hook has thrown, and will do so again
        return false;
    }
}

/// The object, or nothing where the way through a document has to be taken.
template <class T>
std::optional<T> unpickleDirectly(std::string_view message, const Registry& registry)
{
    std::optional<T> object;
    if constexpr (canBeFresh<T>) {
        try {
            DirectReader reader(message);
            DirectReading reading{reader, registry};
            if (!reader.begin() || !Direct<T>::read(object.emplace(), reading) || !reader.end()) {
                object.reset();
            }
        } catch (...) {
            object.reset();
        }
    }
    return object;
}

/// Appends the pickle of `object` to `out`, the same bytes that toValue() and a PickleWriter give.
/// An error leaves `out` as it was.
template <class T>
Result<void> pickle(const T& object, const Registry& registry, Buffer& out,
                    int protocol = defaultProtocol)
{
    if (pickleDirectly(object, registry, out, protocol)) {
        return {};
    }
    return pickleByDocument(object, registry, out, protocol);
}

/// The object whose pickle `message` is, the same that readPickle() and fromValue() give.
template <class T> Result<T> unpickle(std::string_view message, const Registry& registry)
{
    if (std::optional<T> object = unpickleDirectly<T>(message, registry)) {
        return std::move(*object);
    }
    return unpickleByDocument<T>(message, registry);
}

} // namespace poolscope
