// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/pool: a pool of workers as Python programmers know it, and what a watcher asks of
// a call that runs. Start here.

#include "core/dispatch/dispatch.h"
#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// Where the calls run.
enum class Backend : std::uint8_t { Serial, Threads, Processes };
const char* nameOf(Backend backend); ///< "serial", "threads", "processes"
std::optional<Backend> backendNamed(std::string_view name);

/// How a call hands out its items. Imap hands out chunks of 1 unless told otherwise; apply has one
/// task under way at a time.
enum class Api : std::uint8_t { Map, Imap, Apply };
const char* nameOf(Api api);
std::optional<Api> apiNamed(std::string_view name);

struct PoolOptions {
    Backend backend = Backend::Processes;
    int workers = availableWorkers(); ///< serial has one, whatever is asked
    int protocol = defaultProtocol;
    Transport transport = Transport::Ring; ///< between this process and its workers
    std::string
        workerProgram; ///< empty: poolscope-worker beside this program, or $POOLSCOPE_WORKER
    StartMethod startMethod = StartMethod::Forkserver; ///< of processes
    std::shared_ptr<LaneStarter> threads; ///< who starts lanes for Backend::Threads (core/threads)

    // What a task may do to its worker, and for how long. 0 is no limit. taskTimeout,
    // maxTasksPerChild and workerMemory end workers, so they need processes.

    /// What one task may take, its unpickling and pickling each as much again: then its worker is
    /// ended and replaced, and the task fails with "TaskTimeout". Never less than asked, and at most a
    /// twentieth more (1 to 250 ms). No other task fails by it. An initializer has as long.
    std::chrono::nanoseconds taskTimeout{0};
    /// Times that a task is run again which took its worker with it or timed out; then it fails for
    /// good. A task that throws is not run again: it would throw again, and Python's pools do the same.
    int retries = 0;
    /// Tasks (items, where CPython counts chunks) that one worker runs at most before it is replaced;
    /// a chunk that is larger than what is left to it is cut.
    std::uint64_t maxTasksPerChild = 0;
    /// Bytes that a worker may hold: one that holds more after a chunk is replaced. A task that
    /// reaches a quarter more (64 to 128 MiB) cannot get it: it fails with "MemoryError".
    std::uint64_t workerMemory = 0;
    /// Every worker calls it before its first task (poolscope::initializer makes one). Where it
    /// fails in all workers, every task fails with its failure.
    Initializer initializer;

    static constexpr int mostRetries = 1000;
    static constexpr std::chrono::hours longestTask{24 * 365};
    static constexpr std::uint64_t leastMemory = std::uint64_t{16} << 20;
    static constexpr std::uint64_t mostMemory = std::uint64_t{1} << 44;
    static constexpr int mostWorkers = 1024;
    static constexpr std::uint64_t mostChunk = 1'000'000'000;
    static int availableWorkers(); ///< CPUs that this process may use
    /// What is wrong with these options, as "ValueError" with the option as path; workers 0, protocol 9.
    Result<void> check() const;
};

/// Processes or threads that run calls. Workers are started by the first call and stay for the
/// next. Destroying a pool ends its workers, whatever they are doing.
class Pool final {
public:
    /// `catalogue` is what its workers know: the program's own, built alike on both sides.
    Pool(const Catalogue& catalogue, PoolOptions options);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Checks that the function can travel and begins to run it over the input. The error of a
    /// function or bound object that cannot be pickled is "PicklingError" with the whole path; then
    /// nothing was sent and no worker was started. `chunksize` empty is CPython's default:
    /// ceil(items / (4 × workers)) for map, 1 for imap; autoChunksize measures and chooses; apply is
    /// always 1. `payloadBudget`: how
    /// many bytes of messages are kept to be looked at (Call::payloads); threads and serial send none.
    Result<std::shared_ptr<Call>> start(std::shared_ptr<const Work> work, Api api = Api::Map,
                                        std::optional<std::uint64_t> chunksize = {},
                                        std::uint64_t payloadBudget = 0);

    /// Measures what a plain loop over the input costs: in a worker of its own, with no pickling
    /// between the calls, for at most `budget`, over items spread through the input. Not measured
    /// where the work has effects; `whyNot` says so. `cancel` may be set by another thread.
    ProbeResult probe(const Work& work, Nanos budget = 200'000'000,
                      const std::atomic<bool>* cancel = nullptr);

    const PoolOptions& options() const { return m_options; }
    /// The start method in use: another than the options' where the machine refuses that one, and then
    /// startRemark() says why, in a sentence.
    StartMethod startMethod() const;
    std::string startRemark() const; ///< empty where all is as it was asked for

private:
    struct State;
    PoolOptions m_options;
    std::unique_ptr<State> m_state;
};

/// A field of this type says on pickling: Pool objects cannot be passed between processes or pickled.
template <> struct Unpicklable<Pool> {
    static constexpr bool value = true;
    static constexpr const char* name = "Pool";
    static constexpr const char* reason =
        "Pool objects cannot be passed between processes or pickled";
};

} // namespace poolscope
