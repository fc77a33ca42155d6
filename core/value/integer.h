// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// An integer of any size, as Python's int. Small ones are an int64, those of up to 256 bits lie in
// the object itself, larger ones are GMP's.

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <gmp.h>

namespace poolscope {

/// A value: copied, compared, moved. Up to 256 bits it holds no memory of its own.
class Integer final {
public:
    Integer(std::int64_t value = 0) : m_small(value) {}
    Integer(const Integer& other) : m_small(0) { copy(other); }
    Integer(Integer&& other) noexcept : m_small(0) { steal(other); }
    Integer& operator=(const Integer& other)
    {
        if (this != &other) {
            forget();
            copy(other);
        }
        return *this;
    }
    Integer& operator=(Integer&& other) noexcept
    {
        if (this != &other) {
            forget();
            steal(other);
        }
        return *this;
    }
    ~Integer() { forget(); }

    /// Little-endian two's complement, as pickle's LONG1 has it; empty is 0.
    static Integer fromTwosComplement(std::string_view bytes);
    /// Minimal little-endian two's complement; empty for 0.
    std::string toTwosComplement() const;
    /// Where bytes are put for a moment; up to 256 bits that costs no memory.
    struct Room {
        std::array<char, 40> near;
        std::string far;
    };
    /// The same bytes as a view into `room`.
    std::string_view toTwosComplement(Room& room) const;
    /// The integer of a finite double, what stands behind the point dropped.
    static Integer truncated(double value);
    /// Decimal digits with an optional sign; false when `digits` is no integer.
    static bool parse(std::string_view digits, Integer& out);
    std::string toString() const; ///< decimal

    bool fitsInt64() const { return m_form == Form::Small; }
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
    static constexpr int nearLimbs = 4;
    struct Near {
        mp_limb_t limbs[nearLimbs];
    };
    static_assert(sizeof(Near) >= sizeof(mpz_t));
    enum class Form : std::uint8_t {
        Small, ///< an int64: whatever fits into one is one
        Near,  ///< in m_near, without zeros at the top but for the limbs not in use
        Far    ///< more than that, in GMP's memory
    };
    class Look;
    class Gmp;

    void copy(const Integer& other) ///< onto what holds no memory
    {
        if (other.m_form == Form::Small) [[likely]] {
            m_form = Form::Small;
            m_small = other.m_small;
        } else {
            m_form = other.m_form;
            m_count = other.m_count;
            if (m_form == Form::Far) {
                mpz_init_set(m_far, other.m_far);
            } else {
                m_near = other.m_near;
            }
        }
    }
    void steal(Integer& other) noexcept
    {
        if (other.m_form == Form::Small) [[likely]] {
            m_form = Form::Small;
            m_small = other.m_small;
        } else {
            m_form = other.m_form;
            m_count = other.m_count;
            m_near = other.m_near; // what GMP has of it too
            other.m_form = Form::Small;
            other.m_small = 0;
        }
    }
    void forget()
    {
        if (m_form == Form::Far) [[unlikely]] {
            mpz_clear(m_far);
        }
    }
    int compare(const Integer& other) const;
    static Integer fromLimbs(const mp_limb_t* limbs, mp_size_t count, bool negative);
    /// From nearLimbs limbs, of which `count` are in use, at least two, and the others 0.
    static Integer inPlace(const mp_limb_t* limbs, mp_size_t count, bool negative)
    {
        Integer result;
        result.m_form = Form::Near;
        result.m_count = static_cast<std::int32_t>(negative ? -count : count);
        std::memcpy(result.m_near.limbs, limbs, sizeof result.m_near);
        return result;
    }
    static Integer powerNear(const Look& base, std::uint64_t bits, std::uint64_t exponent);

    Form m_form = Form::Small;
    std::int32_t m_count = 0; ///< Near: limbs in use, negative for a negative number, as GMP has it
    union {
        std::int64_t m_small;
        Near m_near;
        mpz_t m_far;
    };
};

} // namespace poolscope
