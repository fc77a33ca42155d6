// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a str may hold: UTF-8 and, as Python's "surrogatepass", lone surrogates as their 3 bytes.

#include <string>
#include <string_view>

namespace poolscope {

bool isUtf8(std::string_view bytes);
bool isAscii(std::string_view bytes);
/// Adds one code point, a surrogate too.
void appendUtf8(std::string& out, char32_t codePoint);

/// Adds a byte for each code point of valid UTF-8; false when one is past U+00FF.
bool fromLatin1(std::string_view utf8, std::string& bytes);

} // namespace poolscope
