// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One run's facts as they come, once per tick, and bounded: exact totals come from the Summary, rows
// past the budget are folded into their neighbours.

#include "core/insight/insight.h"
#include "core/telemetry/telemetry.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace poolscope {

enum class RunState : std::uint8_t {
    FirstStart,  ///< nothing has been run
    Measuring,   ///< the serial probe
    Running,
    Finished,
    Cancelled,
    CannotPickle, ///< error() has the path; nothing was sent
    Refused,      ///< error() says why; nothing was started
};

/// The run at one moment, for the throughput chart.
struct Sample {
    double at = 0;  ///< s since the run began
    double done = 0;///< items, those of the chunks now running with them
    double inFlight = 0;
    double busy = 0;///< workers
};

/// What the throughput chart draws for one stretch of time.
struct Throughput {
    double from = 0, to = 0; ///< s
    double itemsPerSecond = 0;
    double inFlight = 0;
    double busy = 0;
};

/// From when on chunks were cut to another size.
struct ChunkChange {
    double at = 0; ///< ns since the run began
    std::uint64_t chunksize = 1;
};

/// How many chunks took how long; the bins are logarithmic, eight to a factor of two.
class LatencyCounts final {
public:
    static constexpr int perOctave = 8;
    void add(double seconds);
    bool empty() const { return m_total == 0; }
    std::uint64_t total() const { return m_total; }
    const std::vector<std::uint64_t>& bins() const { return m_bins; } ///< bin 0 begins at 1 ns
    static double beginOf(std::size_t bin); ///< s
    double percentile(double p) const;      ///< s, within its bin

private:
    std::vector<std::uint64_t> m_bins;
    std::uint64_t m_total = 0;
};

/// A row and where it is.
struct RowRef {
    int lane = -1; ///< worker lane
    std::size_t index = 0;
    bool valid() const { return lane >= 0; }
    bool operator==(const RowRef&) const = default;
};

struct RecordedRun;

class RunModel final : public QObject {
    Q_OBJECT
public:
    explicit RunModel(QObject* parent = nullptr);

    /// Forgets everything and waits for the facts of this plan.
    void begin(const RunPlan& plan, RunState state = RunState::Measuring);
    /// What one tick brought. One changed() each.
    void apply(const Summary& summary, const RunTotals& totals, FeedBatch&& batch);
    /// The same with the state that comes with it, so that a tick is one changed().
    void apply(RunState state, const Summary& summary, const RunTotals& totals, FeedBatch&& batch);
    void setState(RunState state);
    /// A run that is over, as it was kept. May be called on any thread before the model is shown.
    void restore(const RecordedRun& run);
    /// What the model knows of a run that is over, for keeping: plan, totals, rows, events, failures,
    /// samples and notes. The rows are shared, not copied.
    void record(RecordedRun& run) const;
    /// CannotPickle or Refused: what is wrong, and how long finding out took.
    /// `weights`: bytes of the attributes that could travel, of the object that holds the culprit.
    void refuse(RunState state, const Error& error, Nanos checkedIn = 0,
                std::map<std::string, std::size_t> weights = {});
    /// How many rows are kept before they are folded; 10⁶ unless a test says other.
    void setRowBudget(std::size_t rows) { m_budget = rows; }

    RunState state() const { return m_state; }
    bool live() const { return m_state == RunState::Measuring || m_state == RunState::Running; }
    const RunPlan& plan() const { return m_plan; }
    const Summary& summary() const { return m_summary; }
    const Error& error() const { return m_error; }
    const std::map<std::string, std::size_t>& weights() const { return m_weights; }
    Nanos checkedIn() const { return m_checkedIn; }

    std::size_t laneCount() const { return m_lanes->size(); }
    const LaneSeries& lane(std::size_t lane) const { return (*m_lanes)[lane]; }
    /// A lane's counters at the last tick; of an unknown lane all zero.
    const LaneTotals& totals(std::size_t lane) const;
    const WorkerSummary& worker(std::size_t lane) const;
    double now() const { return m_now; }       ///< ns since the run began, at the last tick
    double expectedEnd() const;                ///< ns: now and the time left where that is known
    /// What the worker is in since its last row, as far as it is known: running lanes only.
    std::vector<Stretch> tail(std::size_t lane) const;
    /// The chunks that ended with their worker: computing from the last row to its death.
    const std::vector<Stretch>& lost(std::size_t lane) const { return m_lost[lane]; }
    /// ns by phase of a worker lane until `t`: rows, what was lost, and the tail.
    PhaseTimes workerUntil(std::size_t lane, double t) const;
    PhaseTimes workerTimes(std::size_t lane, double from, double to) const;
    /// A worker lane and its attendant until `t`.
    LaneTimes timesUntil(std::size_t lane, double t) const;
    /// ns: what a lane had come to before it is what it will always have come to, as long as
    /// revision() of the lane is the same.
    double settledUntil(std::size_t lane) const;
    std::uint64_t revision(std::size_t lane) const;
    /// Whether attendants work for the lanes: not where lanes are threads of this process.
    bool hasParent() const;
    /// ns by phase of all attendants together; what they do nothing in is wait.
    PhaseTimes parentUntil(double t) const;
    PhaseTimes parentTimes(double from, double to) const { return parentUntil(to) - parentUntil(from); }
    std::uint64_t parentMemory() const { return m_parentMemory; } ///< bytes resident of this process

