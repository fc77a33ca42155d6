// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/integer.h"

#include <cmath>
#include <limits>
#include <utility>

namespace poolscope {

namespace {

/// A GMP integer for the length of a function; an Integer is looked at through it.
class Gmp final {
public:
    explicit Gmp(std::int64_t value) { mpz_init_set_si(m_value, value); }
    ~Gmp() { mpz_clear(m_value); }
    Gmp(const Gmp&) = delete;
    Gmp& operator=(const Gmp&) = delete;
    mpz_ptr get() { return m_value; }

private:
    mpz_t m_value;
};
static_assert(sizeof(long) == sizeof(std::int64_t), "mpz_set_si takes a long");

bool isNegative(std::string_view bytes)
{
    return !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80) != 0;
}

// -x of a two's complement number: each bit turned, plus one.
void negate(std::string& bytes)
{
    bool carry = true;
    for (char& byte : bytes) {
        const auto turned = static_cast<unsigned char>(~static_cast<unsigned char>(byte));
        byte = static_cast<char>(turned + (carry ? 1 : 0));
        carry = carry && turned == 0xff;
    }
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
    if (bytes.size() == 1 && bytes[0] == '\0') {
        bytes.clear();
    }
}

} // namespace

Integer::Integer(const Integer& other) : m_isBig(other.m_isBig), m_small(0)
{
    if (m_isBig) {
        mpz_init_set(m_big, other.m_big);
    } else {
        m_small = other.m_small;
    }
}

Integer::Integer(Integer&& other) noexcept : m_small(0) { swap(other); }

Integer& Integer::operator=(Integer other) noexcept
{
    swap(other);
    return *this;
}

Integer::~Integer()
{
    if (m_isBig) {
        mpz_clear(m_big);
    }
}

// A union of plain structs is swapped as the bytes that it is.
void Integer::swap(Integer& other) noexcept
{
    Words mine;
    Words theirs;
    static_assert(sizeof mine == sizeof m_big);
    std::memcpy(&mine, &m_big, sizeof mine);
    std::memcpy(&theirs, &other.m_big, sizeof theirs);
    std::memcpy(&m_big, &theirs, sizeof theirs);
    std::memcpy(&other.m_big, &mine, sizeof mine);
    std::swap(m_isBig, other.m_isBig);
}

void Integer::widen()
{
    if (!m_isBig) {
        const std::int64_t value = m_small;
        mpz_init_set_si(m_big, value);
        m_isBig = true;
    }
}

void Integer::normalise()
{
    if (m_isBig && mpz_fits_slong_p(m_big) != 0) {
        const std::int64_t value = mpz_get_si(m_big);
        mpz_clear(m_big);
        m_isBig = false;
        m_small = value;
    }
}

Integer Integer::fromTwosComplement(std::string_view bytes)
{
    Integer result;
    result.widen();
    if (isNegative(bytes)) {
        std::string magnitude(bytes);
        negate(magnitude);
        mpz_import(result.m_big, magnitude.size(), -1, 1, 0, 0, magnitude.data());
        mpz_neg(result.m_big, result.m_big);
    } else {
        mpz_import(result.m_big, bytes.size(), -1, 1, 0, 0, bytes.data());
    }
    result.normalise();
    return result;
}

std::string Integer::toTwosComplement() const
{
    std::string bytes;
    if (!m_isBig) {
        for (int shift = 0; shift < 64; shift += 8) {
            bytes.push_back(static_cast<char>(m_small >> shift));
        }
    } else {
        bytes.resize(mpz_sizeinbase(m_big, 2) / 8 + 1); // zeroed, with room for the sign
        mpz_export(bytes.data(), nullptr, -1, 1, 0, 0, m_big);
        if (mpz_sgn(m_big) < 0) {
            negate(bytes);
        }
    }
    dropRepeatedSign(bytes);
    return bytes;
}

Integer Integer::truncated(double value)
{
    Integer result;
    result.widen();
    mpz_set_d(result.m_big, value);
    result.normalise();
    return result;
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
    Integer result;
    result.widen();
    mpz_set_str(result.m_big, std::string(unsignedDigits).c_str(), 10);
    if (digits[0] == '-') {
        mpz_neg(result.m_big, result.m_big);
    }
    result.normalise();
    out = std::move(result);
    return true;
}

std::string Integer::toString() const
{
    if (!m_isBig) {
        return std::to_string(m_small);
    }
    std::string text(mpz_sizeinbase(m_big, 10) + 2, '\0');
    mpz_get_str(text.data(), 10, m_big);
    text.resize(std::char_traits<char>::length(text.c_str()));
    return text;
}

// To the nearest, ties to even, as Python: the top 64 bits with what lies below them as a last bit.
double Integer::toDouble() const
{
    if (!m_isBig) {
        return static_cast<double>(m_small);
    }
    const std::size_t bits = mpz_sizeinbase(m_big, 2);
    const std::size_t below = bits > 64 ? bits - 64 : 0;
    Gmp top(0);
    mpz_abs(top.get(), m_big);
    const bool sticky = mpz_scan1(top.get(), 0) < below;
    mpz_tdiv_q_2exp(top.get(), top.get(), below);
    const std::uint64_t leading = mpz_get_ui(top.get()) | (sticky ? 1 : 0);
    const double magnitude =
        below > 2000 ? std::numeric_limits<double>::infinity()
                     : std::ldexp(static_cast<double>(leading), static_cast<int>(below));
    return mpz_sgn(m_big) < 0 ? -magnitude : magnitude;
}

Integer& Integer::operator+=(const Integer& other)
{
    std::int64_t sum = 0;
    if (!m_isBig && !other.m_isBig && !__builtin_add_overflow(m_small, other.m_small, &sum)) {
        m_small = sum;
        return *this;
    }
    Integer right(other);
    right.widen();
    widen();
    mpz_add(m_big, m_big, right.m_big);
    normalise();
    return *this;
}

Integer& Integer::operator*=(const Integer& other)
{
    std::int64_t product = 0;
    if (!m_isBig && !other.m_isBig && !__builtin_mul_overflow(m_small, other.m_small, &product)) {
        m_small = product;
        return *this;
    }
    Integer right(other);
    right.widen();
    widen();
    mpz_mul(m_big, m_big, right.m_big);
    normalise();
    return *this;
}

int Integer::compare(const Integer& other) const
{
    if (!m_isBig && !other.m_isBig) {
        return m_small < other.m_small ? -1 : m_small > other.m_small ? 1 : 0;
    }
    if (m_isBig && other.m_isBig) {
        return mpz_cmp(m_big, other.m_big);
    }
    return m_isBig ? mpz_sgn(m_big)
                   : -mpz_sgn(other.m_big); // a big one lies beyond every small one
}

Integer Integer::power(const Integer& base, std::uint64_t exponent)
{
    Integer result(1);
    if (!base.m_isBig) { // by squaring while it fits: most powers asked for do
        Integer square(base);
        std::uint64_t left = exponent;
        while (left != 0 && square.fitsInt64() && result.fitsInt64()) {
            if ((left & 1) != 0) {
                result *= square;
            }
            left >>= 1;
            if (left != 0) {
                square *= square;
            }
        }
        if (left == 0) {
            return result;
        }
    }
    Integer big(base);
    big.widen();
    result = big;
    mpz_pow_ui(result.m_big, big.m_big, exponent);
    result.normalise();
    return result;
}

} // namespace poolscope
