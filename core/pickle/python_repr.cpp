// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/python_repr.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace poolscope {

namespace {

void appendEscape(std::string& out, char32_t c)
{
    constexpr char digits[] = "0123456789abcdef";
    out += '\\';
    out += c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
    for (int shift = c < 0x100 ? 4 : c < 0x10000 ? 12 : 28; shift >= 0; shift -= 4) {
        out += digits[c >> shift & 0xf];
    }
}

// What both kinds of text write with a backslash and a letter; false for others.
bool appendNamedEscape(std::string& out, char c, char quote)
{
    switch (c) {
    case '\t': out += "\\t"; return true;
    case '\n': out += "\\n"; return true;
    case '\r': out += "\\r"; return true;
    default: break;
    }
    if (c != '\\' && c != quote) {
        return false;
    }
    out += '\\';
    out += c;
    return true;
}

bool isPlain(char c, char quote) { return c >= ' ' && c < '\x7f' && c != '\\' && c != quote; }

char quoteFor(std::string_view text)
{
    const bool single = text.find('\'') != std::string_view::npos;
    return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// Takes what needs no escape from the front of `text` to `out`.
void takePlain(std::string& out, std::string_view& text, char quote)
{
    std::size_t length = 0;
    while (length < text.size() && isPlain(text[length], quote)) {
        ++length;
    }
    out += text.substr(0, length);
    text.remove_prefix(length);
}

// How many bytes the UTF-8 sequence that begins with `lead` has.
std::size_t sequenceLength(char lead)
{
    const auto byte = static_cast<std::uint8_t>(lead);
    return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

char32_t decode(std::string_view sequence)
{
    constexpr std::uint8_t masks[] = {0x7f, 0x1f, 0x0f, 0x07};
    char32_t c = static_cast<std::uint8_t>(sequence[0]) & masks[sequenceLength(sequence[0]) - 1];
    for (const char byte : sequence.substr(1)) {
        c = c << 6 | (static_cast<std::uint8_t>(byte) & 0x3f);
    }
    return c;
}

void appendCharacter(std::string& out, std::string_view sequence, char quote)
{
    if (appendNamedEscape(out, sequence[0], quote)) {
        return;
    }
    const char32_t c = decode(sequence);
    if (isPrintable(c)) {
        out += sequence;
    } else {
        appendEscape(out, c);
    }
}

void appendQuotedBytes(std::string& out, std::string_view bytes, bool alwaysEscapeSingle)
{
    const char quote = quoteFor(bytes);
    const char escaped = alwaysEscapeSingle ? '\'' : quote;
    out += quote;
    while (!bytes.empty()) {
        takePlain(out, bytes, escaped);
        if (!bytes.empty()) {
            if (!appendNamedEscape(out, bytes[0], escaped)) {
                appendEscape(out, static_cast<std::uint8_t>(bytes[0]));
            }
            bytes.remove_prefix(1);
        }
    }
    out += quote;
}

} // namespace

void appendPythonText(std::string& out, std::string_view utf8)
{
    const char quote = quoteFor(utf8);
    out += quote;
    while (!utf8.empty()) {
        takePlain(out, utf8, quote);
        if (!utf8.empty()) {
            const std::string_view sequence = utf8.substr(0, sequenceLength(utf8[0]));
            appendCharacter(out, sequence, quote);
            utf8.remove_prefix(sequence.size());
        }
    }
    out += quote;
}

void appendPythonBytes(std::string& out, std::string_view bytes)
{
    out += 'b';
    appendQuotedBytes(out, bytes, false);
}

// Python escapes a single quote in a bytearray even between double ones.
void appendPythonByteArray(std::string& out, std::string_view bytes)
{
    out += "bytearray(b";
    appendQuotedBytes(out, bytes, true);
    out += ')';
}

void appendPythonFloat(std::string& out, double value)
{
    if (std::isnan(value) || std::isinf(value)) {
        out += std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
        return;
    }
    char buffer[64];
    const double magnitude = std::fabs(value);
    const bool plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format).ptr;
    const std::string_view digits(buffer, static_cast<std::size_t>(end - buffer));
    out += digits;
    out += plain && digits.find('.') == std::string_view::npos ? ".0" : "";
}

} // namespace poolscope