    const std::vector<LaneEvent>& events() const { return m_events; }
    const std::vector<Failure>& failures() const { return m_failures; } ///< the first 10 000
    const std::vector<Sample>& samples() const { return m_samples; }
    const LatencyCounts& latencies() const { return m_latencies; }
    const std::vector<ChunkChange>& chunkChanges() const { return m_chunkChanges; } ///< seen while it ran
    std::vector<Throughput> throughput(double from, double to, std::size_t bins) const; ///< s
    /// The first 1000 rows with failures, as (lane, ns in the middle of the row).
    const std::vector<std::pair<std::size_t, double>>& failedRows() const { return m_failedRows; }
    RowRef slowest() const;                      ///< the row with the longest compute
    double medianCompute() const { return m_medianCompute; } ///< ns a row, of rows spread over the run
    /// The row of worker lane `lane` whose bar covers `t` (ns), if there is one.
    RowRef rowAt(std::size_t lane, double t) const;
    Row row(RowRef ref) const { return lane(static_cast<std::size_t>(ref.lane)).row(ref.index); }
    bool has(RowRef ref) const; ///< it may have been folded into another meanwhile
    std::size_t rowCount() const; ///< rows that are kept
    std::uint64_t folded() const; ///< rows that were folded into others
    std::uint64_t dropped() const { return m_summary.dropped; } ///< rows that were not recorded

    const std::vector<Annotation>& annotations() const { return m_annotations; } ///< by moment
    void setAnnotations(std::vector<Annotation> annotations); ///< in any order

    bool hasDied(std::size_t lane) const; ///< and none was started in its place
    /// "running", "waits", "ended, signal 9": a lane's state in words (translated).
    QString stateText(std::size_t lane) const;

signals:
    void changed(); ///< at most once a tick
    void annotationsChanged();

private:
    void takeRow(const Row& row);
    void noteRow(const Row& row);
    void takeEvent(const LaneEvent& event);
    void foldRows();
    void sample();
    void growLanes(std::size_t lanes);
    void findMedian();
    bool rowsTell(double until) const;
    double beganAt(std::size_t lane) const;
    double itemsBetween(double from, double to) const;
    double inFlightBetween(double from, double to) const;
    double sampled(double at, double Sample::*what) const;

    RunState m_state = RunState::FirstStart;
    RunPlan m_plan;
    Summary m_summary;
    RunTotals m_totals;
    Error m_error;
    std::map<std::string, std::size_t> m_weights;
    Nanos m_checkedIn = 0;
    double m_now = 0;
    std::uint64_t m_begun = 0; ///< how many runs this model has told of
    std::shared_ptr<std::vector<LaneSeries>> m_growing;     ///< the lanes of a run of this program
    std::shared_ptr<const std::vector<LaneSeries>> m_lanes; ///< the same, or those of a restored run
    std::vector<LaneEvent> m_events;
    std::vector<Failure> m_failures;
    std::vector<Sample> m_samples;
    std::vector<std::pair<std::size_t, double>> m_failedRows;
    LatencyCounts m_latencies;
    std::vector<Annotation> m_annotations;
    std::vector<ChunkChange> m_chunkChanges;
    std::vector<std::vector<Stretch>> m_lost; ///< by lane
    std::vector<LaneEvent> m_lastEvent;       ///< by lane
    std::size_t m_slowestLane = 0;
    std::uint64_t m_parentMemory = 0;
    double m_slowestAt = 0, m_slowestCompute = 0; ///< ns
    double m_medianCompute = 0;      ///< ns
    std::vector<float> m_computes;   ///< of every m_computeStep-th row, ns
    std::uint64_t m_computeStep = 1, m_rowsTaken = 0;
    std::size_t m_budget = 1'000'000;
};

} // namespace poolscope
