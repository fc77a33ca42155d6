// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// One pool of a traced program as a run: what its parent and its workers tell of each chunk is joined
// into a row. Part of the door of core/trace.

#include "core/telemetry/telemetry.h"
#include "core/trace/trace_record.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace poolscope {

/// One call of the program: `pool.map(f, …)`.
struct TracedCall {
    std::uint32_t job = 0;
    std::string api, function, site; ///< "map", "power", "slow.py:12"
    std::uint64_t items = 0;         ///< as far as they are known
    std::uint64_t chunksize = 1;
    std::uint64_t firstItem = 0;     ///< its first item among those of all calls
    std::uint64_t back = 0;          ///< items that came back
    bool over = false;
    bool sized = false;              ///< its input was there as a whole: nobody waits for it
};

/// A worker that ended while its pool went on.
struct TracedDeath {
    std::uint16_t worker = 0;
    std::int32_t pid = 0;
    std::int32_t signal = 0, exitCode = 0;
    bool held = false;         ///< it had a chunk, which nobody will answer
    std::uint64_t item = 0, items = 0; ///< of that chunk, in its call
    TracedCall call;           ///< it belongs to
    bool hangs = false;        ///< its pool waits for that chunk for ever
};

/// What could not be pickled, and what would cure it; told once for all items of a culprit.
struct TracedRefusal {
    std::string direction, error; ///< "argument" or "result"
    std::vector<TraceLine::Culprit> culprits;
    std::vector<std::string> cures;
    std::uint64_t times = 0;
};

class TracedPool final {
public:
    TracedPool(std::uint32_t parent, std::uint16_t number) : m_parent(parent), m_number(number) {}

    const std::string& kind() const { return m_kind; } ///< "multiprocessing.Pool", empty until it is told
    const std::string& startMethod() const { return m_startMethod; }
    std::uint32_t workers() const { return m_workers; }
    std::uint32_t parent() const { return m_parent; } ///< its process
    std::uint16_t number() const { return m_number; } ///< in it, from 1
    Nanos begin() const { return static_cast<Nanos>(m_begin); } ///< of CLOCK_MONOTONIC, 0 until it is told
    const std::deque<TracedCall>& calls() const { return m_calls; } ///< in the order in which they began
    const std::vector<TracedDeath>& deaths() const { return m_deaths; }
    const std::vector<TracedRefusal>& refusals() const { return m_refusals; }
    bool ended() const { return m_end != 0; }

    /// How it stands at `now` (ns of CLOCK_MONOTONIC).
    RunTotals totals(Nanos now) const;
    /// Moves what is new since the last call. Times count from when the pool was made.
    void drain(FeedBatch& batch);

    // For TraceReader.
    void takeLine(const TraceLine& line);
    void takeRecord(const TraceRecord& record, std::uint32_t pid);
    void takeHeld(std::uint32_t pid, const HeldChunk& held); ///< what a worker is at
    void measure(); ///< what its workers take of the machine now
    void addLost(std::uint64_t records) { m_lost += records; }
    void finish(std::uint64_t at); ///< the program is over: what has come of a chunk is all that will

private:
    /// What is known of a chunk so far.
    struct Open {
        TraceRecord sent, chunk, received;
        bool hasSent = false, hasChunk = false, hasReceived = false;
        std::uint16_t lane = 0;
        std::uint64_t came = 0; ///< how many came before it
        bool isUnderWay() const { return hasSent && !hasReceived; }
    };
    struct Lane {
        LaneTotals totals;
        double end = 0;   ///< ns since the pool began: of its last row
        HeldChunk held;
        Nanos waitedBefore = 0; ///< for a CPU, the workers of this lane that are gone
        bool exited = false;
    };
    static std::uint64_t keyOf(const TraceRecord& record)
    {
        return std::uint64_t{record.job} << 32 | record.index;
    }

    Nanos since(std::uint64_t at) const { return static_cast<Nanos>(at) - static_cast<Nanos>(m_begin); }
    TracedCall& callAt(std::uint32_t job);
    TracedCall& callOf(std::uint32_t job);
    /// Of all calls: the first of this chunk.
    static std::uint64_t itemOf(const TracedCall& call, std::uint32_t job, std::uint32_t index)
    {
        return call.firstItem + (std::uint64_t{job} - call.job + index) * call.chunksize;
    }
    void grow(TracedCall& call, std::uint64_t items);
    void beginCall(const TraceLine& line);
    void beginWorker(const TraceLine& line);
    void endWorker(const TraceLine& line);
    void die(const Lane& lane, LaneEvent& event);
    void failPickling(const TraceLine& line);
    static void put(Open& open, const TraceRecord& record);
    void complete(const Open& chunk);
    void giveUpOldest();
    Row rowOf(const Open& chunk, const TracedCall& call) const;
    void count(const Row& row, const Open& chunk, WaitCause why);
    std::size_t laneOf(std::uint32_t pid);
    void see(std::uint64_t at) { m_latest = std::max(m_latest, at); }

    std::uint32_t m_parent;
    std::uint16_t m_number;
    std::string m_kind, m_startMethod;
    std::uint32_t m_workers = 0;
    std::uint64_t m_begin = 0, m_end = 0, m_latest = 0; ///< ns of CLOCK_MONOTONIC
    std::deque<TracedCall> m_calls;
    std::map<std::uint32_t, std::size_t> m_callAt; ///< by the first job of each
    std::unordered_map<std::uint64_t, Open> m_open;
    std::unordered_map<std::uint32_t, std::size_t> m_laneOfPid;
    std::vector<Lane> m_lanes;
    std::vector<TracedDeath> m_deaths;
    std::vector<TracedRefusal> m_refusals;
    FeedBatch m_batch;
    std::uint64_t m_items = 0, m_inFlight = 0, m_done = 0, m_failed = 0, m_chunks = 0, m_lost = 0;
    std::uint64_t m_rows = 0, m_lostWorkers = 0, m_known = 0; ///< chunks that were known until now
};

} // namespace poolscope
