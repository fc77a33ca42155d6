// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace poolscope::test {

/// What /usr/bin/python3 prints for a script, without the line's end. The script must not hold
/// single quotes.
inline std::string python(const std::string& script)
{
    const std::string command = "/usr/bin/python3 -c '" + script + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"),
                                                               &::pclose);
    std::string text;
    std::array<char, 4096> part;
    while (const std::size_t read = std::fread(part.data(), 1, part.size(), pipe.get())) {
        text.append(part.data(), read);
    }
    EXPECT_FALSE(text.empty()) << script;
    return text.substr(0, text.find_last_not_of('\n') + 1);
}

inline std::string hex(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes) {
        std::array<char, 3> digits;
        std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned char>(byte));
        text += digits.data();
    }
    return text;
}

/// The pickle of a value in hexadecimal digits.
inline std::string pickled(Value value, int protocol)
{
    Buffer out;
    PickleWriter writer(protocol);
    EXPECT_TRUE(writer.write(value, out).ok());
    return hex(out.view());
}

} // namespace poolscope::test
