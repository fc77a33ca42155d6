// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Least squares in two bounded shares. For given σ and κ the best λ is known in closed form, so only
// these two are searched: over a grid that is finer near 0, then by golden sections around its best
// point. The number of steps is fixed, and nothing is divided by what could be 0.

#include "core/insight/insight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace poolscope {
namespace {

using Points = std::vector<ScalingPoint>;

double shapeOf(double workers, double sigma, double kappa)
{
    return workers / (1 + sigma * (workers - 1) + kappa * workers * (workers - 1));
}

/// The λ that fits best to a shape: Σ rate × shape ÷ Σ shape².
double bestLambda(const Points& points, double sigma, double kappa)
{
    double product = 0, square = 0;
    for (const ScalingPoint& point : points) {
        const double shape = shapeOf(point.workers, sigma, kappa);
        product += point.rate * shape;
        square += shape * shape;
    }
    return square > 0 ? product / square : 0;
}

double squaredResidual(const Points& points, const ScalingLaw& law)
{
    double sum = 0;
    for (const ScalingPoint& point : points) {
        const double rest = point.rate - law.rate(point.workers);
        sum += rest * rest;
    }
    return sum;
}

/// Where in 0 to 1 `cost` is least.
template <typename Cost> double least(const Cost& cost)
{
    constexpr int steps = 33, sections = 48;
    constexpr double golden = 0.6180339887498949;
    const auto gridded = [](int i) {
        return i <= 0 ? 0.0 : std::pow(10.0, -6.0 * (steps - 1 - i) / (steps - 2));
    };
    int best = 0;
    double bestCost = cost(0.0);
    for (int i = 1; i < steps; ++i) {
        if (const double here = cost(gridded(i)); here < bestCost) {
            bestCost = here;
            best = i;
        }
    }
    double low = gridded(best - 1), high = gridded(std::min(best + 1, steps - 1));
    for (int i = 0; i < sections; ++i) {
        const double nearer = high - golden * (high - low), farther = low + golden * (high - low);
        (cost(nearer) <= cost(farther) ? high : low) =
            cost(nearer) <= cost(farther) ? farther : nearer;
    }
    const double middle = (low + high) / 2;
    return cost(middle) < bestCost ? middle : gridded(best);
}

ScalingLaw lawOf(const Points& points, double sigma, double kappa)
{
    ScalingLaw law;
    law.sigma = sigma;
    law.kappa = kappa;
    law.lambda = bestLambda(points, sigma, kappa);
    return law;
}

double cost(const Points& points, double sigma, double kappa)
{
    return squaredResidual(points, lawOf(points, sigma, kappa));
}

double bestSigma(const Points& points, double kappa)
{
    return least([&](double sigma) { return cost(points, sigma, kappa); });
}

ScalingLaw judged(const Points& points, ScalingLaw law)
{
    const auto count = static_cast<double>(points.size());
    double mean = 0, deviation = 0;
    for (const ScalingPoint& point : points) {
        mean += point.rate / count;
    }
    for (const ScalingPoint& point : points) {
        deviation += (point.rate - mean) * (point.rate - mean);
    }
    const double rest = squaredResidual(points, law);
    law.residual = std::sqrt(rest / count);
    law.r2 = deviation > 0 ? 1 - rest / deviation : (rest > 0 ? 0 : 1);
    return law;
}

/// Only what can be fitted.
Points usable(const Points& points)
{
    Points found;
    std::copy_if(points.begin(), points.end(), std::back_inserter(found),
                 [](const ScalingPoint& point) {
                     return std::isfinite(point.workers) && std::isfinite(point.rate) &&
                            point.workers >= 1 && point.rate >= 0;
                 });
    return found;
}

std::string missingOf(std::size_t measured)
{
    return "A fit needs " + std::to_string(fewestScalingPoints) +
           " different numbers of workers; " + std::to_string(measured) +
           (measured == 1 ? " is" : " are") + " measured.";
}

} // namespace

double ScalingLaw::rate(double workers) const { return lambda * shapeOf(workers, sigma, kappa); }

double ScalingLaw::speedup(double workers) const { return shapeOf(workers, sigma, kappa); }

std::optional<double> ScalingLaw::peak() const
{
    if (!(kappa > 0)) {
        return std::nullopt;
    }
    return std::max(1.0, std::sqrt((1 - sigma) / kappa));
}

ScalingFits fitScaling(const std::vector<ScalingPoint>& given)
{
    ScalingFits fits;
    const Points points = usable(given);
    std::set<double> numbers;
    double largest = 0;
    for (const ScalingPoint& point : points) {
        numbers.insert(point.workers);
        largest = std::max(largest, point.rate);
    }
    if (numbers.size() < fewestScalingPoints) {
        fits.missing = missingOf(numbers.size());
        return fits;
    }
    if (!(largest > 0)) {
        fits.missing = "A fit needs work that was done: every measured rate is 0.";
        return fits;
    }
    fits.amdahl = judged(points, lawOf(points, bestSigma(points, 0), 0));
    const double kappa = least([&](double k) { return cost(points, bestSigma(points, k), k); });
    fits.universal = judged(points, lawOf(points, bestSigma(points, kappa), kappa));
    return fits;
}

} // namespace poolscope
