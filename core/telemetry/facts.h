// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What is recorded of a run, as plain values.

#include "core/base/base.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace poolscope {

/// One step in the life of a chunk. The worker's own steps come first, in the order in which they
/// happen; the wait before a chunk is cut by what its attendant was doing meanwhile.
enum class Step : std::uint8_t {
    Wait,           ///< worker: nothing was being done for it (slow input, nothing left, retry)
    WaitUnpickle,   ///< worker waits while its attendant unpickles earlier results
    WaitReceive,    ///< worker waits while its attendant reads earlier results
    WaitPickle,     ///< worker waits while its attendant pickles for it
    WaitSend,       ///< worker waits while its attendant writes to it
    In,             ///< worker reads the frame
    Unpickle,       ///< worker unpickles the arguments
    Compute,        ///< worker runs the function
    Pickle,         ///< worker pickles the results
    Out,            ///< worker writes the frame
    ParentPickle,   ///< attendant pickles the arguments
    ParentSend,     ///< attendant writes the frame
    ParentReceive,  ///< attendant reads the result frame
    ParentUnpickle, ///< attendant unpickles the results
};
inline constexpr std::size_t stepCount = 14;
inline constexpr std::size_t workerSteps = 10; ///< the first ten are the worker's

/// What a person sees: each worker is in exactly one phase at any moment (DESIGN.md 11).
enum class Phase : std::uint8_t { Compute, Pickle, Unpickle, Transfer, Wait };
inline constexpr std::size_t phaseCount = 5;

/// The phase that a step counts under: a wait with a cause counts under its cause.
Phase phaseOf(Step step);
const char* nameOf(Phase phase); ///< "compute", "pickle", …

/// Why a worker waited with nothing being done for it.
enum class WaitCause : std::uint8_t {
    Input,       ///< its attendant had no chunk to give: the input is slow
    NothingLeft, ///< all chunks are handed out
    Retry,       ///< a worker before it died
    Attendant,   ///< its attendant had not been woken yet, or waited for a CPU
};
inline constexpr std::size_t waitCauseCount = 4;

/// What is recorded of one chunk: 88 bytes, written by its attendant when the results are in.
struct Row {
    Nanos start = 0; ///< since the run began: when the worker's wait for this chunk began
    std::array<float, stepCount> step{}; ///< ns; worker steps follow each other from `start`
    float lead = 0;          ///< ns from the begin of ParentPickle to `start` (negative: after it)
    std::uint32_t item = 0;  ///< first item
    std::uint32_t count = 0; ///< items
    std::uint32_t bytesOut = 0;  ///< length of the message to the worker
    std::uint32_t bytesBack = 0; ///< length of the answer
    std::uint16_t worker = 0;    ///< lane
    std::uint8_t attempt = 0;    ///< 0 is the first
    std::uint8_t failed = 0;     ///< tasks of it that failed, 255 and more as 255

    float operator[](Step s) const { return step[static_cast<std::size_t>(s)]; }
    float& operator[](Step s) { return step[static_cast<std::size_t>(s)]; }
};
static_assert(sizeof(Row) == 88);

/// What happened to a lane's worker; drawn at its lane.
struct LaneEvent {
    enum class Kind : std::uint8_t { Started, Ready, Died, Closed };
    Nanos at = 0; ///< since the run began
    Kind kind = Kind::Started;
    std::uint16_t worker = 0;
    std::int32_t pid = 0;
    std::int32_t signal = 0; ///< that ended it, or 0
    std::int32_t exitCode = 0;
    std::int64_t item = -1;    ///< the task that it took with it, or -1
    std::uint32_t retried = 0; ///< finished tasks whose results were lost and are run again
};

/// A task without a value.
struct Failure {
    std::uint64_t item = 0;
    Error error;
    std::uint16_t worker = 0;
    std::int32_t pid = 0;
    std::uint8_t attempt = 0;
    std::string argument; ///< as text, shortened, or empty
};

/// One lane's totals at a moment. Exact: never summed over rows that may have been dropped.
struct LaneTotals {
    std::uint16_t worker = 0;
    std::int32_t pid = 0;
    bool alive = false;
    std::string noWorker;    ///< why none could be started, in a sentence; empty where one could
    std::uint64_t items = 0; ///< with a value or a failure
    std::uint64_t chunks = 0;
    std::uint64_t failed = 0;
    std::uint64_t begun = 0; ///< tasks finished in the chunk now running, not yet in `items`
    Nanos busySince =
        0; ///< since the run began: when the chunk now running began to compute, 0 when none
    Nanos start = 0; ///< ns until its workers were ready (all incarnations)
    std::array<Nanos, stepCount> step{};
    std::array<Nanos, waitCauseCount> waitCause{}; ///< of step[Wait]
    std::uint64_t bytesOut = 0;
    std::uint64_t bytesBack = 0;
    std::uint64_t outOfBand = 0; ///< of both, those that travelled beside the messages
    Nanos cpuWait = 0;     ///< runnable, but the machine was running something else (schedstat)
    std::uint64_t rss = 0; ///< bytes resident now
    std::uint64_t maxRss = 0;

    Nanos operator[](Step s) const { return step[static_cast<std::size_t>(s)]; }
};

/// How a run stands at a moment; from it insight makes every figure.
struct RunTotals {
    Nanos wall = 0; ///< since the run began, to its end when `finished`
    bool finished = false;
    bool cancelled = false;
    std::uint64_t items = 0; ///< of the whole input
    std::uint64_t done = 0;  ///< with a value or a failure
    std::uint64_t failed = 0;
    std::uint64_t chunks = 0;  ///< answered
    std::uint64_t retried = 0; ///< tasks run again because a worker died
    std::uint64_t lostWorkers = 0;
    std::uint64_t rows = 0;     ///< recorded
    std::uint64_t dropped = 0;  ///< of `rows`, those that the feed had no room for
    std::uint64_t inFlight = 0; ///< chunks sent and not answered
    Nanos observing = 0;        ///< ns spent recording, measured by sampling
    std::vector<LaneTotals> lane;
};

/// What one drain brought.
struct FeedBatch {
    std::vector<Row> rows;
    std::vector<LaneEvent> events;
    std::vector<Failure> failures;
};

/// The serial probe's measurements: how long a plain loop takes, in rounds spread over the input.
struct ProbeResult {
    bool measured = false;
    std::uint64_t items = 0;          ///< calls made in all
    std::vector<double> roundPerItem; ///< s per item, one for each round
    std::string whyNot;               ///< a sentence, when not measured
};

} // namespace poolscope
