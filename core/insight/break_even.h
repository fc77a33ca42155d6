// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// When does a pool pay? A model of the speedup over the work and the bytes of an item, from what this
// machine was measured to charge. Part of the door of core/insight.

#include <cstddef>
#include <optional>
#include <vector>

namespace poolscope {

struct Summary;

/// What a pool of this machine charges, from measured runs. The model, and what it takes for granted:
///
///     plain loop:  items × work
///     pool:        start + items × (stretch × work + perItem + perByte × bytes) ÷ workers
///
/// * items share the workers evenly, so that what is no work is paid by all of them together;
/// * `stretch` says how much longer a call takes in the pool than in the plain loop (workers that share
///   CPUs, caches or memory); it is the same for all kinds of work;
/// * what an item costs beside its work is a straight line over its bytes, out and back, at the
///   measured size of chunks. With runs of different sizes the line is fitted to them; with one only,
///   its foot is taken to be the envelope of a chunk, as the advice on chunk sizes does;
/// * waiting, start-up and what is unaccounted for stay as they were measured.
struct PoolCosts {
    int workers = 1;
    double items = 1;
    double start = 0;   ///< s until the workers were ready
    double stretch = 1; ///< time of a call in the pool ÷ in the plain loop
    double perItem = 0; ///< s of worker time for an item of no bytes
    double perByte = 0; ///< s of worker time for a byte, out or back

    /// Plain loop ÷ pool, for items of `work` s that carry `bytes` out and back.
    double speedup(double work, double bytes) const;
    /// The work of an item, s, at which the speedup is just `speedup`; none where no work reaches it.
    std::optional<double> workFor(double speedup, double bytes) const;
};

/// Where a measured run stands in the map.
struct CostPoint {
    double work = 0;    ///< s of an item in the plain loop
    double bytes = 0;   ///< of an item, out and back
    double speedup = 0; ///< measured
};

/// Where the run stands; none where it has no serial time, or did nothing.
std::optional<CostPoint> costPointOf(const Summary& run);
/// From one run, or from several of the same workers and chunks with different items. The first gives
/// the number of items and of workers. None where the first has no point.
std::optional<PoolCosts> poolCostsOf(const std::vector<const Summary*>& runs);

/// The model over a grid, both axes logarithmic.
struct SpeedupGrid {
    std::vector<double> work;    ///< s of an item, ascending
    std::vector<double> bytes;   ///< of an item, ascending
    std::vector<double> speedup; ///< row by row: of bytes[0] for every work, then of bytes[1], …
    double at(std::size_t workIndex, std::size_t bytesIndex) const
    {
        return speedup[bytesIndex * work.size() + workIndex];
    }
};

/// `count` values from `low` to `high`, each the same factor above the one before; both must be > 0.
std::vector<double> logSteps(double low, double high, std::size_t count);
SpeedupGrid speedupGrid(const PoolCosts& costs, std::vector<double> work,
                        std::vector<double> bytes);
/// The contour of one speedup (1: where the pool breaks even): its work, s, at each of `bytes`; none
/// where no work reaches it.
std::vector<std::optional<double>> contourOf(const PoolCosts& costs, double speedup,
                                             const std::vector<double>& bytes);

} // namespace poolscope
