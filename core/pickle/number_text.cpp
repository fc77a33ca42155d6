// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/number_text.h"

#include "core/pickle/python_repr.h"
#include "core/value/value.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace poolscope {

namespace {

constexpr std::size_t mostDigits = 4300;   // Python's sys.get_int_max_str_digits()
constexpr std::size_t longestLong = 1800;  // more bytes of an integer have more digits for sure
constexpr std::size_t longestQuoted = 200; // of what int() cannot read

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view stripped(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\r\v\f";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool takeSign(std::string_view& text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    return negative;
}

// Without the underscores; false where one does not stand between digits.
bool withoutUnderscores(std::string_view text, std::string& plain)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            plain += text[i];
        } else if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) ||
                   !isDigit(text[i + 1])) {
            return false;
        }
    }
    return true;
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && isDigit(text[at + count])) {
        ++count;
    }
    return count;
}

// Digits, a point and an exponent, in Python's grammar.
bool isNumber(std::string_view text)
{
    const std::size_t whole = digitsAt(text, 0);
    std::size_t at = whole;
    std::size_t fraction = 0;
    if (at < text.size() && text[at] == '.') {
        fraction = digitsAt(text, ++at);
        at += fraction;
    }
    if (whole + fraction == 0 || at == text.size()) {
        return whole + fraction != 0;
    }
    if (text[at] != 'e' && text[at] != 'E') {
        return false;
    }
    at += at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 2 : 1;
    const std::size_t exponent = digitsAt(text, at);
    return exponent != 0 && at + exponent == text.size();
}

// Whether a number that no double holds is too large, and not too small.
bool isHuge(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, end);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_not_of("0.");
    std::int64_t exponent = 0;
    if (end != text.size()) {
        std::string_view digits = text.substr(end + 1);
        const bool negative = takeSign(digits);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        exponent = read.ec == std::errc() ? exponent : std::int64_t{1} << 62;
        exponent = negative ? -exponent : exponent;
    }
    return first != std::string_view::npos &&
           exponent + static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) > 0;
}

bool parseReal(std::string_view text, double& value)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower == "inf" || lower == "infinity" || lower == "nan") {
        value = lower == "nan" ? std::numeric_limits<double>::quiet_NaN()
                               : std::numeric_limits<double>::infinity();
        return true;
    }
    std::string plain;
    if (!withoutUnderscores(text, plain) || !isNumber(plain)) {
        return false;
    }
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec == std::errc::result_out_of_range) {
        value = isHuge(plain) ? std::numeric_limits<double>::infinity() : 0;
    }
    return true;
}

bool refuseInteger(std::string_view line, std::string& error)
{
    std::string quoted;
    appendPythonBytes(quoted, line.substr(0, longestQuoted));
    error = "invalid literal for int() with base 10: " + quoted.substr(0, longestQuoted);
    return false;
}

} // namespace

bool appendDecimal(std::string& out, std::string_view line, std::string& error)
{
    std::string_view text = stripped(line);
    const bool negative = takeSign(text);
    std::string digits;
    const bool onlyDigits =
        !text.empty() && withoutUnderscores(text, digits) && digitsAt(digits, 0) == digits.size();
    if (!onlyDigits) {
        return refuseInteger(line, error);
    }
    if (digits.size() > mostDigits) {
        error = "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                std::to_string(digits.size()) +
                " digits; use sys.set_int_max_str_digits() to increase the limit";
        return false;
    }
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    const std::string_view value = std::string_view(digits).substr(zeros);
    out += negative && value != "0" ? "-" : "";
    out += value;
    return true;
}

bool appendReal(std::string& out, std::string_view line, std::string& error)
{
    std::string_view text = stripped(line);
    const bool negative = takeSign(text);
    double value = 0;
    if (!parseReal(text, value)) {
        error = "could not convert string to float: ";
        appendPythonBytes(error, line);
        return false;
    }
    appendPythonFloat(out, negative ? -value : value);
    return true;
}

bool appendLong(std::string& out, std::string_view twosComplement, std::string& error)
{
    const char sign = !twosComplement.empty() && twosComplement.back() < 0 ? '\xff' : '\0';
    const std::size_t last = twosComplement.find_last_not_of(sign);
    const std::size_t needed = last == std::string_view::npos ? 1 : last + 2; // and its sign
    twosComplement = twosComplement.substr(0, needed);
    if (twosComplement.size() <= longestLong) {
        const std::string digits = Integer::fromTwosComplement(twosComplement).toString();
        if (digits.size() - (digits[0] == '-' ? 1 : 0) <= mostDigits) {
            out += digits;
            return true;
        }
    }
    error = "Exceeds the limit (4300 digits) for integer string conversion; use "
            "sys.set_int_max_str_digits() to increase the limit";
    return false;
}

} // namespace poolscope
