// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run that was never run: plausible rows for some workers from a seed, with the totals that a
// telemetry would have counted. Charts and models are tested with it, at any moment of it.

#include "core/insight/insight.h"
#include "core/telemetry/telemetry.h"

#include <cstdint>
#include <vector>

namespace poolscope::test {

struct SimulatedOptions {
    int workers = 4;
    std::uint64_t chunksize = 1;
    double seconds = 1.45;      ///< how long it runs
    double computeMicros = 1.5; ///< of one item
    double pickleMicros = 1.1;  ///< of one item; unpickling costs 0.7 of it, transfer 0.8
    double fixedMicros = 0.4;   ///< of one chunk, in each of these
    bool gaps = true;           ///< now and then the input is slow, for all workers
    bool straggler = false;     ///< one chunk of worker 1 computes for a twentieth of the run
    bool death = false;         ///< worker 2 is killed at 40 % and restarted
    int failures = 0;           ///< so many items fail, spread over the run
    std::uint64_t seed = 1;
};

class SimulatedRun final {
public:
    explicit SimulatedRun(const SimulatedOptions& options);

    const RunPlan& plan() const { return m_plan; }
    Nanos end() const { return m_end; }
    const std::vector<Row>& rows() const { return m_rows; } ///< by the moment at which they are known
    ProbeResult probe() const;
    /// As telemetry would tell it at `at`; from the end on it is finished.
    RunTotals totalsAt(Nanos at, bool cancelled = false) const;
    /// What a drain at `to` brings after one at `from`.
    FeedBatch between(Nanos from, Nanos to) const;
    Summary summaryAt(Nanos at, bool cancelled = false) const;

private:
    struct Clock;
    void runLane(int worker);
    Row rowAt(Clock& clock, Nanos start, std::uint32_t count);
    void die(int worker, Nanos at);
    void failSome();
    void numberItems();
    void countRows(RunTotals& totals, Nanos at, std::vector<Nanos>& until) const;

    SimulatedOptions m_options;
    RunPlan m_plan;
    Nanos m_end = 0;
    std::vector<Row> m_rows;
    std::vector<LaneEvent> m_events;
    std::vector<Failure> m_failures;
};

/// 0.4 s with one chunk that takes long; made once.
const SimulatedRun& shortRun();

} // namespace poolscope::test
