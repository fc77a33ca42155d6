// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/calls.h"

namespace poolscope {

namespace {

constexpr std::int64_t secondsADay = 24 * 60 * 60;
constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t mostDays = 999'999'999;

// Rounds down, as Python does.
std::int64_t takeRest(Int128& number, std::int64_t divisor)
{
    auto rest = static_cast<std::int64_t>(number % divisor);
    number /= divisor;
    if (rest < 0) {
        rest += divisor;
        --number;
    }
    return rest;
}

} // namespace

bool isCallOf(Value value, std::string_view module, std::string_view qualname, std::size_t count)
{
    return isPlainObject(value) && value.making() == Making::Reduce &&
           isGlobal(value.callable(), module, qualname) && !value.state().valid() &&
           value.arguments().size() == count;
}

bool toTimeDelta(Int128 microseconds, TimeDelta& delta)
{
    delta.microseconds = takeRest(microseconds, million);
    delta.seconds = takeRest(microseconds, secondsADay);
    delta.days = static_cast<std::int64_t>(microseconds);
    return microseconds >= -mostDays && microseconds <= mostDays;
}

bool fromTimeDelta(Value value, Int128& microseconds)
{
    if (!isCallOf(value, "datetime", "timedelta", 3)) {
        return false;
    }
    const Value parts = value.arguments();
    const auto within = [&](std::size_t i, std::int64_t least, std::int64_t most) {
        return parts[i].kind() == Kind::Int && parts[i].int64() >= least &&
               parts[i].int64() <= most;
    };
    if (!within(0, -mostDays, mostDays) || !within(1, 0, secondsADay - 1) ||
        !within(2, 0, million - 1)) {
        return false;
    }
    microseconds =
        (Int128{parts[0].int64()} * secondsADay + parts[1].int64()) * million + parts[2].int64();
    return true;
}

} // namespace poolscope
