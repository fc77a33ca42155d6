// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pickles in tests are written down as text: printable bytes as they are, others as \xNN.

#include "core/pickle/pickle.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace poolscope {

/// Bytes of a literal, its zeros too.
template <std::size_t size> std::string raw(const char (&literal)[size])
{
    return std::string(literal, size - 1);
}

inline std::string pickled(Value value, int protocol = defaultProtocol)
{
    PickleWriter writer(protocol);
    Buffer out;
    const Result<void> written = writer.write(value, out);
    EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().text);
    return std::string(out.view());
}

/// A protocol 4 or 5 pickle around `body`, in a frame where it has 4 bytes or more.
inline std::string framed(const std::string& body, int protocol = defaultProtocol)
{
    std::string result = {'\x80', static_cast<char>(protocol)};
    if (body.size() >= 4) {
        result += '\x95';
        for (std::size_t shift = 0; shift < 64; shift += 8) {
            result += static_cast<char>(body.size() >> shift);
        }
    }
    return result + body;
}

/// The repr of what a pickle holds, or its error.
inline std::string read(std::string_view pickle)
{
    Document document;
    const Result<Value> value = readPickle(pickle, document);
    return value.ok() ? repr(*value) : value.error().text;
}

} // namespace poolscope
