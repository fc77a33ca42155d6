// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Two runs side by side: what was changed between them, what came of it, and how much that is. The
// same words and figures for the window and for `poolscope compare`. Part of the door of core/insight.

#include "core/telemetry/telemetry.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

struct Summary;
enum class Pace : std::uint8_t;

/// What was asked for in one run and not in the other.
struct PlanDifference {
    std::string name; ///< "chunk", "workers", "job"
    std::string a, b; ///< "1", "256"
    std::string text; ///< "chunk 256 instead of 1"
};

enum class Direction : std::uint8_t { Alike, Less, More };

/// How much a factor is, for the shade it is drawn in.
enum class Strength : std::uint8_t {
    None,   ///< below 1.1×
    Slight, ///< below 2×
    Clear,  ///< below 5×
    Strong, ///< below 20×
    Huge,
};

/// One figure of both runs.
struct Difference {
    enum class Unit : std::uint8_t { Seconds, PerSecond, Bytes };
    std::string name; ///< "time of the run", "pickle", "chunk latency, p50"
    Unit unit = Unit::Seconds;
    std::optional<Phase> phase; ///< where the figure is the worker time of one
    double a = 0, b = 0;        ///< in s, items/s or bytes
    double factor = 1;          ///< the larger ÷ the smaller, at least 1; infinite where one is 0
    Direction direction = Direction::Alike; ///< of b against a
    Strength strength = Strength::None;
    std::string aText, bText,
        differenceText;     ///< "2.31 s", "0.48 s", "−1.83 s": one unit for the row
    std::string changeText; ///< "4.8× less", "more, from nothing", "alike"
};

/// What compareRuns() found. `a` is the run that stood before, `b` the one it is judged by.
struct Comparison {
    std::string a, b;     ///< names: "run 3", "run 4"
    bool perItem = false; ///< totals would mislead: the runs did not do the same items
    Pace pace{};          ///< of b against a
    double factor = 1;    ///< how much faster or slower, at least 1
    std::vector<PlanDifference> changed; ///< what differs in the plans
    std::string begin;                   ///< "Run 4 is "
    std::string verdict; ///< "4.8× faster than run 3"; "alike to run 3" below 1.1×
    std::string
        change; ///< "one thing changed: chunk 256 instead of 1"; empty where a run has nothing
    std::string
        headline; ///< "Run 4 is 4.8× faster than run 3 · one thing changed: chunk 256 instead of 1"
    std::vector<Difference> totals, items; ///< the same rows, of the whole run and of one item
};

/// The names of the two runs in the words of a comparison.
struct RunNames {
    std::string a = "run 1", b = "run 2";
};

/// What changed from run `a` to run `b`. Where the runs did not do the same items (another job, another
/// number, one of them stopped) the verdict is of the time of one item.
Comparison compareRuns(const Summary& a, const Summary& b, const RunNames& names = {});
/// Below 1.1 none, below 2 slight, below 5 clear, below 20 strong.
Strength strengthOf(double factor);

} // namespace poolscope
