// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/integer.h"

#include "core/value/integer_look.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace poolscope {

namespace {

constexpr std::size_t limbBytes = sizeof(mp_limb_t);
static_assert(std::endian::native == std::endian::little, "limbs are copied as bytes");

bool isNegative(std::string_view bytes)
{
    return !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80) != 0;
}

// -x of a two's complement number: each bit turned, plus one.
void negate(mp_limb_t* limbs, int count)
{
    bool carry = true;
    for (int i = 0; i < count; ++i) {
        limbs[i] = ~limbs[i] + (carry ? 1 : 0);
        carry = carry && limbs[i] == 0;
    }
}

void negate(std::string& bytes)
{
    bool carry = true;
    for (char& byte : bytes) {
        const auto turned = static_cast<unsigned char>(~static_cast<unsigned char>(byte));
        byte = static_cast<char>(turned + (carry ? 1 : 0));
        carry = carry && turned == 0xff;
    }
}

mp_limb_t limbAt(const char* bytes)
{
    mp_limb_t limb = 0;
    std::memcpy(&limb, bytes, sizeof limb);
    return limb;
}

/// Up to 32 bytes as four limbs, what lies above filled with `sign`.
void spread(std::string_view bytes, mp_limb_t sign, mp_limb_t* limbs)
{
    const std::size_t whole = bytes.size() / limbBytes;
    const std::size_t rest = bytes.size() % limbBytes;
    std::fill_n(limbs, 4, sign);
    switch (whole) {
    case 4: limbs[3] = limbAt(bytes.data() + 3 * limbBytes); [[fallthrough]];
    case 3: limbs[2] = limbAt(bytes.data() + 2 * limbBytes); [[fallthrough]];
    case 2: limbs[1] = limbAt(bytes.data() + limbBytes); [[fallthrough]];
    case 1: limbs[0] = limbAt(bytes.data()); break;
    default: std::memcpy(limbs, bytes.data(), rest); return;
    }
    if (rest != 0) { // with bytes of the limb before, which are moved out
        const auto last =
            static_cast<std::int64_t>(limbAt(bytes.data() + bytes.size() - limbBytes));
        limbs[whole] = static_cast<mp_limb_t>(last >> (64 - 8 * rest));
    }
}

/// Bytes of the minimal two's complement: what stands above them only repeats the sign.
std::size_t minimalBytes(const mp_limb_t* limbs, int count, bool negative)
{
    for (int i = count; i-- > 0;) {
        const mp_limb_t above = negative ? ~limbs[i] : limbs[i];
        if (above != 0) {
            return (static_cast<std::size_t>(i) * 64 +
                    static_cast<std::size_t>(std::bit_width(above))) /
                       8 +
                   1;
        }
    }
    return 1;
}

void dropRepeatedSign(std::string& bytes)
{
    while (bytes.size() > 1) {
        const char sign = isNegative({bytes.data(), bytes.size() - 1}) ? '\xff' : '\0';
        if (bytes.back() != sign) {
            return;
        }
        bytes.pop_back();
    }
}

} // namespace

/// From a magnitude of at most nearLimbs limbs.
Integer Integer::fromLimbs(const mp_limb_t* limbs, mp_size_t count, bool negative)
{
    while (count != 0 && limbs[count - 1] == 0) {
        --count;
    }
    const mp_limb_t low = count == 0 ? 0 : limbs[0];
    constexpr mp_limb_t half = mp_limb_t{1} << 63;
    if (count <= 1 && (low < half || (negative && low == half))) {
        return {static_cast<std::int64_t>(negative ? 0 - low : low)};
    }
    Integer result;
    result.m_form = Form::Near;
    result.m_count = static_cast<std::int32_t>(negative ? -count : count);
    for (int i = 0; i < nearLimbs; ++i) {
        result.m_near.limbs[i] = i < count ? limbs[i] : 0;
    }
    return result;
}

Integer Integer::fromTwosComplement(std::string_view bytes)
{
    const bool negative = isNegative(bytes);
    if (bytes.size() <= nearLimbs * limbBytes) {
        Integer near;
        mp_limb_t* const limbs = near.m_near.limbs;
        spread(bytes, negative ? ~mp_limb_t{0} : 0, limbs);
        if (negative) {
            negate(limbs, nearLimbs);
        }
        std::int32_t count = nearLimbs;
        while (count > 1 && limbs[count - 1] == 0) {
            --count;
        }
        if (count > 1) {
            near.m_form = Form::Near;
            near.m_count = negative ? -count : count;
        } else {
            near = fromLimbs(limbs, 1, negative);
        }
        return near;
    }
    Gmp result;
    if (negative) {
        std::string magnitude(bytes);
        negate(magnitude);
        mpz_import(result.get(), magnitude.size(), -1, 1, 0, 0, magnitude.data());
        mpz_neg(result.get(), result.get());
    } else {
        mpz_import(result.get(), bytes.size(), -1, 1, 0, 0, bytes.data());
    }
    return result.take();
}

