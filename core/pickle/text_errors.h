// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Why Python cannot read a text, in its own words.

#include <string>
#include <string_view>

namespace poolscope {

/// Of what isUtf8() refuses: "'utf-8' codec can't decode byte 0xff in position 0: invalid start …"
std::string utf8Error(std::string_view bytes);
/// Of what decodeRawUnicode() refuses: "'rawunicodeescape' codec can't decode bytes in …"
std::string rawUnicodeError(std::string_view escaped);
/// Of what decodeEscapes() refuses: "invalid \x escape at position 3"
std::string escapeError(std::string_view escaped);
/// Of what isAscii() refuses.
std::string asciiError(std::string_view bytes);

} // namespace poolscope
