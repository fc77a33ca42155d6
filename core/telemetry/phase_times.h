// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a row says of phases: how long each took, and as stretches of time one after the other.

#include "core/telemetry/facts.h"

#include <array>
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
/// When its attendant began to pickle a row's arguments, ns since the run began.
double sentFrom(const Row& row);
/// When its attendant had unpickled a row's results, ns since the run began.
double answeredAt(const Row& row);
/// How long the chunk of a row took from the first byte pickled to the last result unpickled, s.
double latencyOf(const Row& row);
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

} // namespace poolscope
