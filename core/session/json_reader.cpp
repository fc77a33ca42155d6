// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/json_reader.h"

#include "core/session/json_special.h"
#include "core/session/json_text.h"
#include "core/session/session.h"

namespace poolscope {
namespace {

enum class Expect : std::uint8_t { Value, Key, After, End };

/// An array or object under way; its values (keys and items in turn) lie on the stack from `first`.
struct OpenJson {
    bool object = false;
    std::size_t first = 0;
    std::size_t offset = 0;
};

class JsonReader final {
public:
    JsonReader(std::string_view text, Document& document) : m_text(text), m_document(document) {}

    std::optional<JsonFault> read(Value& value)
    {
        while (m_expect != Expect::End) {
            skipSpace();
            auto fault = m_expect == Expect::Value ? readValue()
                         : m_expect == Expect::Key ? readKey()
                                                   : readAfter();
            if (fault) {
                return fault;
            }
        }
        value = m_values.back();
        return std::nullopt;
    }

private:
    std::optional<JsonFault> readValue();
    std::optional<JsonFault> readKey();
    std::optional<JsonFault> readAfter();
    std::optional<JsonFault> readWord();
    std::optional<JsonFault> open(bool object);
    std::optional<JsonFault> close();
    std::optional<JsonFault> unexpected(const char* wanted) const;

    void push(Value value)
    {
        m_values.push_back(value);
        m_expect = Expect::After;
    }
    void skipSpace()
    {
        while (m_at < m_text.size() &&
               std::string_view(" \t\r\n").find(m_text[m_at]) != m_text.npos) {
            ++m_at;
        }
    }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    std::string_view m_text;
    std::size_t m_at = 0;
    Document& m_document;
    Expect m_expect = Expect::Value;
    std::vector<OpenJson> m_open;
    std::vector<Value> m_values;
    std::string m_string;
};

std::optional<JsonFault> JsonReader::unexpected(const char* wanted) const
{
    if (m_at >= m_text.size()) {
        return JsonFault{m_at, std::string(wanted) + " is missing at the end of the line"};
    }
    const std::size_t length = std::max<std::size_t>(1, utf8Length(m_text.substr(m_at), false));
    return JsonFault{m_at, std::string(wanted) + " was expected, not '" +
                               std::string(m_text.substr(m_at, length)) + "'"};
}

std::optional<JsonFault> JsonReader::readValue()
{
    const char c = peek();
    if (c == '{' || c == '[') {
        return open(c == '{');
    }
    if (c == '"') {
        auto fault = parseJsonString(m_text, m_at, m_string);
        if (!fault) {
            push(m_document.str(m_string));
        }
        return fault;
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
        Value value;
        auto fault = parseJsonNumber(m_text, m_at, m_document, value);
        if (!fault) {
            push(value);
        }
        return fault;
    }
    return readWord();
}

std::optional<JsonFault> JsonReader::readWord()
{
    const std::string_view rest = m_text.substr(m_at);
    if (rest.starts_with("NaN") || rest.starts_with("Infinity")) {
        return JsonFault{m_at, "NaN and infinities are written {\"float\": \"NaN\"}"};
    }
    const std::string_view words[] = {"null", "true", "false"};
    const Value values[] = {m_document.none(), m_document.boolean(true), m_document.boolean(false)};
    for (std::size_t i = 0; i < 3; ++i) {
        if (rest.starts_with(words[i])) {
            m_at += words[i].size();
            push(values[i]);
            return std::nullopt;
        }
    }
    return unexpected("a value");
}

std::optional<JsonFault> JsonReader::open(bool object)
{
    m_open.push_back({object, m_values.size(), m_at});
    ++m_at;
    skipSpace();
    if (peek() == (object ? '}' : ']')) {
        ++m_at;
        return close();
    }
    m_expect = object ? Expect::Key : Expect::Value;
    return std::nullopt;
}

std::optional<JsonFault> JsonReader::readKey()
{
    if (peek() != '"') {
        return unexpected("a key in quotes");
    }
    if (auto fault = parseJsonString(m_text, m_at, m_string)) {
        return fault;
    }
    m_values.push_back(m_document.str(m_string));
    skipSpace();
    if (peek() != ':') {
        return unexpected("':'");
    }
    ++m_at;
    m_expect = Expect::Value;
    return std::nullopt;
}

std::optional<JsonFault> JsonReader::readAfter()
{
    if (m_open.empty()) {
        m_expect = Expect::End;
        return m_at == m_text.size() ? std::nullopt : unexpected("the end of the line");
    }
    const bool object = m_open.back().object;
    if (peek() == ',') {
        ++m_at;
        m_expect = object ? Expect::Key : Expect::Value;
        return std::nullopt;
    }
    if (peek() != (object ? '}' : ']')) {
        return unexpected(object ? "',' or '}'" : "',' or ']'");
    }
    ++m_at;
    return close();
}

std::optional<JsonFault> JsonReader::close()
{
    const OpenJson done = m_open.back();
    m_open.pop_back();
    const std::span<const Value> parts = std::span<const Value>(m_values).subspan(done.first);
    Result<Value> made = m_document.none();
    if (!done.object) {
        made = m_document.list(parts);
    } else if (parts.size() == 2 && isSpecialKey(parts[0].text())) {
        made = specialValue(parts[0].text(), parts[1], m_document);
    } else {
        made = m_document.dict();
        for (std::size_t i = 0; i < parts.size(); i += 2) {
            m_document.setItem(*made, parts[i], parts[i + 1]);
        }
    }
    if (!made) {
        return JsonFault{done.offset, made.error().text};
    }
    m_values.resize(done.first);
    push(*made);
    return std::nullopt;
}

} // namespace

std::optional<JsonFault> parseJson(std::string_view text, Document& document, Value& value)
{
    return JsonReader(text, document).read(value);
}

std::size_t columnOf(std::string_view text, std::size_t offset)
{
    std::size_t column = 1;
    for (const char c : text.substr(0, offset)) {
        column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
    return column;
}

Result<Value> readJson(std::string_view line, Document& document)
{
    Value value;
    if (const auto fault = parseJson(line, document, value)) {
        return Error{"ValueError",
                     "column " + std::to_string(columnOf(line, fault->offset)) + ": " + fault->text,
                     {}};
    }
    return value;
}

} // namespace poolscope
