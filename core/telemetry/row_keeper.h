// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Keeps the rows of a run as they come, in bounded memory, away from who looks at them: what was kept
// at a moment is a value that shares the memory of the rows and may be read on any thread.

#include "core/telemetry/facts.h"
#include "core/telemetry/lane_series.h"
#include "core/telemetry/latency_counts.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace poolscope {

/// What is noted of each row as it comes, before any is folded into another.
class RowNotes final {
public:
    static constexpr std::size_t mostFailed = 1000;

    void take(const Row& row);
    /// Notes of other lanes of the same run.
    RowNotes& operator+=(const RowNotes& other);

    const LatencyCounts& latencies() const { return m_latencies; } ///< of chunks, pickle to unpickled
    /// The first rows with failures, as (lane, ns in the middle of the row).
    const std::vector<std::pair<std::size_t, double>>& failed() const { return m_failed; }
    double slowestCompute() const { return m_slowestCompute; } ///< ns of the row that computed longest, or 0
    std::size_t slowestLane() const { return m_slowestLane; }
    double slowestAt() const { return m_slowestAt; } ///< ns: the middle of its bar
    double medianCompute() const;                    ///< ns a row, of some thousand spread over the run

private:
    void thin();

    LatencyCounts m_latencies;
    std::vector<std::pair<std::size_t, double>> m_failed;
    std::size_t m_slowestLane = 0;
    double m_slowestAt = 0, m_slowestCompute = 0;
    std::vector<float> m_computes; ///< of every m_step-th row, ns
    std::uint64_t m_step = 1, m_taken = 0;
};

/// The rows of a run by lane, as they were at a moment.
struct KeptRows {
    std::vector<LaneSeries> lane;
    RowNotes notes;

    std::size_t count() const;      ///< rows that are kept
    std::uint64_t folded() const;   ///< rows that were folded into others
};

/// What one look at a running call brought.
struct KeptBatch {
    std::shared_ptr<const KeptRows> rows; ///< all so far
    std::vector<LaneEvent> events;        ///< since the last look
    std::vector<Failure> failures;        ///< since the last look
};

/// One thread at a time.
class RowKeeper final {
public:
    static constexpr std::size_t mostLanes = 1024; ///< rows of others are not kept

    /// Past `budget` rows neighbours are folded into one. Rows that come from then on are joined as they
    /// come, into such as are still short for the time that has passed: folding all again is rare.
    explicit RowKeeper(std::size_t budget = 1'000'000) : m_budget(budget) {}
    std::size_t budget() const { return m_budget; }

    void growTo(std::size_t lanes);
    void take(std::span<const Row> rows);
    /// What is kept now: the same value again while nothing was taken.
    std::shared_ptr<const KeptRows> kept();

private:
    /// The last row of a lane, which those that follow may still join.
    struct Open {
        Row row;
        std::uint32_t rows = 0; ///< it is made of; 0: there is none
    };

    void add(const Row& row, double mostNanos);
    void close(std::size_t lane);
    double grain() const;
    void fold();

    KeptRows m_rows;
    std::size_t m_budget;
    std::vector<Open> m_open;  ///< by lane
    std::uint64_t m_taken = 0; ///< rows
    double m_latest = 0;       ///< ns: the latest end of a row
    std::shared_ptr<const KeptRows> m_shown; ///< what kept() gave last, where it still holds
};

} // namespace poolscope
