// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/repr_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace poolscope {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// What Python calls not printable, without the unassigned: controls, spaces but ' ', marks that are
// not seen, surrogates, private use.
constexpr Range unprintable[] = {
    {0x00, 0x1f},     {0x7f, 0xa0},     {0xad, 0xad},       {0x600, 0x605},
    {0x1680, 0x1680}, {0x180e, 0x180e}, {0x2000, 0x200f},   {0x2028, 0x202f},
    {0x205f, 0x206f}, {0x3000, 0x3000}, {0xd800, 0xf8ff},   {0xfeff, 0xfeff},
    {0xfff0, 0xfffb}, {0xfffe, 0xffff}, {0xe0000, 0xe007f}, {0xf0000, 0x10ffff},
};

bool isPrintable(char32_t c)
{
    return std::none_of(std::begin(unprintable), std::end(unprintable),
                        [c](Range range) { return c >= range.first && c <= range.last; });
}

void appendEscape(std::string& out, char32_t c)
{
    char text[16];
    const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    std::snprintf(text, sizeof text, format, static_cast<unsigned>(c));
    out += text;
}

// A character that both kinds of text write with a backslash; false for others.
bool appendNamedEscape(std::string& out, char32_t c, char quote)
{
    switch (c) {
    case '\t': out += "\\t"; return true;
    case '\n': out += "\\n"; return true;
    case '\r': out += "\\r"; return true;
    case '\\': out += "\\\\"; return true;
    default: break;
    }
    if (c == static_cast<char32_t>(quote)) {
        out += '\\';
        out += quote;
        return true;
    }
    return false;
}

char quoteFor(std::string_view text)
{
    const bool single = text.find('\'') != std::string_view::npos;
    return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

void appendByte(std::string& out, unsigned char byte, char quote)
{
    if (appendNamedEscape(out, byte, quote)) {
        return;
    }
    if (byte >= 0x20 && byte < 0x7f) {
        out += static_cast<char>(byte);
    } else {
        appendEscape(out, byte);
    }
}

// How many bytes the UTF-8 sequence that begins with `lead` has.
std::size_t sequenceLength(unsigned char lead)
{
    return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

char32_t decode(std::string_view sequence)
{
    const auto lead = static_cast<unsigned char>(sequence[0]);
    constexpr unsigned char masks[] = {0x7f, 0x1f, 0x0f, 0x07};
    char32_t c = lead & masks[sequenceLength(lead) - 1];
    for (const char byte : sequence.substr(1)) {
        c = c << 6 | (static_cast<unsigned char>(byte) & 0x3f);
    }
    return c;
}

} // namespace

void appendTextRepr(std::string& out, std::string_view utf8, std::size_t limit)
{
    const char quote = quoteFor(utf8);
    out += quote;
    while (!utf8.empty() && out.size() <= limit) {
        const auto lead = static_cast<unsigned char>(utf8[0]);
        const std::string_view sequence = utf8.substr(0, sequenceLength(lead));
        const char32_t c = decode(sequence);
        if (!appendNamedEscape(out, c, quote)) {
            if (isPrintable(c)) {
                out += sequence;
            } else {
                appendEscape(out, c);
            }
        }
        utf8.remove_prefix(sequence.size());
    }
    out += quote;
}

void appendBytesRepr(std::string& out, std::string_view bytes, std::size_t limit)
{
    const char quote = quoteFor(bytes);
    out += 'b';
    out += quote;
    for (const char byte : bytes.substr(0, limit)) {
        appendByte(out, static_cast<unsigned char>(byte), quote);
    }
    out += quote;
}

void appendByteArrayRepr(std::string& out, std::string_view bytes, std::size_t limit)
{
    const char quote = quoteFor(bytes);
    out += "bytearray(b";
    out += quote;
    for (const char byte : bytes.substr(0, limit)) {
        appendByte(out, static_cast<unsigned char>(byte), byte == '\'' ? '\'' : quote);
    }
    out += quote;
    out += ')';
}

std::string realRepr(double value)
{
    if (std::isnan(value)) {
        return "nan";
    }
    if (std::isinf(value)) {
        return value < 0 ? "-inf" : "inf";
    }
    char buffer[64];
    const double magnitude = std::fabs(value);
    const bool plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format).ptr;
    std::string text(buffer, end);
    if (plain && text.find('.') == std::string::npos) {
        text += ".0";
    }
    return text;
}

} // namespace poolscope
