// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs whose figures are drawn at random, for what has to hold of any run.

#include "core/insight/insight.h"

#include <random>

namespace poolscope::test {

/// Finished, stopped and running runs of every sort, over some orders of magnitude; always the same ones.
class RandomRuns final {
public:
    Summary next();

private:
    bool oneIn(int count) { return std::uniform_int_distribution(1, count)(m_random) == 1; }
    double size(double least, double most); ///< each order of magnitude is as likely
    RunPlan plan();
    void fill(LaneTotals& lane, std::size_t worker, RunTotals& totals);

    std::mt19937 m_random{5};
};

} // namespace poolscope::test
