// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An integer of any size, as Python's int. Small ones are an int64, larger ones are GMP's.

#include <compare>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <gmp.h>

namespace poolscope {

/// A value: copied, compared, moved. At 64 bits it holds no memory of its own.
class Integer final {
public:
    Integer(std::int64_t value = 0) : m_small(value) {}
    Integer(const Integer& other);
    Integer(Integer&& other) noexcept;
    Integer& operator=(Integer other) noexcept;
    ~Integer();

    /// Little-endian two's complement, as pickle's LONG1 has it; empty is 0.
    static Integer fromTwosComplement(std::string_view bytes);
    /// Minimal little-endian two's complement; empty for 0.
    std::string toTwosComplement() const;
    /// The integer of a finite double, what stands behind the point dropped.
    static Integer truncated(double value);
    /// Decimal digits with an optional sign; false when `digits` is no integer.
    static bool parse(std::string_view digits, Integer& out);
    std::string toString() const; ///< decimal

    bool fitsInt64() const { return !m_isBig; }
    std::int64_t toInt64() const { return m_small; } ///< only where it fits
    double toDouble() const;

    Integer& operator+=(const Integer& other);
    Integer& operator*=(const Integer& other);
    friend Integer operator+(Integer a, const Integer& b) { return a += b; }
    friend Integer operator*(Integer a, const Integer& b) { return a *= b; }
    friend bool operator==(const Integer& a, const Integer& b) { return a.compare(b) == 0; }
    friend std::strong_ordering operator<=>(const Integer& a, const Integer& b)
    {
        return a.compare(b) <=> 0;
    }

    /// base ** exponent, exact; 0 ** 0 is 1.
    static Integer power(const Integer& base, std::uint64_t exponent);

private:
    struct Words {
        std::uint64_t word[2];
    };
    int compare(const Integer& other) const;
    void swap(Integer& other) noexcept;
    void widen();     // to GMP's
    void normalise(); // back to an int64 where it fits

    bool m_isBig = false;
    union {
        std::int64_t m_small;
        mpz_t m_big;
    };
};

} // namespace poolscope
