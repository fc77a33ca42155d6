// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Figures as text. Nothing here asks the locale: the window's toolkit sets it for the whole
// process, and the same figure must read alike in a window, a terminal and a file.

#include "core/insight/insight.h"

#include <charconv>
#include <cmath>

namespace poolscope {
namespace {

constexpr const char* unitSpace = "\u00a0";
constexpr const char* groupSpace = "\u202f";

struct Rounded {
    double value;
    int exponent; // of ten, of the first digit
};

Rounded roundedTo(double value, int digits)
{
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, digits - 1);
    double rounded = 0;
    std::from_chars(text, end.ptr, rounded);
    const int exponent =
        rounded == 0 ? 0 : static_cast<int>(std::floor(std::log10(rounded) + 1e-9));
    return {rounded, exponent};
}

std::string fixed(double value, int decimals)
{
    if (decimals <= 0) {
        return countText(static_cast<std::uint64_t>(std::llround(value)));
    }
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals);
    return {text, end.ptr};
}

/// `value` in a unit whose power of ten is `unit`, with `digits` significant digits.
std::string inUnit(const Rounded& value, int unit, int digits)
{
    return fixed(value.value / std::pow(10.0, unit), digits - 1 - (value.exponent - unit));
}

/// The largest power of 1000 that is not above the value, between `least` and `most`.
int thousands(int exponent, int least, int most)
{
    const int power = static_cast<int>(std::floor(exponent / 3.0)) * 3;
    return power < least ? least : (power > most ? most : power);
}

std::string timeWith(double seconds, int digits)
{
    if (!std::isfinite(seconds)) {
        return "∞";
    }
    if (seconds < 0) {
        return "−" + timeWith(-seconds, digits);
    }
    const Rounded value = roundedTo(seconds, digits);
    if (value.value == 0 || value.exponent < -12) { // no clock tells less than a thousandth of a ns
        return std::string("0") + unitSpace + "s";
    }
    if (value.exponent >= -1) {
        const int shown = value.exponent == -1 ? 2 : digits; // 0.83 s, not 0.830 s
        return inUnit(roundedTo(seconds, shown), 0, shown) + unitSpace + "s";
    }
    const int unit = thousands(value.exponent, -9, -3);
    const char* name = unit == -3 ? "ms" : (unit == -6 ? "µs" : "ns");
    return inUnit(value, unit, digits) + unitSpace + name;
}

} // namespace

std::string timeText(double seconds) { return timeWith(seconds, 3); }

std::string roughTimeText(double seconds) { return timeWith(seconds, 2); }

std::string countText(std::uint64_t count)
{
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, groupSpace);
    }
    return digits;
}

std::string quantityText(double value, int digits)
{
    const Rounded rounded = roundedTo(std::max(value, 0.0), digits);
    const int unit = thousands(rounded.exponent, 0, 12);
    constexpr const char* prefixes[] = {"", "k", "M", "G", "T"};
    const std::string number = inUnit(rounded, unit, digits);
    return unit == 0 ? number : number + unitSpace + prefixes[unit / 3];
}

std::string bytesText(double bytes)
{
    if (bytes < 1000 && bytes == std::floor(bytes)) {
        return countText(static_cast<std::uint64_t>(bytes)) + unitSpace + "B";
    }
    const std::string number = quantityText(bytes);
    const bool prefixed = number.find(unitSpace) != std::string::npos;
    return number + (prefixed ? "" : unitSpace) + "B";
}

std::string factorText(double factor)
{
    const double shown = std::max(factor, 0.0);
    const int decimals = std::round(shown * 10) >= 100 ? 0 : std::round(shown * 100) >= 10 ? 1 : 2;
    return fixed(shown, decimals) + "×";
}

} // namespace poolscope
