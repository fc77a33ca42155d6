// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/plain.h"

#include <algorithm>
#include <array>

namespace poolscope {

namespace {

constexpr std::size_t longest = 17; // of 128 bits, with a byte that keeps the sign bit clear

// The Document drops the bytes that only repeat the sign.
Value valueOf(UInt128 bits, bool negative, Document& document)
{
    std::array<char, longest> bytes;
    bytes.fill(negative ? '\xff' : '\0');
    for (std::size_t i = 0; i + 1 < longest; ++i) {
        bytes[i] = static_cast<char>(bits >> (8 * i));
    }
    return document.bigInteger({bytes.data(), bytes.size()});
}

// Two's complement of at most 17 bytes; false where `value` has more.
bool bitsOf(Value value, UInt128& bits, bool& negative, bool& isLong)
{
    if (!isInt(value)) {
        return false;
    }
    const std::string bytes = value.integer().toTwosComplement();
    negative = !bytes.empty() && (bytes.back() & 0x80) != 0;
    isLong = bytes.size() == longest;
    bits = negative ? ~UInt128{0} : 0;
    for (std::size_t i = std::min(bytes.size(), longest - 1); i-- > 0;) {
        bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return bytes.size() < longest || (isLong && bytes.back() == 0);
}

} // namespace

Value wideValue(Int128 number, Document& document)
{
    return valueOf(static_cast<UInt128>(number), number < 0, document);
}

Value wideValue(UInt128 number, Document& document)
{
    if (number <= static_cast<UInt128>(std::numeric_limits<std::int64_t>::max())) {
        return document.integer(static_cast<std::int64_t>(number));
    }
    return valueOf(number, false, document);
}

bool toWide(Value value, Int128& number)
{
    UInt128 bits = 0;
    bool negative = false;
    bool isLong = false;
    const bool fits = bitsOf(value, bits, negative, isLong) && !isLong;
    number = static_cast<Int128>(bits);
    return fits;
}

bool toWide(Value value, UInt128& number)
{
    if (value.kind() == Kind::Int) {
        number = static_cast<UInt128>(value.int64());
        return value.int64() >= 0;
    }
    bool negative = false;
    bool isLong = false;
    return bitsOf(value, number, negative, isLong) && !negative;
}

std::string intRange(bool isSigned, std::size_t bits)
{
    if (!isSigned) {
        return "an int from 0 to " + (Integer::power(2, bits) + -1).toString();
    }
    const Integer half = Integer::power(2, bits - 1);
    return "an int from " + (half * -1).toString() + " to " + (half + -1).toString();
}

} // namespace poolscope
