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
    /// What one tick brought, and the state that comes with it: one changed() each. Rows are kept by
    /// whoever drains the feed, away from the window's thread.
    void apply(RunState state, const Summary& summary, const RunTotals& totals, KeptBatch&& batch);
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

    RunState state() const { return m_state; }
    bool live() const { return m_state == RunState::Measuring || m_state == RunState::Running; }
    const RunPlan& plan() const { return m_plan; }
    const Summary& summary() const { return m_summary; }
    const Error& error() const { return m_error; }
    const std::map<std::string, std::size_t>& weights() const { return m_weights; }
    Nanos checkedIn() const { return m_checkedIn; }

    std::size_t laneCount() const { return m_lost.size(); }
    const LaneSeries& lane(std::size_t lane) const; ///< until the next changed()
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
    const std::vector<RunSample>& samples() const { return m_samples.all(); }
    const LatencyCounts& latencies() const { return m_rows->notes.latencies(); }
    const std::vector<ChunkChange>& chunkChanges() const { return m_chunkChanges; } ///< seen while it ran
    std::vector<Throughput> throughput(double from, double to, std::size_t bins) const; ///< s
    /// The first 1000 rows with failures, as (lane, ns in the middle of the row).
    const std::vector<std::pair<std::size_t, double>>& failedRows() const { return m_rows->notes.failed(); }
    RowRef slowest() const;                      ///< the row with the longest compute
    double medianCompute() const { return m_medianCompute; } ///< ns a row, of rows spread over the run
    double itemsBetween(double from, double to) const; ///< ns; a chunk's spread evenly over its compute
    /// The row of worker lane `lane` whose bar covers `t` (ns), if there is one.
    RowRef rowAt(std::size_t lane, double t) const;
    Row row(RowRef ref) const { return lane(static_cast<std::size_t>(ref.lane)).row(ref.index); }
    bool has(RowRef ref) const; ///< it may have been folded into another meanwhile
    std::size_t rowCount() const { return m_rows->count(); }    ///< rows that are kept
    std::uint64_t folded() const { return m_rows->folded(); } ///< rows that were folded into others
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
    void takeEvent(const LaneEvent& event);
    void growLanes(std::size_t lanes);
    void show(std::shared_ptr<const KeptRows> rows);
    bool rowsTell(double until) const;
    bool chunksTell(double until) const;
    double beganAt(std::size_t lane) const;
    double inFlightBetween(double from, double to) const;
    double sampled(double at, double RunSample::*what) const;
    double sampledMean(double from, double to, double RunSample::*what) const;

    RunState m_state = RunState::FirstStart;
    RunPlan m_plan;
    Summary m_summary;
    RunTotals m_totals;
    Error m_error;
    std::map<std::string, std::size_t> m_weights;
    Nanos m_checkedIn = 0;
    double m_now = 0;
    std::uint64_t m_begun = 0; ///< how many runs this model has told of
    std::shared_ptr<const KeptRows> m_rows; ///< never null
    std::vector<LaneEvent> m_events;
    std::vector<Failure> m_failures;
    RunSamples m_samples;
    std::vector<Annotation> m_annotations;
    std::vector<ChunkChange> m_chunkChanges;
    std::vector<std::vector<Stretch>> m_lost; ///< by lane
    std::vector<LaneEvent> m_lastEvent;       ///< by lane
    std::uint64_t m_parentMemory = 0;
    double m_medianCompute = 0; ///< ns
};

} // namespace poolscope
