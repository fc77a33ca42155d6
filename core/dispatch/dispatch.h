// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/dispatch: a Call cuts its input into chunks, lanes pull them, the ledger knows
// which chunk is where, and outcomes are collected in order.

#include "core/dispatch/limits.h"
#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"
#include "core/worker/worker.h"

#include <functional>
#include <memory>

namespace poolscope {

/// What became of a chunk's tasks, in order: for each, its result or its failure. Results are Items
/// (a Value is made when one is looked at); a failed task's entry may not be reduced.
struct Outcomes {
    std::uint64_t first = 0; ///< item
    ItemsPart results;
    std::vector<std::shared_ptr<const Failure>>
        failures; ///< empty, or one entry a task, null where it has a value
    std::size_t size() const;
};

/// A chunk size that is chosen while the call runs, from what chunks cost.
inline constexpr std::uint64_t autoChunksize = ~std::uint64_t{0};
/// What becomes of tasks that run while their call is cancelled.
enum class Running : std::uint8_t {
    StopAtNextTask, ///< each worker finishes the task that it is on
    End,            ///< tasks in processes are ended with their workers; in threads as above
};

/// One map, imap or apply under way. Handles are shared; the call goes on without them until the pool ends.
class Call {
public:
    virtual ~Call() = default;
    /// Outcomes in the order of the input, each once, as soon as all before it are there (as they come
    /// where the plan is not ordered). Waits for the next; false when the call is over and all were
    /// taken. One thread; where the plan is `attended`, it sends the call's chunk to a worker that
    /// rests and reads the answer itself.
    virtual bool next(Outcomes& outcomes) = 0;
    /// The same for whoever wants all of them: `take` gets each, this thread is woken for many at once,
    /// and when it returns the call is over.
    virtual void takeAll(const std::function<void(Outcomes&)>& take) = 0;
    /// True when next() has something to say at once; false when `timeout` (ns) ran out before.
    virtual bool awaitNext(Nanos timeout) = 0;
    virtual void wait() = 0; ///< until every task has an outcome or the call was cancelled
    virtual bool waitFor(Nanos timeout) = 0; ///< the same for ns at most; false when they ran out
    virtual bool finished() const = 0;
    /// Stops: no chunk is handed out any more, and tasks without an outcome get none.
    virtual void cancel(Running running) = 0;
    void cancel() { cancel(Running::End); }
    virtual bool wasCut() const = 0; ///< over, and a cancel left tasks without an outcome
    /// `tell` is called once when the call is over, at once where it is. By any thread, so it only
    /// passes the news on; who asked last is told first.
    virtual void whenOver(std::function<void()> tell) = 0;
    virtual RunTotals totals() const = 0; ///< now
    virtual void
    drain(FeedBatch& batch) = 0; ///< rows, events, failures since the last drain. One thread
    /// As it was asked for; where that was autoChunksize, what has been chosen so far but for the end.
    virtual std::uint64_t chunksize() const = 0;
    /// Why autoChunksize chose what it chose: what a chunk and an item cost. Empty where it was told.
    virtual std::string chunksizeReason() const = 0;
    virtual Result<void> inputError() const = 0; ///< set when the input ended the call early
    /// The messages that were kept; null where none were asked for. They outlive the call.
    virtual std::shared_ptr<const Payloads> payloads() const = 0;
};

/// Starts the lanes of a pool in threads of its own making (core/threads does it on Qt Concurrent).
class LaneStarter {
public:
    virtual ~LaneStarter() = default;
    /// Runs `lane(i)` for i in 0 … workers-1, each on a thread; returns at once.
    virtual void start(int workers, std::function<void(int)> lane) = 0;
    virtual void join() = 0; ///< waits until all have returned
};

/// Where and how a dispatcher's lanes run their chunks.
struct LaneOptions {
    int workers = 1;
    bool processes = true; ///< otherwise in this process, on `threads` (empty: plain threads)
    WorkerProgram worker;  ///< of processes
    WorkerProgram python;  ///< of the last `pythons` lanes
    int pythons = 0;
    bool isTeam = false; ///< all workers are threads of one process, which `python` starts
    std::shared_ptr<LaneStarter> threads;
    WorkerLimits limits;

    const WorkerProgram& programOf(int lane) const
    {
        return lane < workers - pythons ? worker : python;
    }
};

/// How one call is cut.
struct CallPlan {
    std::uint64_t chunksize = 1;     ///< or autoChunksize
    std::uint64_t window = 0;        ///< chunks under way at most, 0 for no bound (apply: 1)
    std::uint64_t payloadBudget = 0; ///< bytes of messages that are kept at most, 0 for none
    std::size_t rowsHeld = poolscope::rowsHeld; ///< of a lane at most, a power of two
    bool attended = false;           ///< of one chunk, and next() is called at once: see there
    bool ordered = true;             ///< false: outcomes leave as they come
    /// The feeder rests while so many items (at least a chunk) are under way or not yet taken by
    /// next(); 0 for no bound.
    std::uint64_t bufferItems = 0;
};

/// The lanes of a pool and the calls that they serve. Workers start with the first call. Destroying
/// it cancels what runs.
class Dispatcher final {
public:
    Dispatcher(Starter& starter, LaneOptions options);
    ~Dispatcher();
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    /// Any thread.
    std::shared_ptr<Call> start(std::shared_ptr<const Work> work, const CallPlan& plan);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope
