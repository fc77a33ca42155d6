// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What Connection and Queue have in common: a socket that their handles share, and values on it.

#include "core/process/parcel.h"
#include "core/reduce/reduce.h"

#include <chrono>
#include <memory>
#include <string>

namespace poolscope {

/// One end of a pair of packet sockets. Copies of a handle share it.
struct Socket {
    explicit Socket(Descriptor theEnd) : end(std::move(theEnd)) {}
    Descriptor end;
};

/// A value that came, with the bytes and the document that it lives in.
struct Received {
    Buffer bytes;
    std::unique_ptr<Document> document;
    Value value;
};

/// How long one waits; none: for ever.
using Timeout = std::optional<std::chrono::nanoseconds>;
Deadline deadlineIn(const Timeout& timeout);

Result<Buffer> pickled(Value value);
Result<Received> unpickled(Buffer bytes);

template <class T> Result<Buffer> pickledObject(const T& object, const Registry& registry)
{
    Buffer bytes;
    if (auto written = pickle(object, registry, bytes); !written) {
        return written.error();
    }
    return bytes;
}

} // namespace poolscope
