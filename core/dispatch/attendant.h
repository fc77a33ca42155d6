// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The parent-side thread of one worker process: it pulls chunks, pickles and sends them, reads and
// unpickles what comes back, and keeps the ledger of what its worker has. When the worker dies it
// gives back what can be run again, tells of what was lost, and starts another.

#include "core/dispatch/activity.h"
#include "core/dispatch/lanes.h"

#include <deque>

namespace poolscope {

/// A chunk that a worker has: an entry of the ledger. Moments on CLOCK_MONOTONIC.
struct SentChunk {
    std::shared_ptr<CallState> call;
    Chunk chunk;
    std::uint32_t serial = 0;
    std::uint32_t bytes = 0;
    Nanos pickleBegan = 0;
    Nanos pickled = 0;
    Nanos sendTook = 0; ///< ns in send and flush
};

class Attendant final {
public:
    Attendant(Lanes& lanes, Starter& starter, const LaneOptions& options, int lane);
    void run(); ///< until the lanes are closed

private:
    // attendant.cpp: its life, its worker's life
    void enterCalls();
    void startWorker();
    void waitForNews();
    bool mustEnd() const;
    void lost();
    LaneEvent endWorker(bool wanted);
    void tellCalls(LaneEvent event, bool wanted);
    void settle(const SentChunk& front, const Loss& loss, const Error& error);
    void forgetWorker(bool wanted, const LaneEvent& event);
    int pid() const { return m_worker ? m_worker->process().pid() : 0; }

    // attendant_send.cpp: the way out
    void fill();
    bool roomAhead() const;
    void refuseAll();
    bool prepare(Pulled& pulled, SentChunk& sent);
    bool prepareByValues(Pulled& pulled);
    bool reduceItems(Pulled& pulled, std::vector<Value>& items);
    void send(SentChunk sent);
    void flush();

    // attendant_receive.cpp: the way back
    void receive();
    void accept(Nanos began, Nanos received);
    void answered(Nanos began, Nanos received);
    bool readRecord(AnswerRecord& record) const;
    Nanos correctLastWrite(CallState& call, const AnswerRecord& answer, std::uint32_t bytesBack);
    void record(const SentChunk& sent, const AnswerRecord& answer,
                std::array<Nanos, stepCount> steps, Row row, std::uint32_t failed);
    void redo(const SentChunk& sent, const Error& error);

    Lanes& m_lanes;
    Starter& m_starter;
    const LaneOptions& m_options;
    const int m_lane;
    std::unique_ptr<WorkerProcess> m_worker;
    bool m_ready = false;
    bool m_gone = false; ///< its channel has ended, or it sent what cannot be
    Nanos m_startedAt = 0;
    Nanos m_readyAt = 0;
    int m_failedStarts = 0; ///< in a row
    Error m_startError;
    std::deque<SentChunk> m_sent; ///< the ledger: in the order in which the worker takes them
    std::uint32_t m_serial = 0;
    std::uint64_t m_lastCall = 0;
    std::vector<std::shared_ptr<CallState>> m_calls; ///< whose telemetry knows this lane's worker

    TaskWriter m_tasks;
    AnswerReader m_answers;
    PickleWriter m_writer;
    Document m_document;
    Buffer m_out;
    Frame m_frame;
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
