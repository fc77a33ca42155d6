// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of one lane, in order of time, with sums that make any stretch of time an exact query in
// O(log n): every 16 rows the sums so far are kept, the rest is added up row by row.

#include "core/telemetry/telemetry.h"

#include <array>
#include <cstddef>
#include <vector>

namespace poolscope {

/// Nanoseconds by Phase.
using PhaseTimes = std::array<double, phaseCount>;

double total(const PhaseTimes& times);
double& at(PhaseTimes& times, Phase phase);
double at(const PhaseTimes& times, Phase phase);
PhaseTimes operator-(PhaseTimes a, const PhaseTimes& b);
PhaseTimes& operator+=(PhaseTimes& a, const PhaseTimes& b);

/// The worker's steps of a row added up, ns: how long its bar is.
double durationOf(const Row& row);
/// Where the bar of a row ends, ns since the run began.
double endOf(const Row& row);
/// A row's worker steps by phase, waits under their causes.
PhaseTimes phasesOf(const Row& row);
/// Compute that costs less than its own pickling, unpickling and transfer is drawn paler.
bool isPale(const PhaseTimes& times);

/// A stretch of time in one phase.
struct Stretch {
    double begin = 0; ///< ns since the run began
    double end = 0;
    Phase phase = Phase::Wait;
};
/// The worker's steps of a row one after the other, equal neighbours joined, empty ones left out.
std::vector<Stretch> workerStretches(const Row& row);
/// What its attendant did for a row: pickling and sending before, receiving and unpickling after.
std::vector<Stretch> attendantStretches(const Row& row);

class LaneSeries final {
public:
    /// Rows that come out of order are put in their place.
    void append(const Row& row);
    const std::vector<Row>& rows() const { return m_rows; }
    bool empty() const { return m_rows.empty(); }
    double begin() const { return m_rows.empty() ? 0 : static_cast<double>(m_rows.front().start); }
    double end() const; ///< of the last row, 0 when there is none

    /// Index of the first row that ends after `t`, or rows().size().
    std::size_t firstEndingAfter(double t) const;
    /// Index of the first row that begins at `t` or later, or rows().size().
    std::size_t firstBeginningAt(double t) const;

    /// ns by phase from the beginning of the lane until `t`; differences are exact stretches.
    PhaseTimes workerUntil(double t) const;
    PhaseTimes attendantUntil(double t) const; ///< no wait among them
    PhaseTimes worker(double from, double to) const { return workerUntil(to) - workerUntil(from); }
    PhaseTimes attendant(double from, double to) const { return attendantUntil(to) - attendantUntil(from); }
    double items(double from, double to) const; ///< items, a chunk's spread evenly over its compute
    double bytesOut(double from, double to) const; ///< spread evenly over the bar of the row
    double bytesBack(double from, double to) const;
    double inFlight(double from, double to) const; ///< mean number of chunks between pickling and unpickled

    /// Halves the rows by joining neighbours, so that memory stays bounded; sums stay exact. A row
    /// made of several has their counts and steps together. Where `force`, also rows with failures,
    /// gaps between them or very different lengths are joined.
    void fold(bool force);
    std::uint64_t folded() const { return m_folded; } ///< rows that went into others

private:
    struct Sums {
        PhaseTimes worker{}, out{}, back{};
        double items = 0, bytesOut = 0, bytesBack = 0;
        double began = 0, ended = 0; ///< moments added up, for inFlight
    };
    /// Where the first row of a block begins on each track: small, so that searching it stays in cache.
    using Begins = std::vector<double>;
    /// A part of each row that runs from a moment of its own: the worker's, the attendant's way out
    /// and way back.
    struct Track;
    static const Track workerTrack, outTrack, backTrack;

    static void add(Sums& sums, const Row& row);
    void beginBlock(const Row& row);
    void rebuild();
    PhaseTimes until(const Track& track, double t) const;
    double spreadUntil(double t, double Sums::*sum, std::uint32_t Row::*amount, bool overCompute) const;
    double momentsUntil(double t, double Sums::*sum, double (*moment)(const Row&)) const;

    std::vector<Row> m_rows;
    std::vector<Sums> m_sums; ///< before row 0, 16, 32, …
    Sums m_now;               ///< of all rows
    std::array<Begins, 3> m_begins;
    std::uint64_t m_folded = 0;
};

} // namespace poolscope