std::string_view Integer::toTwosComplement(Room& room) const
{
    mp_limb_t limbs[nearLimbs + 1]{}; // one more for the sign
    static_assert(sizeof limbs == sizeof room.near);
    int count = 1;
    bool negative = false;
    if (m_form == Form::Small) {
        negative = m_small < 0;
        limbs[0] = static_cast<mp_limb_t>(m_small);
    } else if (m_form == Form::Near && m_count > 0) [[likely]] {
        std::memcpy(room.near.data(), m_near.limbs, sizeof m_near);
        std::memset(room.near.data() + sizeof m_near, 0, sizeof limbs - sizeof m_near);
        const auto top = static_cast<std::size_t>(m_count - 1);
        const auto bits = static_cast<std::size_t>(std::bit_width(m_near.limbs[top]));
        return {room.near.data(), top * limbBytes + bits / 8 + 1};
    } else if (m_form == Form::Near) {
        negative = true;
        count = std::abs(m_count);
        std::memcpy(limbs, m_near.limbs, sizeof m_near);
        negate(limbs, count);
    } else {
        room.far = toTwosComplement();
        return room.far;
    }
    if (m_form == Form::Small && m_small == 0) {
        return {};
    }
    limbs[count] = negative ? ~mp_limb_t{0} : 0;
    std::memcpy(room.near.data(), limbs, sizeof limbs);
    return {room.near.data(), minimalBytes(limbs, count, negative)};
}

std::string Integer::toTwosComplement() const
{
    if (m_form != Form::Far) {
        Room room;
        return std::string(toTwosComplement(room));
    }
    std::string bytes(mpz_sizeinbase(m_far, 2) / 8 + 1, '\0'); // with room for the sign
    mpz_export(bytes.data(), nullptr, -1, 1, 0, 0, m_far);
    if (mpz_sgn(m_far) < 0) {
        negate(bytes);
    }
    dropRepeatedSign(bytes);
    return bytes;
}

Integer Integer::truncated(double value)
{
    Gmp result;
    mpz_set_d(result.get(), value);
    return result.take();
}

bool Integer::parse(std::string_view digits, Integer& out)
{
    std::string_view unsignedDigits = digits;
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
        unsignedDigits.remove_prefix(1);
    }
    if (unsignedDigits.empty() ||
        unsignedDigits.find_first_not_of("0123456789") != std::string_view::npos) {
        return false;
    }
    Gmp result;
    mpz_set_str(result.get(), std::string(unsignedDigits).c_str(), 10);
    if (digits[0] == '-') {
        mpz_neg(result.get(), result.get());
    }
    out = result.take();
    return true;
}

std::string Integer::toString() const
{
    if (m_form == Form::Small) {
        return std::to_string(m_small);
    }
    Look look(*this);
    std::string text(mpz_sizeinbase(look.gmp(), 10) + 2, '\0');
    mpz_get_str(text.data(), 10, look.gmp());
    text.resize(std::char_traits<char>::length(text.c_str()));
    return text;
}

// To the nearest, ties to even, as Python: the top 64 bits with what lies below them as a last bit.
double Integer::toDouble() const
{
    if (m_form == Form::Small) {
        return static_cast<double>(m_small);
    }
    Look look(*this);
    const std::size_t bits = mpz_sizeinbase(look.gmp(), 2);
    const std::size_t below = bits > 64 ? bits - 64 : 0;
    Gmp top;
    mpz_abs(top.get(), look.gmp());
    const bool sticky = mpz_scan1(top.get(), 0) < below;
    mpz_tdiv_q_2exp(top.get(), top.get(), below);
    const std::uint64_t leading = mpz_get_ui(top.get()) | (sticky ? 1 : 0);
    const double magnitude =
        below > 2000 ? std::numeric_limits<double>::infinity()
                     : std::ldexp(static_cast<double>(leading), static_cast<int>(below));
    return look.negative() ? -magnitude : magnitude;
}

int Integer::compare(const Integer& other) const
{
    if (m_form == Form::Small && other.m_form == Form::Small) {
        return m_small < other.m_small ? -1 : m_small > other.m_small ? 1 : 0;
    }
    return mpz_cmp(Look(*this).gmp(), Look(other).gmp());
}

} // namespace poolscope
