// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The two ways in which protocol 0 wrote text on one line.

#include <string>
#include <string_view>

namespace poolscope {

/// Python's `raw-unicode-escape`: Latin-1 and \uXXXX, \UXXXXXXXX, to UTF-8. False for a broken one.
bool decodeRawUnicode(std::string_view escaped, std::string& utf8);
/// What stands between the quotes of a Python 2 string's repr. False for a broken escape.
bool decodeEscapes(std::string_view escaped, std::string& bytes);

} // namespace poolscope
