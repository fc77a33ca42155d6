// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/characters.h"

namespace poolscope {

bool characterText(char32_t codePoint, std::string& utf8)
{
    const auto add = [&](char32_t bits) { utf8 += static_cast<char>(bits); };
    const auto follow = [&](int shift) { add(0x80 | ((codePoint >> shift) & 0x3f)); };
    if (codePoint < 0x80) {
        add(codePoint);
    } else if (codePoint < 0x800) {
        add(0xc0 | codePoint >> 6);
        follow(0);
    } else if (codePoint < 0x10000) {
        add(0xe0 | codePoint >> 12);
        follow(6);
        follow(0);
    } else {
        add(0xf0 | codePoint >> 18);
        follow(12);
        follow(6);
        follow(0);
    }
    return codePoint <= 0x10ffff;
}

// Of text that is known to be UTF-8.
bool onlyCharacter(std::string_view utf8, char32_t& codePoint)
{
    if (utf8.empty()) {
        return false;
    }
    const auto first = static_cast<unsigned char>(utf8[0]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    codePoint = length == 1 ? first : first & (0x7fU >> length);
    for (std::size_t i = 1; i < length && i < utf8.size(); ++i) {
        codePoint = codePoint << 6 | (static_cast<unsigned char>(utf8[i]) & 0x3fU);
    }
    return utf8.size() == length;
}

} // namespace poolscope
