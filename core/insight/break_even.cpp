// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/insight/break_even.h"

#include "core/insight/chunk_cost.h"

#include <algorithm>
#include <cmath>

namespace poolscope {
namespace {

/// What a run says about the line of costs: worker time of an item that is neither work nor start.
struct Charge {
    double bytes = 0, seconds = 0;
};

double done(const Summary& run) { return static_cast<double>(run.done); }

double crewOf(const Summary& run)
{
    return static_cast<double>(std::max<std::size_t>(1, run.worker.size()));
}

Charge chargeOf(const Summary& run, double bytes)
{
    const double pool = run.wall * crewOf(run) - run.start - run.phases[Phase::Compute];
    return {bytes, std::max(0.0, pool) / done(run)};
}

/// With one run only: what the advice on chunk sizes takes for fixed stays when the bytes go.
void guessLine(PoolCosts& costs, const Summary& run, const Charge& charge)
{
    const ChunkCost chunk = chunkCostOf(run);
    const double ofBytes = std::min(chunk.perItem, charge.seconds);
    costs.perByte = charge.bytes > 0 ? ofBytes / charge.bytes : 0;
    costs.perItem = charge.seconds - costs.perByte * charge.bytes;
}

/// Least squares of relative errors, Σ ((line − seconds) ÷ seconds)², with neither part below 0.
bool fitLine(PoolCosts& costs, const std::vector<Charge>& charges)
{
    double w = 0, wx = 0, wy = 0, wxx = 0, wxy = 0;
    for (const Charge& charge : charges) {
        const double weight = 1 / std::pow(std::max(charge.seconds, 1e-9), 2);
        w += weight;
        wx += weight * charge.bytes;
        wy += weight * charge.seconds;
        wxx += weight * charge.bytes * charge.bytes;
        wxy += weight * charge.bytes * charge.seconds;
    }
    const double spread = w * wxx - wx * wx;
    if (!(spread > 1e-9 * w * wxx)) {
        return false; // all of one size
    }
    costs.perByte = std::max(0.0, (w * wxy - wx * wy) / spread);
    costs.perItem = (wy - costs.perByte * wx) / w;
    if (costs.perItem < 0) {
        costs.perItem = 0;
        costs.perByte = wxy / wxx;
    }
    return true;
}

} // namespace

double PoolCosts::speedup(double work, double bytes) const
{
    const double pool =
        start + items * (stretch * work + perItem + perByte * bytes) / std::max(1, workers);
    return pool > 0 ? items * work / pool : 0;
}

std::optional<double> PoolCosts::workFor(double speedup, double bytes) const
{
    // items × work = speedup × (start + items × (stretch × work + overhead) ÷ workers), for the work
    const double crew = std::max(1, workers);
    const double kept = 1 - speedup * stretch / crew;
    if (!(kept > 0) || !(items > 0)) {
        return std::nullopt;
    }
    return speedup * (start / items + (perItem + perByte * bytes) / crew) / kept;
}

std::optional<CostPoint> costPointOf(const Summary& run)
{
    if (run.done == 0 || run.plan.items == 0 || !run.serial || !run.speedup || !(run.wall > 0)) {
        return std::nullopt;
    }
    CostPoint point;
    point.work = run.serial->median / static_cast<double>(run.plan.items);
    point.bytes = static_cast<double>(run.bytesOut + run.bytesBack) / done(run);
    point.speedup = run.speedup->median;
    return point;
}

std::optional<PoolCosts> poolCostsOf(const std::vector<const Summary*>& runs)
{
    std::vector<Charge> charges;
    std::optional<PoolCosts> costs;
    double alone = 0, pooled = 0; // s of work of an item, summed over the runs
    for (const Summary* run : runs) {
        const auto point = costPointOf(*run);
        if (!point && charges.empty()) {
            return std::nullopt;
        }
        if (!point) {
            continue;
        }
        charges.push_back(chargeOf(*run, point->bytes));
        alone += point->work;
        pooled += run->phases[Phase::Compute] / done(*run);
    }
    if (charges.empty()) {
        return std::nullopt;
    }
    const Summary& first = *runs.front();
    costs = PoolCosts{};
    costs->workers = static_cast<int>(crewOf(first));
    costs->items = done(first);
    costs->start = first.start / crewOf(first);
    costs->stretch = alone > 0 ? pooled / alone : 1;
    if (!fitLine(*costs, charges)) {
        guessLine(*costs, first, charges.front());
    }
    return costs;
}

std::vector<double> logSteps(double low, double high, std::size_t count)
{
    std::vector<double> steps(count, low);
    for (std::size_t i = 1; i < count; ++i) {
        steps[i] =
            low * std::pow(high / low, static_cast<double>(i) / static_cast<double>(count - 1));
    }
    return steps;
}

SpeedupGrid speedupGrid(const PoolCosts& costs, std::vector<double> work, std::vector<double> bytes)
{
    SpeedupGrid grid{std::move(work), std::move(bytes), {}};
    grid.speedup.reserve(grid.work.size() * grid.bytes.size());
    for (const double size : grid.bytes) {
        for (const double seconds : grid.work) {
            grid.speedup.push_back(costs.speedup(seconds, size));
        }
    }
    return grid;
}

std::vector<std::optional<double>> contourOf(const PoolCosts& costs, double speedup,
                                             const std::vector<double>& bytes)
{
    std::vector<std::optional<double>> contour;
    contour.reserve(bytes.size());
    for (const double size : bytes) {
        contour.push_back(costs.workFor(speedup, size));
    }
    return contour;
}

} // namespace poolscope
