// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Laws of scaling, fitted to measured points: how throughput grows with the number of workers, what
// share of the work holds it back, and where it would peak. Part of the door of core/insight.

#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// A measured point: so many workers did so much in a second.
struct ScalingPoint {
    double workers = 1; ///< at least 1
    double rate = 0;    ///< items/s, or any other rate: the fit keeps its unit
};

/// X(N) = λN / (1 + σ(N−1) + κN(N−1)): the universal scalability law (N. J. Gunther, "A General Theory
/// of Computational Scalability Based on Rational Functions", arXiv:0808.1431, 2008; "Guerrilla Capacity
/// Planning", Springer 2007). With κ = 0 and S = X/λ it is Amdahl's law S(N) = 1 / (σ + (1−σ)/N) ("Validity
/// of the single processor approach to achieving large scale computing capabilities", AFIPS 1967).
struct ScalingLaw {
    double lambda = 0; ///< λ: the rate of one worker, in the unit of the points
    double sigma = 0;  ///< σ, 0 to 1: the share that only one worker at a time can do (contention)
    double kappa = 0;  ///< κ, 0 to 1: what each worker pays for each other one (coherency)
    double r2 = 0;     ///< 1 − Σ(residual²) ÷ Σ(deviation from the mean²)
    double residual = 0; ///< root of the mean squared residual, in the unit of the points

    double rate(double workers) const;
    double speedup(double workers) const; ///< rate ÷ λ
    /// N* = √((1−σ)/κ), where dX/dN = 0 and throughput is largest; none where κ is 0.
    std::optional<double> peak() const;
};

/// Both laws where there are points enough, or a sentence that says what is missing.
struct ScalingFits {
    std::optional<ScalingLaw> amdahl, universal;
    std::string missing; ///< "A fit needs 6 numbers of workers; 4 are measured."
};

/// Of this many different numbers of workers on, the laws are fitted: Gunther asks for half a dozen.
inline constexpr std::size_t fewestScalingPoints = 6;

/// Least squares over 0 ≤ σ ≤ 1, 0 ≤ κ ≤ 1, λ > 0, of points in any order. Points that are no numbers,
/// or of less than one worker, are left out.
ScalingFits fitScaling(const std::vector<ScalingPoint>& points);

} // namespace poolscope
