// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Where a run's facts are written and read. Each lane has one writer, its attendant; totals() and
// drain() may be called from any one other thread at any time and never hold a writer up.

#include "core/base/base.h"
#include "core/telemetry/facts.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace poolscope {

/// Rows that a lane holds until somebody drains them.
inline constexpr std::size_t rowsHeld = 1 << 14;

/// What a worker writes and its parent reads, in memory that both see; after a death it names the
/// task that the worker took with it. One field one meaning; but for the last two, written by the
/// worker alone.
struct StatusPage {
    static constexpr std::uint64_t idle = ~std::uint64_t{0};
    std::atomic<std::uint64_t> chunk{idle}; ///< serial number of the chunk it is on, or idle
    std::atomic<std::uint64_t> task{
        idle}; ///< index in the chunk of the task begun last: it runs unless it is among the finished; idle around a chunk's tasks
    std::atomic<std::uint64_t> finished{0};    ///< tasks of the chunk that have run
    std::atomic<std::int64_t> computeBegan{0}; ///< CLOCK_MONOTONIC, 0 while it computes nothing
    std::atomic<std::uint64_t> rss{0};         ///< bytes resident, refreshed now and then
    std::atomic<std::uint64_t> maxRss{0};
    std::atomic<std::int64_t> cpuWait{0}; ///< ns runnable but not running (schedstat)
    std::atomic<std::uint64_t> abandoned{
        0}; ///< the parent's one field: serial number of a chunk to be left at its next task
    std::atomic<std::uint64_t> claims{0}; ///< both sides': Claims, changed as one
};

/// Who has which chunks of those that lie ready for a worker, which takes them in the order of their
/// serial numbers. Both change the word by compare and exchange, so that each chunk is either begun
/// or taken back, whatever the moment.
struct Claims {
    std::uint32_t begun = 0; ///< the chunk that the worker began last
    std::uint32_t gone = 0;  ///< up to here, what it has not begun was taken back

    static Claims of(std::uint64_t word)
    {
        return {static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(word >> 32)};
    }
    std::uint64_t word() const { return std::uint64_t{gone} << 32 | begun; }
    bool tookBack(std::uint32_t serial) const
    {
        return static_cast<std::int32_t>(gone - serial) >= 0;
    }
};
/// The parent's, before the first chunk: numbers after `last` will come.
inline void beginClaims(StatusPage& page, std::uint32_t last)
{
    page.claims = Claims{last, last}.word();
}
/// The worker's: begins with a chunk; false where that was taken back.
bool claim(StatusPage& page, std::uint32_t serial);
/// The parent's: takes back all behind the chunk that was begun last, up to `last`, and returns that
/// chunk. None, and nothing happens, where `first` was not begun.
std::optional<std::uint32_t> takeBack(StatusPage& page, std::uint32_t first, std::uint32_t last);
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

/// One lane's pen. All calls but totals() are the attendant's.
class LaneRecorder final {
public:
    LaneRecorder(std::uint16_t worker, Nanos begin, std::size_t rows = rowsHeld);
    ~LaneRecorder();
    LaneRecorder(const LaneRecorder&) = delete;
    LaneRecorder& operator=(const LaneRecorder&) = delete;

    /// A worker was begun, at CLOCK_MONOTONIC `at`: until ready() its time counts as start (the time
    /// before the lane's first worker too).
    void started(Nanos at, std::int32_t pid, std::shared_ptr<const StatusPage> page);
    /// It is ready to take chunks; from here on every moment of it is in one step.
    void ready(Nanos at);
    /// A chunk came back. Adds the row to the counters and offers it to the feed. `cause` is why
    /// the worker waited where nothing was being done for it. Tasks of the row that failed count as
    /// done where they are given to Telemetry::fail(). The counters take what the row holds.
    void record(const Row& row, WaitCause cause);
    /// The same with exact counters: a row's floats are rounded (by 30 ns at a second), `exact` is
    /// not, and `failed` may be more than the 255 that a row can say.
    void record(const Row& row, const std::array<Nanos, stepCount>& exact, WaitCause cause,
                std::uint32_t failed);
    /// Its worker is gone at event.at. What it did since its last row is lost: it counts as compute
    /// from where the status page says that it computed, and as wait before. From here until the
    /// next started() the lane waits with nothing left.
    void ended(const LaneEvent& event);
    /// Time of the lane that no row carries (the last write, the wait at the end).
    void add(Step step, Nanos duration);
    void addWait(WaitCause cause, Nanos duration);
    /// Of a row's bytes so many travelled beside its messages.
    void addOutOfBand(std::uint64_t bytes);
    void setInFlight(std::uint64_t chunks);
    /// From hold() to release() nobody is told of what is recorded: for many rows in a row.
    void hold();
    void release();
    /// The end of the lane's accounted time, since the run began.
    Nanos accountedUntil() const;

    /// The lane at CLOCK_MONOTONIC `at`; the time since its last row is put under compute or wait,
    /// whichever the status page shows, so that a live bar adds up.
    LaneTotals totals(Nanos at) const;

private:
    friend class Telemetry;
    struct Counters;
    std::unique_ptr<Counters> m_counters;
};

/// A run's facts.
class Telemetry final {
public:
    /// `items` is the size of the input; `rowsPerLane` how many rows a lane holds until drained.
    Telemetry(std::size_t workers, std::uint64_t items, Nanos begin,
              std::size_t rowsPerLane = rowsHeld);
    ~Telemetry();

    Nanos begin() const;
    LaneRecorder& lane(std::size_t worker);
    /// Any thread. A failed task, once; counts it as done, under its worker where that is a lane.
    void fail(Failure failure);
    void setItems(std::uint64_t items); ///< of an input whose size was not known, or not true
    void countRetried(std::uint64_t tasks);
    void countLostWorker();
    /// Any thread. Why a lane has no worker, a sentence: until one is ready, or for good. Empty: it has.
    void noWorker(std::size_t lane, std::string why);
    /// The call is over at CLOCK_MONOTONIC `at`: wall time stands still from here.
    void finish(Nanos at, bool cancelled);

    /// The run at CLOCK_MONOTONIC `at`, or a little later where a row has just been recorded that
    /// ends after it: each lane's start and worker steps add up to `wall`, less what no row covers.
    RunTotals totals(Nanos at) const;
    /// Moves what was recorded since the last drain into `batch` (appended). One thread.
    void drain(FeedBatch& batch);

private:
    void addNoWorkers(RunTotals& totals) const;

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope
