// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The words of a summary, from its figures. Private to core/insight.

#include "core/insight/insight.h"

namespace poolscope {

/// How long the whole input takes at the pace so far; the wall time itself when all is done.
double projectedWall(const Summary& summary);
/// Some figures of this summary may still change, or stand for a part of the input only.
bool isEstimate(const Summary& summary);
/// "≈ " before a figure that may still change.
std::string aboutSign(const Summary& summary);
/// "A sentence." from "a sentence" or "a sentence.".
std::string sentence(std::string text);

/// Fills headline, comparison, serialText, verdict and advice.
void say(Summary& summary);
/// One sentence with what to do, or why all is well; empty when there is nothing to go by.
std::string adviceFor(const Summary& summary);

} // namespace poolscope
