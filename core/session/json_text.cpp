// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/json_text.h"

#include <charconv>
#include <cmath>

namespace poolscope {
namespace {

constexpr const char* hexDigits = "0123456789abcdef";

void appendUnicodeEscape(unsigned code, std::string& out)
{
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) {
        out += hexDigits[(code >> shift) & 15];
    }
}

void appendEscape(char c, std::string& out)
{
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: appendUnicodeEscape(static_cast<unsigned char>(c), out);
    }
}

bool isPlain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

/// Appends the sequence at `at` that is no plain ASCII and returns its length.
std::size_t appendSequence(std::string_view text, std::size_t at, std::string& out)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0x80) {
        appendEscape(text[at], out);
        return 1;
    }
    const std::size_t length = utf8Length(text.substr(at), true);
    if (length == 0) {
        out += "\\ufffd";
        return 1;
    }
    if (length == 3 && byte(0) == 0xED && byte(1) >= 0xA0) {
        appendUnicodeEscape(0xD000U | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), out);
    } else {
        out += text.substr(at, length);
    }
    return length;
}

} // namespace

std::size_t utf8Length(std::string_view text, bool surrogates)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (text.empty() || byte(0) < 0x80) {
        return text.empty() ? 0 : 1;
    }
    const std::size_t length = byte(0) >= 0xF0 ? 4 : (byte(0) >= 0xE0 ? 3 : 2);
    if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    const bool tooLong = (byte(0) == 0xE0 && byte(1) < 0xA0) || (byte(0) == 0xF0 && byte(1) < 0x90);
    const bool tooLarge = byte(0) == 0xF4 && byte(1) > 0x8F;
    const bool surrogate = byte(0) == 0xED && byte(1) > 0x9F;
    return tooLong || tooLarge || (surrogate && !surrogates) ? 0 : length;
}

void appendJsonString(std::string_view text, std::string& out)
{
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isPlain(text[end])) {
            ++end;
        }
        out += text.substr(at, end - at);
        at = end < text.size() ? end + appendSequence(text, end, out) : end;
    }
    out += '"';
}

void appendJsonFloat(double value, std::string& out)
{
    // Python's own choice of form: digits without an exponent from 1e-4 to 1e16.
    char text[64];
    const double size = std::fabs(value);
    const bool fixed = size == 0 || (size >= 1e-4 && size < 1e16);
    const auto form = fixed ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(text, text + sizeof text, value, form);
    const std::string_view written(text, static_cast<std::size_t>(end.ptr - text));
    out += written;
    if (fixed && written.find('.') == std::string_view::npos) {
        out += ".0";
    }
}

JsonWriter& JsonWriter::open(char bracket)
{
    begin();
    m_text += bracket;
    m_open.push_back(bracket == '{' ? '}' : ']');
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::close()
{
    const char bracket = m_open.back();
    m_open.pop_back();
    if (!m_first) {
        m_text += '\n';
        m_text.append(2 * m_open.size(), ' ');
    }
    m_text += bracket;
    m_first = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    begin();
    appendJsonString(name, m_text);
    m_text += ": ";
    m_afterKey = true;
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    begin();
    m_text += json;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value)
{
    begin();
    appendJsonString(value, m_text);
    return *this;
}

JsonWriter& JsonWriter::number(double value)
{
    if (!std::isfinite(value)) {
        return raw("null");
    }
    begin();
    appendJsonFloat(value, m_text);
    return *this;
}

JsonWriter& JsonWriter::count(std::uint64_t value) { return raw(std::to_string(value)); }

JsonWriter& JsonWriter::flag(bool value) { return raw(value ? "true" : "false"); }

std::string JsonWriter::take() { return std::move(m_text) + "\n"; }

void JsonWriter::begin()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (!m_open.empty()) {
        m_text += m_first ? "\n" : ",\n";
        m_text.append(2 * m_open.size(), ' ');
    }
    m_first = false;
}

} // namespace poolscope
