// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// One call under way: a feeder pulls its input into a bounded queue, lanes take chunks from it and
// give back what became of them, and outcomes leave in the order of the input, or as they come.

#include "core/dispatch/chunk_queue.h"
#include "core/dispatch/chunk_size.h"
#include "core/dispatch/collector.h"

#include <atomic>
#include <deque>
#include <functional>
#include <span>
#include <thread>

namespace poolscope {

class CallState final : public Call {
public:
    /// Whom a call tells of its news.
    struct Bells {
        std::function<void()> work;  ///< there may be chunks: for lanes that found none
        std::function<void()> ended; ///< it was cancelled: for all lanes
        std::function<void(const CallState&)> attend; ///< its caller waits, and may run a lane
    };
    CallState(std::uint64_t id, std::shared_ptr<const Work> work, const CallPlan& plan, int workers,
              Bells bells);
    ~CallState() override;

    // For whoever made the call.
    bool next(Outcomes& outcomes) override;
    void takeAll(const std::function<void(Outcomes&)>& take) override;
    bool awaitNext(Nanos timeout) override;
    void wait() override;
    bool waitFor(Nanos timeout) override;
    bool finished() const override;
    using Call::cancel;
    void cancel(Running running) override;
    bool wasCut() const override;
    void whenOver(std::function<void()> tell) override;
    RunTotals totals() const override;
    void drain(FeedBatch& batch) override;
    std::uint64_t chunksize() const override;
    std::string chunksizeReason() const override;
    Result<void> inputError() const override;
    std::shared_ptr<const Payloads> payloads() const override { return m_payloads; }

    // For the lanes.
    std::uint64_t id() const { return m_id; }
    const Work& work() const { return *m_work; }
    Telemetry& telemetry() { return m_telemetry; }
    const std::atomic<bool>& cancelled() const { return m_cancelled; }
    bool endsWorkers() const { return m_endsWorkers; } ///< cancelled, with the workers that run it
    /// A message of this chunk crossed: kept where that was asked for, one branch where not.
    void keep(Way way, const Chunk& chunk, int worker, std::string_view message)
    {
        if (m_payloads) {
            m_payloads->keep(chunk.head(way, worker), message);
        }
    }
    /// Adds at most `most` chunks; none: nothing now, or nothing more.
    void pull(std::size_t most, std::vector<Chunk>& chunks);
    void awaitFeeder(); ///< until the input is not asked any more; of a call that was cancelled
    void putBack(const Chunk& chunk); ///< goes first when the next is pulled
    void split(std::size_t parts);    ///< a pulled chunk is given back in that many parts
    /// A chunk, or a run of some, that was pulled and will not be answered (cancelled).
    void drop(const Chunk& chunk, std::uint32_t chunks = 1);
    /// What became of a chunk that was pulled, or of some in a row.
    struct Answered {
        Chunk chunk;
        ChunkAnswer answer;
        Nanos cost = 0;           ///< ns of work for it, or 0: not known
        std::uint32_t chunks = 1; ///< of which `chunk` is the run of all their tasks
    };
    /// Makes one of two where the second follows on the first, all is well with both, and nobody has
    /// to hear of each chunk alone.
    bool join(Answered& first, const Answered& second) const;
    void complete(std::span<Answered> answered, int worker, std::int32_t pid);
    void fail(const Chunk& chunk, Error error, int worker, std::int32_t pid); ///< all of its tasks

private:
    using News = std::vector<std::function<void()>>;
    static void tell(News news);

    // call_feed.cpp
    void begin();
    void feed(const std::stop_token& stop);
    bool feedSome();
    std::uint64_t awaitRoom();
    std::uint64_t stretchLocked() const REQUIRES(m_mutex);
    Result<std::shared_ptr<const Items>> takeItems(std::uint64_t count);
    bool roomLocked() const REQUIRES(m_mutex);
    bool mayPullLocked() const REQUIRES(m_mutex);
    std::uint32_t sizeLocked() const REQUIRES(m_mutex);

    Outcomes outcomesOf(const Chunk& chunk, ChunkAnswer answer, int worker, std::int32_t pid);
    std::shared_ptr<const Failure> failure(const Chunk& chunk, std::size_t task, Error error,
                                           int worker, std::int32_t pid);
    void collectLocked(std::span<Answered> answered, std::vector<Outcomes>& outcomes,
                       DoneItems& done) REQUIRES(m_mutex);
    void attendOnce();
    bool enoughLocked() const REQUIRES(m_mutex); ///< to wake whoever takes the outcomes
    void takeReadyLocked() REQUIRES(m_mutex);
    bool overLocked() const REQUIRES(m_mutex);
    [[nodiscard]] News finishIfOver() REQUIRES(m_mutex); ///< to be told when the lock is gone

    const std::uint64_t m_id;
    const std::shared_ptr<const Work> m_work;
    const CallPlan m_plan;
    const Bells m_bells;
    Telemetry m_telemetry;
    const std::shared_ptr<Payloads> m_payloads; ///< null: nothing is kept
    std::atomic<bool> m_cancelled{false};
    std::atomic<bool> m_endsWorkers{false};

    // The feeder's.
    std::uint64_t m_first = 0; ///< item that is taken from the input next
    // The caller's, of next().
    bool m_isAttended = false; ///< attend has been called
    std::deque<Outcomes> m_leaving;

    mutable Mutex m_mutex;
    mutable Condition m_changed;
    Condition m_room;
    ChunkQueue m_queue GUARDED_BY(m_mutex);
    ChunkSize m_size GUARDED_BY(m_mutex);
    Collector m_collector GUARDED_BY(m_mutex);
    std::optional<Error> m_inputError GUARDED_BY(m_mutex);
    std::uint64_t m_items GUARDED_BY(m_mutex) = 0; ///< that will have an outcome, as far as known
    std::uint64_t m_done GUARDED_BY(m_mutex) = 0;
    std::uint64_t m_taken GUARDED_BY(m_mutex) = 0; ///< items that were queued
    std::uint64_t m_cut GUARDED_BY(m_mutex) = 0;   ///< items of chunks that were cut
    std::uint64_t m_left GUARDED_BY(m_mutex) = 0;  ///< items that left by next()
    std::uint64_t m_out GUARDED_BY(m_mutex) = 0;   ///< chunks with the lanes
    bool m_over GUARDED_BY(m_mutex) = false;
    bool m_takesAll GUARDED_BY(m_mutex) = false;
    News m_news GUARDED_BY(m_mutex); ///< who wants to know of the end
    std::jthread m_feeder;           // last: it uses all the others
};

} // namespace poolscope
