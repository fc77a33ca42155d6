// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Sums, products and powers. What fits into 256 bits is computed in the stack's limbs, the rest by
// GMP; a result always has the one form that its size asks for.

#include "core/value/integer.h"

#include "core/value/integer_look.h"

#include <bit>
#include <utility>

namespace poolscope {

namespace {

__extension__ typedef unsigned __int128 TwoLimbs;

/// out = a * b, which are not 0, without a zero at its top; `out` has room for all limbs of both.
mp_size_t multiply(const mp_limb_t* a, mp_size_t countA, const mp_limb_t* b, mp_size_t countB,
                   mp_limb_t* out)
{
    for (mp_size_t i = 0; i < countA; ++i) {
        mp_limb_t carry = 0;
        for (mp_size_t j = 0; j < countB; ++j) {
            const mp_limb_t before = i == 0 ? 0 : out[i + j];
            const TwoLimbs sum = static_cast<TwoLimbs>(a[i]) * b[j] + before + carry;
            out[i + j] = static_cast<mp_limb_t>(sum);
            carry = static_cast<mp_limb_t>(sum >> 64);
        }
        out[i + countB] = carry;
    }
    const mp_size_t count = countA + countB;
    return out[count - 1] == 0 ? count - 1 : count;
}

/// |a| + |b|: the limbs in use.
mp_size_t add(const mp_limb_t* a, mp_size_t countA, const mp_limb_t* b, mp_size_t countB,
              mp_limb_t* out)
{
    const mp_limb_t carry = mpn_add(out, a, countA, b, countB);
    out[countA] = carry;
    return countA + (carry != 0 ? 1 : 0);
}

/// |a| - |b|, which is not negative.
mp_size_t subtract(const mp_limb_t* a, mp_size_t countA, const mp_limb_t* b, mp_size_t countB,
                   mp_limb_t* out)
{
    mpn_sub(out, a, countA, b, countB);
    while (countA != 0 && out[countA - 1] == 0) {
        --countA;
    }
    return countA;
}

} // namespace

Integer& Integer::operator+=(const Integer& other)
{
    std::int64_t sum = 0;
    if (fitsInt64() && other.fitsInt64() && !__builtin_add_overflow(m_small, other.m_small, &sum)) {
        m_small = sum;
        return *this;
    }
    Look mine(*this);
    Look theirs(other);
    const bool mineIsMore = mpz_cmpabs(mine.gmp(), theirs.gmp()) >= 0;
    const Look& more = mineIsMore ? mine : theirs;
    const Look& less = mineIsMore ? theirs : mine;
    if (more.count() <= nearLimbs && less.count() != 0) {
        mp_limb_t out[nearLimbs + 1];
        const bool alike = more.negative() == less.negative();
        const mp_size_t count =
            (alike ? add : subtract)(more.limbs(), more.count(), less.limbs(), less.count(), out);
        if (count <= nearLimbs) {
            return *this = fromLimbs(out, count, more.negative());
        }
    }
    Gmp result;
    mpz_add(result.get(), mine.gmp(), theirs.gmp());
    return *this = result.take();
}

Integer& Integer::operator*=(const Integer& other)
{
    std::int64_t product = 0;
    if (fitsInt64() && other.fitsInt64() &&
        !__builtin_mul_overflow(m_small, other.m_small, &product)) {
        m_small = product;
        return *this;
    }
    Look mine(*this);
    Look theirs(other);
    if (mine.count() == 0 || theirs.count() == 0) {
        return *this = Integer(0);
    }
    if (mine.count() <= nearLimbs && theirs.count() <= nearLimbs) {
        mp_limb_t out[2 * nearLimbs];
        const mp_size_t count =
            multiply(mine.limbs(), mine.count(), theirs.limbs(), theirs.count(), out);
        if (count <= nearLimbs) {
            return *this = fromLimbs(out, count, mine.negative() != theirs.negative());
        }
    }
    Gmp result;
    mpz_mul(result.get(), mine.gmp(), theirs.gmp());
    return *this = result.take();
}

/// By squaring, for a base of so many bits, not 0, whose power lies in place: then so does all on
/// the way there. As long as it is short it is one number.
Integer Integer::powerNear(const Look& base, std::uint64_t bits, std::uint64_t exponent)
{
    mp_limb_t first[2 * nearLimbs]{}; // what lies above a number is never anything but 0
    mp_limb_t second[2 * nearLimbs]{};
    mp_limb_t* now = first;
    mp_limb_t* next = second;
    mp_size_t size = base.count();
    std::memcpy(now, base.limbs(), static_cast<std::size_t>(size) * sizeof *now);
    int bit = std::bit_width(exponent) - 1; // those from here on are done
    if (size == 1 && 3 * bits <= 128) {
        TwoLimbs power = base.limbs()[0];
        for (std::uint64_t done = 1; bit > 0 && bits * (2 * done + 1) <= 128;) {
            --bit;
            power *= power;
            done *= 2;
            if ((exponent >> bit & 1) != 0) {
                power *= base.limbs()[0];
                ++done;
            }
        }
        now[0] = static_cast<mp_limb_t>(power);
        now[1] = static_cast<mp_limb_t>(power >> 64);
        size = now[1] != 0 ? 2 : 1;
    }
    while (bit-- > 0) {
        size = multiply(now, size, now, size, next);
        std::swap(now, next);
        if ((exponent >> bit & 1) != 0) {
            size = multiply(now, size, base.limbs(), base.count(), next);
            std::swap(now, next);
        }
    }
    const bool negative = base.negative() && (exponent & 1) != 0;
    return size > 1 ? inPlace(now, size, negative) : fromLimbs(now, size, negative);
}

Integer Integer::power(const Integer& base, std::uint64_t exponent)
{
    if (exponent == 0) {
        return {1};
    }
    if (base.fitsInt64() && base.m_small >= -1 && base.m_small <= 1) {
        return {(exponent & 1) != 0 ? base.m_small : base.m_small * base.m_small};
    }
    Look look(base);
    constexpr std::uint64_t most = nearLimbs * 64;
    if (look.count() <= nearLimbs && exponent <= most) {
        const auto below = static_cast<std::uint64_t>(look.count() - 1) * 64;
        const auto bits =
            below + static_cast<std::uint64_t>(std::bit_width(look.limbs()[look.count() - 1]));
        if (bits * exponent <= most) {
            return powerNear(look, bits, exponent);
        }
    }
    Gmp big;
    mpz_pow_ui(big.get(), look.gmp(), exponent);
    return big.take();
}

} // namespace poolscope
