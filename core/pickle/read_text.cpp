// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// The opcodes of protocols 0 and 1 that carry their argument as a line of text.
#include "core/pickle/escapes.h"
#include "core/pickle/reader.h"
#include "core/pickle/utf8.h"

#include <charconv>

namespace poolscope {

bool Reader::line(std::string_view& text)
{
    const auto left = static_cast<std::size_t>(m_limit - m_at);
    const void* found = left == 0 ? nullptr : std::memchr(m_at, '\n', left);
    if (found == nullptr) {
        return fail("a line of text that does not end");
    }
    const char* end = static_cast<const char*>(found);
    text = {m_at, static_cast<std::size_t>(end - m_at)};
    m_at = end + 1;
    return true;
}

bool Reader::intLine()
{
    std::string_view digits;
    if (!line(digits)) {
        return false;
    }
    if (digits == "00" || digits == "01") { // how protocols 0 and 1 say False and True
        return push(m_document.boolean(digits == "01"));
    }
    return decimal(digits);
}

bool Reader::longLine()
{
    std::string_view digits;
    if (!line(digits)) {
        return false;
    }
    if (!digits.empty() && digits.back() == 'L') {
        digits.remove_suffix(1);
    }
    return decimal(digits);
}

bool Reader::decimal(std::string_view digits)
{
    constexpr std::size_t digitsPerByte = 2; // at least: no longer ones are looked at
    Integer value;
    if (digits.size() / digitsPerByte > m_limits.digits || !Integer::parse(digits, value)) {
        return fail("an integer that is none, or too long");
    }
    return push(m_document.integer(value));
}

bool Reader::floatLine()
{
    std::string_view digits;
    if (!line(digits)) {
        return false;
    }
    double value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    const bool whole = stopped == end && !digits.empty();
    return whole && error != std::errc::invalid_argument ? push(m_document.real(value))
                                                         : fail("a float that is none");
}

bool Reader::stringLine()
{
    std::string_view quoted;
    if (!line(quoted)) {
        return false;
    }
    const bool isQuoted = quoted.size() >= 2 && quoted.front() == quoted.back() &&
                          (quoted.front() == '\'' || quoted.front() == '"');
    std::string text;
    if (!isQuoted || !decodeEscapes(quoted.substr(1, quoted.size() - 2), text)) {
        return fail("a string without its quotes or with a broken escape");
    }
    return python2Str(text, false);
}

bool Reader::unicodeLine()
{
    std::string_view escaped;
    std::string text;
    if (!line(escaped)) {
        return false;
    }
    return decodeRawUnicode(escaped, text) ? push(m_document.str(text))
                                           : fail("a str with a broken \\u escape");
}

bool Reader::memoLine(bool isPut)
{
    std::string_view digits;
    if (!line(digits)) {
        return false;
    }
    std::uint64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, number);
    if (digits.empty() || stopped != end || error != std::errc()) {
        return fail("a memo number that is none");
    }
    return isPut ? put(number) : get(number);
}

} // namespace poolscope
