// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/insight: pure functions over counters and rows. Nothing here measures, nothing
// here keeps state; every figure that a person sees is made here once, for the window and for the
// command line.

#include "core/insight/annotation.h"
#include "core/telemetry/telemetry.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// A measured figure and the range in which it lies.
struct Spread {
    double median = 0;
    double low = 0;
    double high = 0;
};

/// What was asked for: the fixed facts of a run.
struct RunPlan {
    std::string job;   ///< "power"
    std::string title; ///< "power(x, n=10)"
    std::string api = "map";
    /// serial, threads, processes; of a traced program what it uses: "multiprocessing.Pool", …
    std::string backend = "processes";
    std::string startMethod = "spawn";
    std::string transport = "ring";
    int protocol = 5;
    int workers = 1;
    std::uint64_t chunksize = 1;
    std::string chunksizeReason; ///< why "auto" chose that size; empty where it was told
    std::uint64_t items = 0;
    double taskTimeout = 0; ///< s, 0 where there is no limit
    int retries = 0;
    std::uint64_t maxTasksPerChild = 0; ///< 0: no limit
    std::uint64_t workerMemory = 0;     ///< bytes, 0: no limit
    std::string version;
};

/// Seconds by phase, out (parent to worker) and back apart. Indexed by Phase.
struct PhaseSeconds {
    std::array<double, phaseCount> all{};
    std::array<double, phaseCount> out{};
    std::array<double, phaseCount> back{};
    double operator[](Phase phase) const { return all[static_cast<std::size_t>(phase)]; }
    double total() const;
};

struct WorkerSummary {
    int id = 0;
    int pid = 0;
    bool alive = false;
    bool busy = false;
    std::string noWorker;    ///< why none could be started, in a sentence; empty where one could
    std::uint64_t items = 0; ///< finished, those of the chunk now running with them
    std::uint64_t chunks = 0;
    std::uint64_t failed = 0;
    double start = 0;       ///< s
    double unaccounted = 0; ///< s
    PhaseSeconds
        phases; ///< waits under their causes (DESIGN.md 11); all sum + start + unaccounted = wall
    double rawWait = 0;  ///< s waited before it was put under its causes
    PhaseSeconds parent; ///< its attendant's own
    std::uint64_t bytesOut = 0, bytesBack = 0;
    std::uint64_t outOfBand = 0; ///< of both
    double cpuWait = 0;          ///< s
    std::uint64_t rss = 0, maxRss = 0;
};

/// The one verdict of a run.
enum class Pace : std::uint8_t { Unknown, Alike, Faster, Slower };

/// Every figure of a run, live or finished.
struct Summary {
    RunPlan plan;
    bool finished = false;
    bool cancelled = false;
    std::uint64_t done = 0, failed = 0, retried = 0, lostWorkers = 0, chunks = 0, inFlight = 0;
    double wall = 0; ///< s
    double eta = 0;  ///< s left, while running; 0 when not known
    double itemsPerSecond = 0;
    std::optional<Spread> serial;     ///< s for the whole input in a plain loop
    std::string noSerial;             ///< why there is none
    std::optional<Spread> speedup;    ///< serial ÷ wall (while running: ÷ the projected wall)
    std::optional<double> efficiency; ///< speedup ÷ workers
    bool estimated = false; ///< serial is the time that tasks computed, since nobody measured a loop
    PhaseSeconds phases;              ///< worker time
    double start = 0,
           unaccounted =
               0; ///< s of worker time; phases.total() + start + unaccounted = workers × wall
    double rawWait = 0;
    std::array<double, waitCauseCount> waitCause{}; ///< s, of phases[Wait]
    PhaseSeconds parent;
    std::uint64_t bytesOut = 0, bytesBack = 0;
    std::uint64_t outOfBand = 0; ///< of both
    std::vector<WorkerSummary> worker;
    std::uint64_t rows = 0, dropped = 0;
    double observing = 0; ///< share of worker time that recording took
    std::optional<std::array<double, 4>>
        latency; ///< s: p50 p90 p99 p999 of a chunk, pickle to unpickled
    Pace pace = Pace::Unknown;
    std::string headline;   ///< "4 processes: 0.83 s"
    std::string comparison; ///< "1.7× faster than serial", or why there is none
    std::string serialText; ///< "(1.41 s ±2 %)"
    std::string verdict;    ///< the whole sentence
    std::string advice;     ///< one sentence with the main cause; may be empty
};

/// The serial time for `items` items from the probe's rounds: median and 10th to 90th percentile.
std::optional<Spread> serialTime(const ProbeResult& probe, std::uint64_t items);
/// Whether the run is that of a traced program, which has no serial time.
bool isTraced(const RunPlan& plan);
/// Its workers were Pythons of our own pool: processes, or threads of one interpreter.
bool isPython(const RunPlan& plan);
bool isOneInterpreter(const RunPlan& plan);
/// Everything. `latencies` are those of chunks (may be empty while running).
Summary summarise(const RunPlan& plan, const RunTotals& totals, const ProbeResult& probe,
                  const LatencyCounts& latencies = {});
/// p (0 to 1) of values by linear interpolation; values are sorted in place.
double percentile(std::vector<double>& values, double p);
/// Integer shares of 100 by largest remainder: they sum to 100 (all 0 when everything is 0).
std::vector<int> wholeShares(const std::vector<double>& parts);

/// Whole percent of worker time, summing to 100: the phases in their order, then start, then what
/// is unaccounted for. All 0 before any time has passed.
std::array<int, phaseCount + 2> sharesOfWorkerTime(const Summary& summary);

/// "1.41 s", "0.83 s", "12.3 ms", "850 µs": three significant digits, two decimals from 0.1 s on,
/// U+00A0 before the unit.
std::string timeText(double seconds);
/// "2.4 s", "0.93 s", "12 ms": two significant digits, for what is still an estimate.
std::string roughTimeText(double seconds);
/// "2.09 M", "420 k", "15": a number with an SI prefix, of `digits` significant digits. "2.09 M" + "items/s".
std::string quantityText(double value, int digits = 3);
/// "1 000 000" grouped by U+202F.
std::string countText(std::uint64_t count);
/// "38.4 MB" (kB = 1000 B).
std::string bytesText(double bytes);
/// "1.7×" below 10, "12×" above.
std::string factorText(double factor);

} // namespace poolscope

#include "core/insight/break_even.h"
#include "core/insight/comparison.h"
#include "core/insight/grounds.h"
#include "core/insight/scaling.h"
