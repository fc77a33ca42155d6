// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Standard types that travel as a call, as Python reduces its own: complex and timedelta.

#include "core/reduce/registry.h"

#include <chrono>
#include <cmath>
#include <complex>

namespace poolscope {

/// An Object that calls module.qualname with a tuple of so many arguments, and has no state.
bool isCallOf(Value value, std::string_view module, std::string_view qualname, std::size_t count);

template <class T> struct Converter<std::complex<T>> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "complex"; }
    static bool fits(Value value, const Registry&, Fit)
    {
        return isCallOf(value, "builtins", "complex", 2);
    }
    static Value reduce(const std::complex<T>& object, Reducing& reducing, const PathStep& step)
    {
        return reduceCall(callTo("builtins", "complex", object.real(), object.imag()), reducing,
                          step);
    }
    static std::optional<std::complex<T>> rebuild(Value value, Rebuilding& rebuilding,
                                                  const PathStep& step)
    {
        if (!isCallOf(value, "builtins", "complex", 2)) {
            return rebuilding.mismatch(step, value, "a complex");
        }
        const auto parts = Converter<std::pair<T, T>>::rebuild(value.arguments(), rebuilding, step);
        return parts ? std::optional(std::complex<T>(parts->first, parts->second)) : std::nullopt;
    }
};

/// datetime.timedelta: days, seconds of the day, microseconds of the second.
struct TimeDelta {
    std::int64_t days = 0;
    std::int64_t seconds = 0;
    std::int64_t microseconds = 0;
};
/// False past the 999 999 999 days that Python allows.
bool toTimeDelta(Int128 microseconds, TimeDelta& delta);
bool fromTimeDelta(Value value, Int128& microseconds);

/// What is no whole number of microseconds, or of the own unit on the way in, is refused; durations
/// of a floating type are rounded.
template <class Rep, class Period> struct Converter<std::chrono::duration<Rep, Period>> {
    using Duration = std::chrono::duration<Rep, Period>;
    using Scale = std::ratio_divide<Period, std::micro>; // microseconds of one unit

    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "timedelta"; }
    static bool fits(Value value, const Registry&, Fit)
    {
        return isCallOf(value, "datetime", "timedelta", 3);
    }
    static Value reduce(const Duration& object, Reducing& reducing, const PathStep& step)
    {
        Int128 whole = 0;
        TimeDelta delta;
        if (!scale<Scale::num, Scale::den>(object.count(), whole) || !toTimeDelta(whole, delta)) {
            return reducing.refuse(step, name(),
                                   "it is no whole number of microseconds that Python can hold");
        }
        return reduceCall(
            callTo("datetime", "timedelta", delta.days, delta.seconds, delta.microseconds),
            reducing, step);
    }
    static std::optional<Duration> rebuild(Value value, Rebuilding& rebuilding,
                                           const PathStep& step)
    {
        Int128 whole = 0;
        if (!fromTimeDelta(value, whole)) {
            return rebuilding.mismatch(step, value, "a timedelta");
        }
        if constexpr (std::is_floating_point_v<Rep>) {
            return Duration(static_cast<Rep>(whole) * Scale::den / Scale::num);
        } else {
            Int128 count = 0;
            if (!scale<Scale::den, Scale::num>(whole, count) ||
                static_cast<Int128>(static_cast<Rep>(count)) != count) {
                return rebuilding.mismatch(step, value, "a timedelta that fits the unit");
            }
            return Duration(static_cast<Rep>(count));
        }
    }

private:
    template <std::intmax_t times, std::intmax_t by, class Number>
    static bool scale(Number number, Int128& result)
    {
        if constexpr (std::is_floating_point_v<Number>) {
            const Number scaled = std::round(number * times / by);
            result = std::abs(scaled) < Number(1e21) ? static_cast<Int128>(scaled) : 0;
            return std::abs(scaled) < Number(1e21);
        } else {
            Int128 product = 0;
            const bool tooMuch =
                __builtin_mul_overflow(static_cast<Int128>(number), Int128{times}, &product);
            result = product / by;
            return !tooMuch && product % by == 0;
        }
    }
};

} // namespace poolscope
