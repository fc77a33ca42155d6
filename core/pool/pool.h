// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/pool: a pool of workers as Python programmers know it. Start here.
//
//     Pool pool(catalogue, {.workers = 4});
//     const std::vector<Integer> all = pool.map(power, range(0, 20));       // power: from the catalogue
//     for (const Integer& y : pool.imap(power, range(10, 20))) { … }        // as they come
//     const auto sums = pool.mapAsync(bigPow(BigPow{.n = 10}), range(0, 20)); // a future: sums.get()
//     const std::vector<AnyValue> same = pool.map("power", range(0, 20));   // by name
//
// What is called is a handle of the catalogue, with its keywords fixed or not, or a name; what it
// takes and gives is known from the handle. Errors are exceptions, one type for each kind (errors.h).

#include "core/dispatch/dispatch.h"
#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"

#include "core/pool/async_result.h"
#include "core/pool/callee.h"
#include "core/pool/inputs.h"
#include "core/pool/results.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// Where the calls run.
enum class Backend : std::uint8_t {
    Serial,
    Threads,
    Processes,
    Python,       ///< processes, each a Python
    PythonThreads ///< threads of one Python: they share its interpreter lock
};
const char* nameOf(Backend backend); ///< "serial", "threads", "processes", "python", "python-threads"
/// Whether all its workers are Pythons.
bool isPython(Backend backend);
/// Whether its workers can be ended, each for itself: what limits tasks and memory needs that.
bool endsWorkers(Backend backend);
/// Whether what its workers do is pickled, and carried to them.
bool sendsMessages(Backend backend);
std::optional<Backend> backendNamed(std::string_view name);

/// How a call hands out its items: map and starmap in chunks, imap one by one unless told otherwise and
/// never more than the buffer holds, apply one at a time, applyAsync one by one.
enum class Api : std::uint8_t { Map, Imap, ImapUnordered, Apply, ApplyAsync, Starmap };
const char* nameOf(Api api); ///< as Python writes it: "map", "imap_unordered"
std::optional<Api> apiNamed(std::string_view name);

/// Each has an initializer, so that `{.workers = 4}` leaves no warning.
struct PoolOptions {
    Backend backend = Backend::Processes;
    int workers = availableWorkers(); ///< serial has one, whatever is asked
    int protocol = defaultProtocol;
    Transport transport = Transport::Ring; ///< between this process and its workers
    bool outOfBand = true; ///< large Blobs beside the messages (ring, protocol 5): copied once
    std::string workerProgram{}; ///< empty: this program where it began with serveIfWorker, else
                                 ///< $POOLSCOPE_WORKER, else poolscope-worker beside this program
    StartMethod startMethod = StartMethod::Forkserver; ///< of processes
    std::shared_ptr<LaneStarter>
        threads{}; ///< who starts lanes for Backend::Threads (core/threads)
    /// The Python of Backend::Python and PythonThreads, whose file knows the functions that are called.
    PythonProgram python{};
    /// Of Backend::Processes: so many of its workers, the last ones, are Pythons. Both sides know the
    /// functions by one name; results are the same to the byte where the functions are.
    int pythonWorkers = 0;
    /// Items of an imap that may be under way or wait to be taken; 0: two chunks a worker, at least 256.
    std::uint64_t bufferItems = 0;
    /// Reducers and rebuilders of this pool, made as Registry::over(catalogue.registry()) so that they
    /// win over those; null: the catalogue's. A worker has those of its own catalogue.
    std::shared_ptr<const Registry> registry{};
    /// Rows of a worker that wait until somebody drains them (Call::drain), a power of two; what comes
    /// when there is no more room is counted as dropped. 88 bytes each.
    std::size_t rowsHeld = poolscope::rowsHeld;
    /// Is told what a callback throws; empty: a line on standard error.
    std::function<void(std::exception_ptr)> callbackFailed{};

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
    Initializer initializer{};

    static constexpr int mostRetries = 1000;
    static constexpr std::chrono::hours longestTask{24 * 365};
    static constexpr std::uint64_t leastMemory = std::uint64_t{16} << 20;
    static constexpr std::uint64_t mostMemory = std::uint64_t{1} << 44;
    static constexpr int mostWorkers = 1024;
    static constexpr std::size_t mostRows = std::size_t{1} << 24;
    static constexpr std::uint64_t mostChunk = 1'000'000'000;
    static int availableWorkers(); ///< CPUs that this process may use
    /// `rowsHeld` for who drains every 20 ms and wants to miss nothing on a busy machine: half a million
    /// for all workers together (46 MB, touched as they are needed), some tenths of a second of the
    /// fastest calls.
    static std::size_t rowsToWatch(int workers);
    /// What is wrong with these options, as "ValueError" with the option as path; workers 0, protocol 9.
    Result<void> check() const;
};

