// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/escapes.h"

#include "core/pickle/utf8.h"

#include <charconv>

namespace poolscope {

namespace {

// The number written with just these digits; false when one of them is none.
bool parseDigits(std::string_view digits, std::size_t count, int base, unsigned long& value)
{
    if (digits.size() < count) {
        return false;
    }
    const char* end = digits.data() + count;
    const auto [stopped, error] = std::from_chars(digits.data(), end, value, base);
    return stopped == end && error == std::errc();
}

std::size_t octalLength(std::string_view text)
{
    std::size_t length = 0;
    while (length < 3 && length < text.size() && text[length] >= '0' && text[length] <= '7') {
        ++length;
    }
    return length;
}

// An escape that stands for one character by its letter.
bool simpleEscape(char letter, std::string& bytes)
{
    constexpr std::string_view letters = "\\'\"abfnrtv";
    constexpr std::string_view meanings = "\\'\"\a\b\f\n\r\t\v";
    const std::size_t found = letters.find(letter);
    if (found == std::string_view::npos) {
        return false;
    }
    bytes += meanings[found];
    return true;
}

} // namespace

bool decodeRawUnicode(std::string_view escaped, std::string& utf8)
{
    while (!escaped.empty()) {
        const char c = escaped[0];
        const char letter = c == '\\' && escaped.size() > 1 ? escaped[1] : '\0';
        if (letter == 'u' || letter == 'U') {
            const std::size_t count = letter == 'u' ? 4 : 8;
            unsigned long value = 0;
            if (!parseDigits(escaped.substr(2), count, 16, value) || value > 0x10ffff) {
                return false;
            }
            appendUtf8(utf8, static_cast<char32_t>(value));
            escaped.remove_prefix(2 + count);
            continue;
        }
        const std::size_t plain = letter != '\0' ? 2 : 1; // a backslash takes its neighbour along
        for (const char byte : escaped.substr(0, plain)) {
            appendUtf8(utf8, static_cast<unsigned char>(byte));
        }
        escaped.remove_prefix(plain);
    }
    return true;
}

bool decodeEscapes(std::string_view escaped, std::string& bytes)
{
    while (!escaped.empty()) {
        if (escaped[0] != '\\') {
            bytes += escaped[0];
            escaped.remove_prefix(1);
            continue;
        }
        escaped.remove_prefix(1);
        if (escaped.empty()) {
            return false;
        }
        unsigned long value = 0;
        if (const std::size_t octal = octalLength(escaped); octal != 0) {
            parseDigits(escaped, octal, 8, value);
            bytes += static_cast<char>(value);
            escaped.remove_prefix(octal);
        } else if (escaped[0] == 'x') {
            if (!parseDigits(escaped.substr(1), 2, 16, value)) {
                return false;
            }
            bytes += static_cast<char>(value);
            escaped.remove_prefix(3);
        } else {
            if (!simpleEscape(escaped[0], bytes)) {
                bytes += '\\';
                bytes += escaped[0];
            }
            escaped.remove_prefix(1);
        }
    }
    return true;
}

} // namespace poolscope
