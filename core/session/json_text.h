// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// JSON's small parts: strings, numbers, base64, and a writer that indents. Written by hand because
// integers of any size must pass as they are, in values and in the summary alike. Private to
// core/session.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poolscope {

/// A string with its quotes. Lone surrogates (3 bytes each) become escapes; bytes that are no UTF-8
/// become U+FFFD.
void appendJsonString(std::string_view text, std::string& out);
/// Shortest text that reads back as the same number, always with a point or an exponent; finite only.
void appendJsonFloat(double value, std::string& out);
void appendBase64(std::string_view bytes, std::string& out);
std::optional<std::string> decodeBase64(std::string_view text);

/// The length of the UTF-8 sequence at the begin of `text`; 0 when there is none. A surrogate's three
/// bytes are one only where `surrogates`.
std::size_t utf8Length(std::string_view text, bool surrogates);

/// Writes an object or array line by line, two spaces a level.
class JsonWriter final {
public:
    JsonWriter& open(char bracket); ///< '{' or '['
    JsonWriter& close();
    JsonWriter& key(std::string_view name);
    JsonWriter& raw(std::string_view json); ///< a value that is JSON already
    JsonWriter& text(std::string_view value);
    JsonWriter& number(double value); ///< null when it is not finite
    JsonWriter& count(std::uint64_t value);
    JsonWriter& flag(bool value);
    std::string take(); ///< the text with a line's end

private:
    void begin();

    std::string m_text;
    std::vector<char> m_open;
    bool m_first = true;
    bool m_afterKey = false;
};

} // namespace poolscope
