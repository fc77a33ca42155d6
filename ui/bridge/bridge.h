// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door of ui/bridge: a run as Qt sees it. The engine works in its own threads; another drains
// its feed and tells what happened once a tick. The only room of ui/ that starts the engine.

#include "core/insight/insight.h"
#include "core/pool/pool.h"
#include "core/session/session.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// What the user asked for.
struct RunRequest {
    std::string job;
    std::map<std::string, std::string, std::less<>> parameters; ///< as typed
    Backend backend = Backend::Processes;
    int workers = PoolOptions::availableWorkers();
    std::optional<std::uint64_t> chunksize = autoChunksize; ///< empty: CPython's default
    Api api = Api::Map;
    int protocol = defaultProtocol;
    std::string input; ///< a file with one JSON value a line in the place of the job's items; empty: those
    StartMethod startMethod = PoolOptions().startMethod;
    Transport transport = Transport::Ring;
    bool outOfBand = true;  ///< large bytes beside the messages, where transport and protocol can
    double taskTimeout = 0; ///< s that one task may take; 0: no limit
    int retries = 0;        ///< of a task that took its worker with it
    bool probe = true;
    std::uint64_t payloadBudget = 0; ///< bytes of messages that are kept at most; 0: none
    std::size_t rowsHeld = 0; ///< of a worker, until they are drained; 0: PoolOptions::rowsToWatch
    /// s: how long it is to last; its `items` are then chosen by a short pilot run (the demo).
    std::optional<double> lastFor = {};
};

enum class RunStage : std::uint8_t { Measuring, Running, Finished, Cancelled, CannotPickle, Refused };

/// What one tick brings.
struct RunTick {
    bool last = false; ///< of its run: the stage is final
    RunStage stage = RunStage::Measuring;
    RunPlan plan;
    Summary summary;
    RunTotals totals;
    KeptBatch fresh; ///< the rows so far, events and failures since the last tick
    std::shared_ptr<const Payloads> payloads; ///< of the call, the same at each tick; null: none are kept
    std::vector<std::string> freshValues;///< repr of the values of the first 1000 items, those new since the last tick; empty where it failed
    std::string reduction;               ///< the sum where the job has one, at the end
    ProbeResult probe;                   ///< what the serial probe found
    ResultDigest digest;                 ///< of the values, at the end
    Error error;                         ///< CannotPickle and Refused: what is wrong
    std::map<std::string, std::size_t> weights; ///< CannotPickle: bytes of the other attributes of the culprit's owner
    Nanos checkedIn = 0;                 ///< CannotPickle: how long the check took
};

/// The argument of one task as Python's repr of it, shortened: taken from the job's input once more. An
/// error where the input cannot give one item without being waited for. May run on any thread.
Result<std::string> argumentOf(const Catalogue& catalogue, const RunRequest& request, std::uint64_t item);

/// Runs one job at a time. All signals come on the thread of the object.
class RunBridge final : public QObject {
    Q_OBJECT
public:
    RunBridge(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, QObject* parent = nullptr);
    ~RunBridge() override; ///< ends a run that is under way, and its workers

    /// What is wrong with a request, before anything is started; the error's path names the field
    /// (a parameter's name, "workers", "chunksize", "job", "taskTimeout", "retries").
    Result<void> check(const RunRequest& request) const;
    void start(const RunRequest& request); ///< only while none runs
    void stop();
    bool running() const;
    /// ms from one tick to the next: `usualTick` unless told otherwise.
    void setTick(int milliseconds);
    static constexpr int usualTick = 33;
    static constexpr int calmTick = 1000; ///< for who wants reduced motion

signals:
    void ticked(std::shared_ptr<poolscope::RunTick> tick); ///< the last one has a final stage
    void ended();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope

#include "ui/bridge/python_bridge.h"
#include "ui/bridge/trace_bridge.h"
