// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How the functions of Integer see one: its sign and its limbs, wherever these lie.

#include "core/value/integer.h"

#include <cstdlib>

namespace poolscope {

static_assert(sizeof(mp_limb_t) == sizeof(std::int64_t) && GMP_NAIL_BITS == 0);

/// Reads an Integer; lives no longer than that.
class Integer::Look final {
public:
    explicit Look(const Integer& integer)
    {
        if (integer.m_form == Form::Small) {
            const std::int64_t value = integer.m_small;
            m_negative = value < 0;
            m_limb = m_negative ? 0 - static_cast<mp_limb_t>(value) : static_cast<mp_limb_t>(value);
            m_limbs = &m_limb;
            m_count = value == 0 ? 0 : 1;
        } else if (integer.m_form == Form::Near) {
            m_negative = integer.m_count < 0;
            m_limbs = integer.m_near.limbs;
            m_count = std::abs(integer.m_count);
        } else {
            m_negative = mpz_sgn(integer.m_far) < 0;
            m_limbs = mpz_limbs_read(integer.m_far);
            m_count = static_cast<mp_size_t>(mpz_size(integer.m_far));
        }
    }
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;

    const mp_limb_t* limbs() const { return m_limbs; }
    mp_size_t count() const { return m_count; } ///< with no zero at the top
    bool negative() const { return m_negative; }
    mpz_srcptr gmp() { return mpz_roinit_n(m_view, m_limbs, m_negative ? -m_count : m_count); }

private:
    const mp_limb_t* m_limbs;
    mp_size_t m_count;
    bool m_negative;
    mp_limb_t m_limb = 0;
    mpz_t m_view;
};

/// What GMP computes into.
class Integer::Gmp final {
public:
    Gmp() { mpz_init(m_value); }
    ~Gmp() { mpz_clear(m_value); }
    Gmp(const Gmp&) = delete;
    Gmp& operator=(const Gmp&) = delete;
    mpz_ptr get() { return m_value; }
    /// Takes it away, in the form that its size asks for.
    Integer take()
    {
        const auto count = mpz_size(m_value);
        if (count <= nearLimbs) {
            return fromLimbs(mpz_limbs_read(m_value), static_cast<mp_size_t>(count),
                             mpz_sgn(m_value) < 0);
        }
        Integer result;
        result.m_form = Form::Far;
        mpz_init(result.m_far);
        mpz_swap(result.m_far, m_value);
        return result;
    }

private:
    mpz_t m_value;
};

} // namespace poolscope
