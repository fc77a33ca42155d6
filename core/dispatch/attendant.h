// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The parent-side thread of one worker process: it pulls chunks, pickles and sends them, reads and
// unpickles what comes back, and keeps the ledger of what its worker has. When the worker dies it
// gives back what can be run again, tells of what was lost, and starts another.

#include "core/dispatch/activity.h"
#include "core/dispatch/lanes.h"
#include "core/dispatch/task_clock.h"

namespace poolscope {

/// A chunk that a worker has: an entry of the ledger. Moments on CLOCK_MONOTONIC.
struct SentChunk {
    CallState* call = nullptr; ///< among the lane's m_calls until its last chunk is given back
    Chunk chunk;
    std::uint32_t serial = 0;
    std::uint32_t bytes = 0;  ///< of its message, and beside it
    std::uint64_t beside = 0; ///< of these, those beside it
    Nanos pickleBegan = 0;
    Nanos pickled = 0;
    Nanos sendTook = 0; ///< ns in send and flush
};

class Attendant final : public LaneRunner {
public:
    /// `team` is null where each worker has a process of its own.
    Attendant(Lanes& lanes, Starter& starter, WorkerTeam* team, const LaneOptions& options,
              int lane);
    void run(); ///< until the lanes are closed

    // While the seat is held, which run() does but where it rests.
    bool rests() const override;
    void runFor(const CallState& call) override;

private:
    // attendant_turns.cpp
    bool takeTurn();
    void sleep();
    bool has(const CallState& call) const;

    // attendant.cpp: its life, its worker's life
    void enterCalls();
    void startWorker();
    void waitForNews();
    int patience();
    bool mustEnd() const;
    void abandonCancelled();
    void lost();
    void giveBackPulled();
    bool mustGo() const { return m_gone || m_overdue || wanted(); }
    bool wanted() const { return m_lanes.closed() || mustEnd() || retired() || m_refused; }
    LaneEvent endWorker(bool wanted);
    void tellCalls(LaneEvent event, bool wanted);
    void settle(const SentChunk& front, const Loss& loss, const Error& error);
    void forgetWorker(bool wanted, const LaneEvent& event, bool hadBegun);
    void noteFault();

    // attendant_limits.cpp: what a worker must keep to, and what it does before its first task
    void greet(Nanos readyAt);
    Result<void> sendInitializer();
    void initializerAnswered();
    void becomeReady(Nanos at);
    void giveUpStarting(Error why);
    bool givenUp() const;
    void tellNoWorker(const std::string& why);
    bool initializing() const { return m_initializer != 0; }
    bool works() const { return m_worker && (!m_ready || !m_sent.empty()); }
    void watch();
    int pause() const; ///< ms to wait for news at most, -1 for ever
    bool mayTake() const { return m_ready && !m_gone && !m_overdue && !spent(); }
    bool spent() const;
    bool retired() const { return m_ready && m_sent.empty() && spent(); }
    void cutToRest(CallState& call, Chunk& chunk);
    void noteMemory(ChunkAnswer& answer);
    void distrust(std::string why);

    // attendant_words.cpp: how a worker's end is told
    std::string workerText(const LaneEvent& event) const;
    Error deathError(const SentChunk& sent, const Loss& loss, const LaneEvent& event) const;
    Error startError(const LaneEvent& event) const;
    int pid() const { return m_worker ? m_worker->process().pid() : 0; }

    // attendant_send.cpp: the way out
    void fill();
    void refuseAll();
    void pullAhead();
    std::size_t chunksAhead() const;
    void shareOut();
    void give(CallState& call, Chunk chunk);
    bool prepare(CallState& call, Chunk& chunk, SentChunk& sent);
    bool prepareByValues(CallState& call, Chunk& chunk);
    bool reduceItems(CallState& call, Chunk& chunk, std::vector<Value>& items);
    void send(SentChunk sent);
    PlaceBuffers placeBeside();
    void flush();
    /// The end of the step before is the begin of this one where they follow each other at once:
    /// reading the clock costs as much as a step of a small chunk.
    Nanos moment() { return m_moment != 0 ? m_moment : m_moment = now(); }

    // attendant_receive.cpp: the way back
    void receive();
    void accept(Nanos began, Nanos received);
    void answered(Nanos began, Nanos received);
    Result<ChunkAnswer> readAnswerTo(const SentChunk& sent);
    void beginAnswered(CallState& call);
    void keepAnswered(const CallState& call, CallState::Answered answered);
    void completeAnswered();
    bool readRecord(AnswerRecord& record) const;
    Nanos correctLastWrite(CallState& call, const AnswerRecord& answer, std::uint32_t bytesBack);
    void record(const SentChunk& sent, const AnswerRecord& answer,
                std::array<Nanos, stepCount> steps, Row row, std::uint32_t failed);
    void redo(const SentChunk& sent, const Error& error);

    Lanes& m_lanes;
    Starter& m_starter;
    WorkerTeam* const m_team;
    const LaneOptions& m_options;
    const int m_lane;
    std::unique_ptr<WorkerProcess> m_worker;
    bool m_ready = false;
    bool m_gone = false; ///< its channel has ended, or it sent what cannot be
    std::string m_fault; ///< what it sent that cannot be, as part of a sentence
    TaskClock m_clock;
    bool m_overdue = false;          ///< it stands at a task for longer than it may
    bool m_outgrown = false;         ///< it holds more memory than it may
    std::uint64_t m_given = 0;       ///< tasks that were sent to this worker
    std::uint64_t m_served = 0;      ///< chunks that this worker has answered
    std::uint32_t m_initializer = 0; ///< serial of its initializer while that runs
    bool m_refused = false;          ///< its initializer failed
    Nanos m_startedAt = 0;
    Nanos m_readyAt = 0;
    int m_failedStarts = 0; ///< in a row
    Error m_startError;
    Fifo<SentChunk> m_sent;        ///< the ledger: in the order in which the worker takes them
    std::uint64_t m_sentBytes = 0; ///< of their messages
    Pulled m_pulled;               ///< chunks that are to be sent next
    CallState* m_answeredCall = nullptr;         ///< of m_answered
    std::vector<CallState::Answered> m_answered; ///< chunks that the call does not know of yet
    std::uint32_t m_answeredChunks = 0;          ///< so many
    int m_patience = 0;                          ///< ms that the last wait for answers was given
    std::uint32_t m_serial = 0;
    std::uint32_t m_standsAt = 0; ///< a chunk that takes long: nothing is queued behind it
    std::uint64_t m_lastCall = 0;
    std::vector<std::shared_ptr<CallState>> m_calls; ///< whose telemetry knows this lane's worker

    TaskWriter m_tasks;
    AnswerReader m_answers;
    PickleWriter m_writer;
    Document m_document;
    Buffer m_out;
    std::size_t m_beside = 0; ///< bytes that go beside it
    Frame m_frame;
    Nanos m_moment = 0; ///< when the last step ended, or 0: something was done since
    Activity m_activity;
    Nanos m_hungrySince = 0;
    double m_chunkTime = 0;  ///< ns that a chunk keeps the worker busy, smoothed; 0 not known
    Nanos m_lastPickled = 0; ///< when the worker began to write its last answer
    std::uint64_t m_lastWritten = 0; ///< id of the call that its last answer was for
    Nanos m_received = 0;            ///< when its last answer was whole here: it was written before
    Nanos m_outGuess = 0;            ///< what was recorded for that write
    std::uint32_t m_lastBytes = 0;
    double m_outPerByte = 0;
};

} // namespace poolscope
