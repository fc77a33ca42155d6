// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// The figures of a comparison as text: times of one row share their unit.

#include "core/insight/comparison_words.h"

#include <charconv>
#include <cmath>

namespace poolscope {
namespace {

struct TimeUnit {
    double seconds;
    const char* name;
};
constexpr TimeUnit timeUnits[] = {{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}};

/// As timeText() chooses it: seconds from a tenth of one on.
const TimeUnit& unitOf(double seconds)
{
    for (const TimeUnit& unit : timeUnits) {
        if (seconds >= (unit.seconds == 1 ? 0.1 : unit.seconds)) {
            return unit;
        }
    }
    return timeUnits[3];
}

/// Three significant digits, two decimals at most.
std::string timeIn(const TimeUnit& unit, double seconds)
{
    const double value = seconds / unit.seconds;
    if (value >= 999.5) {
        return countText(static_cast<std::uint64_t>(std::llround(value))) + "\u00a0" + unit.name;
    }
    const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals);
    return std::string(text, end.ptr) + "\u00a0" + unit.name;
}

std::string figure(Difference::Unit unit, const TimeUnit& time, double value)
{
    switch (unit) {
    case Difference::Unit::PerSecond: return quantityText(value);
    case Difference::Unit::Bytes: return bytesText(value);
    case Difference::Unit::Seconds: break;
    }
    const bool vanishes = value > 0 && value < 0.005 * time.seconds;
    return vanishes || value == 0 ? timeText(value) : timeIn(time, value);
}

/// That of the smaller of two, so that it keeps its digits, where the larger stays below 1000 of it.
const TimeUnit& commonUnit(double a, double b)
{
    const double larger = std::max(a, b), smaller = std::min(a, b) > 0 ? std::min(a, b) : larger;
    const TimeUnit& unit = unitOf(smaller);
    return larger < 999.5 * unit.seconds ? unit : unitOf(larger);
}

} // namespace

std::string beginning(const std::string& name)
{
    return name.rfind("run ", 0) == 0 ? "R" + name.substr(1) : name;
}

void writeFigures(Difference& row)
{
    const TimeUnit& time = commonUnit(row.a, row.b);
    row.aText = figure(row.unit, time, row.a);
    row.bText = figure(row.unit, time, row.b);
    const double difference = row.b - row.a;
    const std::string sign = difference < 0 ? "−" : difference > 0 ? "+" : "";
    row.differenceText = sign + figure(row.unit, time, std::abs(difference));
}

} // namespace poolscope
