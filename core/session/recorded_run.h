// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// All that is kept of a finished run, as one value: the window, the command line, session files and
// exports hand it to each other. Figures are not in it: they are made from it, by the same functions
// that made them while it ran.

#include "core/insight/insight.h"
#include "core/session/result_digest.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace poolscope {

struct RecordedRun {
    static constexpr std::size_t mostValues = 1000;     ///< in `values`
    static constexpr std::size_t mostFailures = 10'000; ///< in `failures`: the totals count all
    static constexpr std::size_t mostEvents = 10'000;

    std::int64_t began = 0; ///< ms since 1970, UTC
    RunPlan plan;
    std::vector<std::pair<std::string, std::string>> parameters; ///< of the job, as they were given
    std::string command; ///< the command line that does it again, or empty
    RunTotals totals;
    ProbeResult probe;
    std::optional<std::array<double, 4>> latency; ///< s: p50 p90 p99 p999 of a chunk
    std::vector<LaneEvent> events;
    std::vector<Failure> failures;
    std::vector<RunSample> samples;
    ResultDigest digest;
    std::vector<std::string> values; ///< repr of the first ones, empty where the task failed
    std::string reduction;           ///< the sum where the job has one, else empty
    /// The rows by worker. Shared, since many hold a run and nobody changes one; null: none were kept.
    std::shared_ptr<const std::vector<LaneSeries>> lanes;
    std::vector<Annotation> annotations;

    std::size_t laneCount() const { return lanes ? lanes->size() : 0; }
    std::uint64_t rowCount() const; ///< rows that are kept
    std::uint64_t folded() const;   ///< rows that were folded into others
};

/// Every figure of the run: equal to those at its end.
Summary summaryOf(const RecordedRun& run);
/// The summary of INTERFACE.md: equal to the one at its end.
std::string summaryJson(const RecordedRun& run);
/// "2026-11-29T19:25:16Z" of ms since 1970.
std::string utcText(std::int64_t milliseconds);
/// The present moment, ms since 1970.
std::int64_t utcNow();

/// Runs that are saved in one file, in the order in which they were made.
struct Session {
    std::vector<RecordedRun> runs;
};

} // namespace poolscope
