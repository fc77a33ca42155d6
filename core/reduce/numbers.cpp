// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/convert.h"

namespace poolscope {

Value unsignedValue(std::uint64_t number, Document& document)
{
    if (std::in_range<std::int64_t>(number)) {
        return document.integer(static_cast<std::int64_t>(number));
    }
    char bytes[9] = {}; // the ninth keeps the sign bit clear
    for (int i = 0; i < 8; ++i) {
        bytes[i] = static_cast<char>(number >> (8 * i));
    }
    return document.bigInteger({bytes, sizeof bytes});
}

bool toUnsigned(Value value, std::uint64_t& number)
{
    if (value.kind() != Kind::BigInt) {
        return false;
    }
    const std::string bytes = value.integer().toTwosComplement();
    if (bytes.size() != 9 || bytes[8] != 0) {
        return false;
    }
    number = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    return true;
}

} // namespace poolscope
