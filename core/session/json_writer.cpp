// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Values to JSON. A stack of our own stands for recursion, so that nesting of any depth is no
// danger; a value inside itself is written as its repr, {"repr": "[...]"}, as are classes and
// objects.

#include "core/session/session.h"

#include "core/session/json_special.h"
#include "core/session/json_text.h"

#include <charconv>
#include <cmath>
#include <unordered_set>

namespace poolscope {
namespace {

/// A container under way: `next` counts its items, and keys and items of a dict in turn.
struct Open {
    Value value;
    std::size_t next = 0;
    std::size_t count = 0;
    const char* end = "]";
    bool textKeys = false;
};

class ValueWriter final {
public:
    explicit ValueWriter(std::string& out) : m_out(out) {}

    void write(Value value)
    {
        begin(value);
        while (!m_open.empty()) {
            advance();
        }
    }

private:
    void begin(Value value);
    void beginContainer(Value value);
    void beginDict(Value value);
    void advance();
    void tagged(std::string_view tag, std::string_view text);

    std::string& m_out;
    std::vector<Open> m_open;
    std::unordered_set<std::uint32_t> m_inside; // nodes of m_open
};

void appendInteger(std::int64_t value, std::string& out)
{
    char text[24];
    out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

void appendFloat(double value, std::string& out)
{
    if (std::isfinite(value)) {
        appendJsonFloat(value, out);
    } else {
        const char* name = std::isnan(value) ? "NaN" : (value > 0 ? "Infinity" : "-Infinity");
        out += std::string("{\"float\": \"") + name + "\"}";
    }
}

void ValueWriter::tagged(std::string_view tag, std::string_view text)
{
    m_out += "{\"";
    m_out += tag;
    m_out += "\": ";
    appendJsonString(text, m_out);
    m_out += '}';
}

void ValueWriter::begin(Value value)
{
    std::string encoded;
    switch (value.kind()) {
    case Kind::None: m_out += "null"; break;
    case Kind::Bool: m_out += value.boolean() ? "true" : "false"; break;
    case Kind::Int: appendInteger(value.int64(), m_out); break;
    case Kind::BigInt: m_out += value.integer().toString(); break;
    case Kind::Float: appendFloat(value.real(), m_out); break;
    case Kind::Str: appendJsonString(value.text(), m_out); break;
    case Kind::Bytes:
    case Kind::ByteArray:
        appendBase64(value.text(), encoded);
        tagged(value.kind() == Kind::Bytes ? "bytes" : "bytearray", encoded);
        break;
    case Kind::Global:
    case Kind::Persistent:
    case Kind::Extension:
    case Kind::OutOfBand:
    case Kind::Python2Str:
    case Kind::Object: tagged("repr", repr(value)); break;
    case Kind::List:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet: beginContainer(value); break;
    }
}

void ValueWriter::beginContainer(Value value)
{
    if (!m_inside.insert(value.index()).second) {
        tagged("repr", value.kind() == Kind::Dict ? "{...}" : "[...]");
        return;
    }
    if (value.kind() == Kind::Dict) {
        beginDict(value);
        return;
    }
    const bool list = value.kind() == Kind::List;
    const char* tag = value.kind() == Kind::Tuple ? "{\"tuple\": ["
                      : value.kind() == Kind::Set ? "{\"set\": ["
                                                  : "{\"frozenset\": [";
    m_out += list ? "[" : tag;
    m_open.push_back({value, 0, value.size(), list ? "]" : "]}", false});
}

void ValueWriter::beginDict(Value value)
{
    bool textKeys = true;
    for (std::size_t i = 0; i < value.size() && textKeys; ++i) {
        textKeys = value.key(i).kind() == Kind::Str;
    }
    if (textKeys && value.size() == 1 && isSpecialKey(value.key(0).text())) {
        textKeys = false; // {"set": […]} would be read as a set
    }
    m_out += textKeys ? "{" : "{\"dict\": [";
    m_open.push_back({value, 0, 2 * value.size(), textKeys ? "}" : "]}", textKeys});
}

void ValueWriter::advance()
{
    Open& open = m_open.back();
    const std::size_t at = open.next++;
    const bool dict = open.value.kind() == Kind::Dict;
    if (dict && !open.textKeys && at > 0 && at % 2 == 0) {
        m_out += ']'; // of the pair before
    }
    if (at == open.count) {
        m_out += open.end;
        m_inside.erase(open.value.index());
        m_open.pop_back();
        return;
    }
    if (dict && at % 2 == 1) {
        m_out += open.textKeys ? ": " : ", ";
        begin(open.value.item(at / 2));
        return;
    }
    m_out += at > 0 ? ", " : "";
    m_out += dict && !open.textKeys ? "[" : "";
    begin(dict ? open.value.key(at / 2) : open.value[at]);
}

} // namespace

void appendJson(Value value, std::string& out)
{
    if (value.kind() == Kind::Int) {
        appendInteger(value.int64(), out); // the common case costs nothing more
        return;
    }
    ValueWriter(out).write(value);
}

} // namespace poolscope
