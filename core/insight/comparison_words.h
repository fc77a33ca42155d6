// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The words and figures of a comparison. Private to core/insight.

#include "core/insight/insight.h"

namespace poolscope {

/// What was asked for in `b` and not in `a`; what a backend does not look at is left out.
std::vector<PlanDifference> planDifferences(const RunPlan& a, const RunPlan& b);
/// "one thing changed: chunk 256 instead of 1"; "nothing was changed" where there is none.
std::string changeSentence(const std::vector<PlanDifference>& changed);
/// The larger ÷ the smaller: 1 where both are 0, infinite where one is.
double ratioOf(double a, double b);
/// "Run 4" from "run 4"; the name of a file stays as it is.
std::string beginning(const std::string& name);
/// Fills the texts of both figures and of their difference, in one unit: that of the smaller
/// where the larger stays below 1000 of it ("113 ms", "19.2 ms", "−93.8 ms"), else of the larger, where
/// one that would read 0 keeps a unit of its own.
void writeFigures(Difference& row);

} // namespace poolscope
