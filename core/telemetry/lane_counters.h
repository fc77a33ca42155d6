// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What lies behind a LaneRecorder: the sums that only its attendant writes, and how the time that
// no row carries yet is put under a step.

#include "core/telemetry/feed_ring.h"
#include "core/telemetry/published.h"
#include "core/telemetry/recorder.h"

#include <limits>

namespace poolscope {

constexpr auto relaxed = std::memory_order_relaxed;

/// All of a lane's exact sums, published as one so that they add up for whoever reads them.
struct LaneSums {
    enum class Life : std::uint64_t { None, Starting, Ready, Ended };

    Life life = Life::None;
    Nanos accounted = 0; ///< since the run began: up to here every moment is in `start` or a step
    Nanos start = 0;
    std::array<Nanos, stepCount> step{};
    std::array<Nanos, waitCauseCount> cause{};
    std::uint64_t values = 0; ///< tasks with a value
    std::uint64_t chunks = 0;
    std::uint64_t dropped = 0;
    std::uint64_t inFlight = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t bytesBack = 0;
    std::uint64_t outOfBand = 0;
    std::uint64_t samples = 0; ///< calls of record() that were timed
    Nanos sampled = 0;         ///< ns that those took

    void add(Step which, Nanos duration);
    void addWait(WaitCause why, Nanos duration);
    void addRow(const Row& row, const std::array<Nanos, stepCount>& exact, WaitCause why);
    /// Puts the time up to `until` (since the run began at `begin`) where it belongs, as far as the
    /// lane's life and the page tell.
    void settle(Nanos until, Nanos begin, const StatusPage* page);
    Nanos observing() const;
};

/// The lane's worker of now, and what its earlier ones left.
struct LaneWorker {
    std::shared_ptr<const StatusPage> page;
    std::int32_t pid = 0;
    bool alive = false;
    std::uint64_t peak = 0; ///< the highest maxRss of earlier workers
    Nanos cpuWait = 0; ///< of earlier workers, less what this one brought along from earlier runs
};

struct LaneRecorder::Counters {
    Counters(std::uint16_t lane, Nanos runBegan, std::size_t rows)
        : worker(lane), begin(runBegan), feed(rows)
    {}

    const std::uint16_t worker;
    const Nanos begin;
    LaneSums sums; // the attendant's own copy
    bool held = false;
    Published<LaneSums> published;
    FeedRing<Row> feed;
    std::atomic<std::uint64_t> failed{0};
    /// Since the run began; a worker that outlives the run adds nothing to it.
    std::atomic<Nanos> end{std::numeric_limits<Nanos>::max()};

    mutable Mutex mutex; // only for what is rare
    LaneWorker present GUARDED_BY(mutex);
    std::vector<LaneEvent> events GUARDED_BY(mutex);

    void publish()
    {
        if (!held) {
            published.store(sums);
        }
    }
    Nanos sinceBegin(Nanos at) const;
    void settle(Nanos until, const StatusPage* page);
    LaneWorker presentWorker() const EXCLUDES(mutex);
    /// The run is over at `at`, since it began; what the worker does from here is another run's.
    void freeze(Nanos at) EXCLUDES(mutex);
    /// `seen` as the lane's totals at `until`, since the run began.
    LaneTotals totals(LaneSums seen, Nanos until) const EXCLUDES(mutex);
};

} // namespace poolscope
