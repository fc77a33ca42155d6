// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace poolscope {

namespace {

using Byte = unsigned char;

bool isAscii8(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080u) == 0;
}

bool continues(char byte) { return (static_cast<Byte>(byte) & 0xc0) == 0x80; }

// How long the sequence at `at` is; 0 where it is none: cut off, too long a form, past U+10FFFF.
std::size_t sequenceAt(std::string_view bytes, std::size_t at)
{
    const auto lead = static_cast<Byte>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length == 1) {
        return 1;
    }
    if (lead < 0xc2 || lead > 0xf4 || bytes.size() - at < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(bytes[at + i])) {
            return 0;
        }
    }
    const auto second = static_cast<Byte>(bytes[at + 1]);
    const bool tooLong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    return tooLong || (lead == 0xf4 && second > 0x8f) ? 0 : length;
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes.size() - at >= 8 && isAscii8(bytes.data() + at)) {
            at += 8;
            continue;
        }
        const std::size_t length = sequenceAt(bytes, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

bool isAscii(std::string_view bytes)
{
    return std::none_of(bytes.begin(), bytes.end(),
                        [](char byte) { return static_cast<Byte>(byte) >= 0x80; });
}

void appendUtf8(std::string& out, char32_t c)
{
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += {static_cast<char>(0xc0 | c >> 6), tail(0)};
    } else if (c < 0x10000) {
        out += {static_cast<char>(0xe0 | c >> 12), tail(6), tail(0)};
    } else {
        out += {static_cast<char>(0xf0 | c >> 18), tail(12), tail(6), tail(0)};
    }
}

bool fromLatin1(std::string_view utf8, std::string& bytes)
{
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto lead = static_cast<Byte>(utf8[at]);
        if (lead < 0x80) {
            bytes += utf8[at];
            continue;
        }
        if (lead > 0xc3) {
            return false;
        }
        const auto low = static_cast<Byte>(utf8[++at]);
        bytes += static_cast<char>((lead & 0x03) << 6 | (low & 0x3f));
    }
    return true;
}

} // namespace poolscope
