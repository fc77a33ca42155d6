// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Strings and numbers of JSON, and the objects that stand for what JSON has no form for.

#include "core/session/json_reader.h"
#include "core/session/json_text.h"

#include <charconv>
#include <limits>

namespace poolscope {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

void appendUtf8(unsigned code, std::string& out)
{
    const auto tail = [&](unsigned shift) {
        return static_cast<char>(0x80 | (code >> shift & 63));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += {static_cast<char>(0xC0 | code >> 6), tail(0)};
    } else if (code < 0x10000) {
        out += {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
    } else {
        out += {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
    }
}

/// The four digits behind a \u; nothing when they are none.
std::optional<unsigned> hexAt(std::string_view text, std::size_t begin)
{
    if (begin + 4 > text.size()) {
        return std::nullopt;
    }
    unsigned code = 0;
    const char* first = text.data() + begin;
    const auto end = std::from_chars(first, first + 4, code, 16);
    return end.ptr == first + 4 ? std::optional(code) : std::nullopt;
}

/// Reads the escape at `i`, which is a backslash. A lone surrogate stays one, as in Python.
std::optional<JsonFault> readEscape(std::string_view text, std::size_t& i, std::string& out)
{
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const std::size_t known = names.find(at(text, i + 1));
    if (i + 1 < text.size() && known != names.npos) {
        out += meant[known];
        i += 2;
        return std::nullopt;
    }
    const auto code = at(text, i + 1) == 'u' ? hexAt(text, i + 2) : std::nullopt;
    if (!code) {
        return JsonFault{i,
                         "a backslash is followed by one of \"\\/bfnrt or u and four hex digits"};
    }
    i += 6;
    const bool high = *code >= 0xD800 && *code < 0xDC00;
    const auto low =
        high && at(text, i) == '\\' && at(text, i + 1) == 'u' ? hexAt(text, i + 2) : std::nullopt;
    if (low && *low >= 0xDC00 && *low < 0xE000) {
        i += 6;
        appendUtf8(0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00), out);
    } else {
        appendUtf8(*code, out);
    }
    return std::nullopt;
}

/// Steps over the digits at `i`; how many they are.
std::size_t skipDigits(std::string_view text, std::size_t& i)
{
    const std::size_t first = i;
    while (isDigit(at(text, i))) {
        ++i;
    }
    return i - first;
}

/// Steps over a number by JSON's grammar: no leading zeros, digits on both sides of the point.
bool scanNumber(std::string_view text, std::size_t& i, bool& real)
{
    i += at(text, i) == '-';
    const bool zero = at(text, i) == '0';
    const std::size_t whole = skipDigits(text, i);
    bool good = whole == 1 || (whole > 1 && !zero);
    if (good && at(text, i) == '.') {
        real = true;
        ++i;
        good = skipDigits(text, i) > 0;
    }
    if (good && (at(text, i) == 'e' || at(text, i) == 'E')) {
        real = true;
        ++i;
        i += at(text, i) == '+' || at(text, i) == '-';
        good = skipDigits(text, i) > 0;
    }
    return good;
}

double toDouble(std::string_view token)
{
    double value = 0;
    const auto end = std::from_chars(token.data(), token.data() + token.size(), value);
    if (end.ec != std::errc::result_out_of_range) {
        return value;
    }
    // As in Python, what is too large is an infinity and what is too small is 0.
    const std::size_t exponent = token.find_first_of("eE");
    const bool small = exponent == token.npos ? true : at(token, exponent + 1) == '-';
    value = small ? 0 : std::numeric_limits<double>::infinity();
    return token[0] == '-' ? -value : value;
}

Error unfit(std::string_view key, const char* wanted)
{
    return {"ValueError",
            "{\"" + std::string(key) + "\": …} takes " + wanted +
                "; a dict with this one key is written {\"dict\": [[\"" + std::string(key) +
                "\", …]]}",
            {}};
}

Result<Value> specialFloat(Value item, Document& document)
{
    const std::string_view text = item.kind() == Kind::Str ? item.text() : std::string_view();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (text == "NaN") {
        return document.real(std::numeric_limits<double>::quiet_NaN());
    }
    if (text == "Infinity" || text == "-Infinity") {
        return document.real(text[0] == '-' ? -infinity : infinity);
    }
    return unfit("float", "\"NaN\", \"Infinity\" or \"-Infinity\"");
}

Result<Value> specialDict(Value item, Document& document)
{
    Value dict = document.dict();
    for (std::size_t i = 0; i < item.size(); ++i) {
        const Value pair = item[i];
        if (pair.kind() != Kind::List || pair.size() != 2) {
            return unfit("dict", "a list of [key, value] pairs");
        }
        document.setItem(dict, pair[0], pair[1]);
    }
    return dict;
}

} // namespace

std::optional<JsonFault> parseJsonString(std::string_view text, std::size_t& i, std::string& out)
{
    out.clear();
    const std::size_t begin = i++;
    while (i < text.size() && text[i] != '"') {
        if (text[i] == '\\') {
            if (auto fault = readEscape(text, i, out)) {
                return fault;
            }
            continue;
        }
        if (static_cast<unsigned char>(text[i]) < 0x20) {
            return JsonFault{i, "a control character in a string is written as an escape"};
        }
        const std::size_t length = utf8Length(text.substr(i), false);
        if (length == 0) {
            return JsonFault{i, "these bytes are no UTF-8"};
        }
        out += text.substr(i, length);
        i += length;
    }
    if (i >= text.size()) {
        return JsonFault{begin, "this string has no closing quote"};
    }
    ++i;
    return std::nullopt;
}

std::optional<JsonFault> parseJsonNumber(std::string_view text, std::size_t& i, Document& document,
                                         Value& value)
{
    const std::size_t begin = i;
    bool real = false;
    if (!scanNumber(text, i, real)) {
        return JsonFault{begin, "this is no number as JSON has them"};
    }
    const std::string_view token = text.substr(begin, i - begin);
    if (real) {
        value = document.real(toDouble(token));
        return std::nullopt;
    }
    Integer integer;
    Integer::parse(token, integer);
    value = document.integer(integer);
    return std::nullopt;
}

Result<Value> specialValue(std::string_view key, Value item, Document& document)
{
    if (key == "float") {
        return specialFloat(item, document);
    }
    if (key == "bytes" || key == "bytearray") {
        const auto bytes = item.kind() == Kind::Str ? decodeBase64(item.text()) : std::nullopt;
        if (!bytes) {
            return unfit(key, "base64 text");
        }
        return key == "bytes" ? document.bytes(*bytes) : document.byteArray(*bytes);
    }
    if (item.kind() != Kind::List) {
        return unfit(key, "a list");
    }
    if (key == "dict") {
        return specialDict(item, document);
    }
    std::vector<Value> items;
    for (std::size_t i = 0; i < item.size(); ++i) {
        items.push_back(item[i]);
    }
    return key == "tuple" ? document.tuple(items)
           : key == "set" ? document.set(items)
                          : document.frozenSet(items);
}

} // namespace poolscope