/// How many tasks travel together, from 1; where nothing is said it is CPython's default:
/// ceil(items / (4 × workers)) for map, 1 for imap.
class Chunksize final {
public:
    Chunksize() = default;
    Chunksize(std::int64_t size) : m_size(size) {}
    /// Measured while the call runs: what a chunk costs beside what its tasks cost.
    static Chunksize automatic()
    {
        Chunksize chosen;
        chosen.m_isAutomatic = true;
        return chosen;
    }
    explicit operator bool() const { return m_isAutomatic || m_size; } ///< something is said
    /// As Pool::start() takes it. Throws ValueError below 1.
    std::optional<std::uint64_t> checked() const;

private:
    std::optional<std::int64_t> m_size;
    bool m_isAutomatic = false;
};

/// Processes or threads that run calls. Workers are started by the first call and stay for the
/// next. Any thread may call, also at the same time. Destroying a pool terminates it.
class Pool final {
public:
    /// `catalogue` is what its workers know: the program's own, built alike on both sides, complete
    /// now, and there as long as the pool.
    explicit Pool(const Catalogue& catalogue, PoolOptions options = {});
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// function(argument), run by a worker. Like all that follow it throws TaskFailed where the task
    /// has no value, PicklingError where the function cannot travel (then nothing was sent),
    /// ValueError for an option out of its range, PoolClosed after close().
    template <class F> ResultOf<F> apply(const F& function, ArgumentOf<F> argument);
    template <class F>
    AsyncResult<ResultOf<F>> applyAsync(const F& function, ArgumentOf<F> argument);

    /// function(item) for every item, in order. Throws the first failure in that order when all tasks
    /// have ended, or what the input threw.
    template <class F>
    std::vector<ResultOf<F>> map(const F& function, Inputs<ArgumentOf<F>> inputs,
                                 Chunksize chunksize = {});
    template <class F>
    AsyncResult<std::vector<ResultOf<F>>> mapAsync(const F& function, Inputs<ArgumentOf<F>> inputs,
                                                   Chunksize chunksize = {});

    /// The same one after the other, while later items are still to be made: also without end. The
    /// input rests while PoolOptions::bufferItems are under way or not taken.
    template <class F>
    Results<ResultOf<F>> imap(const F& function, Inputs<ArgumentOf<F>> inputs,
                              Chunksize chunksize = {});
    template <class F> ///< as they come: Results::item() says which
    Results<ResultOf<F>> imapUnordered(const F& function, Inputs<ArgumentOf<F>> inputs,
                                       Chunksize chunksize = {});

    /// function(a, b, …) for every tuple: of functions that were added with several items.
    template <class F>
    std::vector<ResultOf<F>> starmap(const F& function, Inputs<ArgumentOf<F>> inputs,
                                     Chunksize chunksize = {});
    template <class F>
    AsyncResult<std::vector<ResultOf<F>>>
    starmapAsync(const F& function, Inputs<ArgumentOf<F>> inputs, Chunksize chunksize = {});

    void close();     ///< takes no new calls; those it was given go on
    void join();      ///< waits for them and their callbacks, then ends the workers. After close()
    void terminate(); ///< ends now: whoever waits is told PoolClosed

    /// For whoever watches (the command line, the window): checks that the function can travel and
    /// begins to run it over the input. The error of a function or bound object that cannot be
    /// pickled is "PicklingError" with the whole path; then nothing was sent and no worker was
    /// started. `chunksize` empty is CPython's default, ceil(items / (4 × workers)) for map and 1 for
    /// imap; autoChunksize measures and chooses. `payloadBudget`: how many bytes of messages are kept
    /// to be looked at (Call::payloads); threads and serial send none.
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
    /// On which messages travel: Pythons without their helper in C talk over pipes.
    Transport transport() const;

private:
    Result<std::shared_ptr<Call>> launch(std::shared_ptr<const Work> work, Api api,
                                         std::optional<std::uint64_t> chunksize,
                                         std::uint64_t payloadBudget, bool attended);
    template <class Held, class F>
    std::shared_ptr<Held> pend(const F& function, std::shared_ptr<Input> input, Api api,
                               const Chunksize& chunksize);
    template <class F>
    Results<ResultOf<F>> read(const F& function, Inputs<ArgumentOf<F>> inputs, Api api,
                              const Chunksize& chunksize);
    std::shared_ptr<const Work> workOf(std::shared_ptr<const Callable> callable,
                                       std::shared_ptr<Input> input) const;
    std::shared_ptr<Call> begin(std::shared_ptr<const Work> work, Api api,
                                const Chunksize& chunksize);
    const std::shared_ptr<CallbackThread>& callbacks() const;

    struct State;
    const Catalogue& m_catalogue;
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

#include "core/pool/calls.h"
