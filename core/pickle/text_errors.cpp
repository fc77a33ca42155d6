// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/text_errors.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace poolscope {

namespace {

struct Broken {
    std::size_t end; // of what is said to be wrong
    const char* why; // null where nothing is
};

constexpr const char* badContinuation = "invalid continuation byte";

std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

bool continuesAt(std::string_view bytes, std::size_t at) { return byteAt(bytes, at) >> 6 == 2; }

bool isSurrogate(std::string_view bytes, std::size_t at)
{
    return bytes.size() - at >= 3 && byteAt(bytes, at) == 0xed && byteAt(bytes, at + 1) >= 0xa0 &&
           continuesAt(bytes, at + 1) && continuesAt(bytes, at + 2);
}

// Python's UTF-8 allows the second byte of these leads only a part of its range.
bool secondFits(std::uint8_t lead, std::uint8_t second)
{
    switch (lead) {
    case 0xe0: return second >= 0xa0;
    case 0xed: return second < 0xa0;
    case 0xf0: return second >= 0x90;
    case 0xf4: return second < 0x90;
    default: return true;
    }
}

// What is wrong with the sequence at `at`; for a good one, its end.
Broken brokenAt(std::string_view bytes, std::size_t at)
{
    const std::uint8_t lead = byteAt(bytes, at);
    if (lead < 0x80 || isSurrogate(bytes, at)) {
        return {at + (lead < 0x80 ? 1 : 3), nullptr};
    }
    if (lead < 0xc2 || lead > 0xf4) {
        return {at + 1, "invalid start byte"};
    }
    const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i == bytes.size()) {
            return {bytes.size(), "unexpected end of data"};
        }
        const bool fits = i != 1 || secondFits(lead, byteAt(bytes, at + 1));
        if (!continuesAt(bytes, at + i) || !fits) {
            return {at + i, badContinuation};
        }
    }
    return {at + length, nullptr};
}

std::string cannotDecode(const char* codec, std::string_view bytes, std::size_t begin,
                         const Broken& broken)
{
    std::string where =
        "bytes in position " + std::to_string(begin) + "-" + std::to_string(broken.end - 1);
    if (broken.end - begin == 1) {
        char text[8];
        std::snprintf(text, sizeof text, "0x%02x", byteAt(bytes, begin));
        where = "byte " + std::string(text) + " in position " + std::to_string(begin);
    }
    return std::string("'") + codec + "' codec can't decode " + where + ": " + broken.why;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

std::string utf8Error(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const Broken sequence = brokenAt(bytes, at);
        if (sequence.why != nullptr) {
            return cannotDecode("utf-8", bytes, at, sequence);
        }
        at = sequence.end;
    }
    return {};
}

std::string rawUnicodeError(std::string_view escaped)
{
    for (std::size_t at = 0; at + 1 < escaped.size();) {
        const char letter = escaped[at] == '\\' ? escaped[at + 1] : '\0';
        if (letter != 'u' && letter != 'U') {
            at += letter == '\0' ? 1 : 2;
            continue;
        }
        const std::size_t count = letter == 'u' ? 4 : 8;
        std::size_t digits = 0;
        while (digits < count && at + 2 + digits < escaped.size() &&
               isHexDigit(escaped[at + 2 + digits])) {
            ++digits;
        }
        const char* truncated =
            count == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        const std::string_view number = escaped.substr(at + 2, digits);
        const bool inRange =
            count == 4 || number.substr(0, 3) == "000" || number.substr(0, 4) == "0010";
        if (digits < count || !inRange) {
            const char* why = digits < count ? truncated : "\\Uxxxxxxxx out of range";
            return cannotDecode("rawunicodeescape", escaped, at, {at + 2 + digits, why});
        }
        at += 2 + count;
    }
    return {};
}

std::string escapeError(std::string_view escaped)
{
    for (std::size_t at = 0; at < escaped.size(); ++at) {
        if (escaped[at] != '\\') {
            continue;
        }
        const std::size_t begin = at++;
        const bool isHex = at < escaped.size() && escaped[at] == 'x';
        if (isHex && !(at + 2 < escaped.size() && isHexDigit(escaped[at + 1]) &&
                       isHexDigit(escaped[at + 2]))) {
            return "invalid \\x escape at position " + std::to_string(begin);
        }
    }
    return "Trailing \\ in string";
}

std::string asciiError(std::string_view bytes)
{
    const auto found = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; });
    const auto at = static_cast<std::size_t>(found - bytes.begin());
    return cannotDecode("ascii", bytes, at, {at + 1, "ordinal not in range(128)"});
}

} // namespace poolscope
