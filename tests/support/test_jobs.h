// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Functions that the pool's tests map: each does one thing that a user's function may do. Test programs
// are their own workers: their main calls serveIfWorker with this catalogue.

#include "core/jobs/jobs.h"
#include "core/pool/pool.h"

#include <atomic>
#include <cstdlib>

namespace poolscope::test {

/// An argument that costs a known time to pickle and to unpickle, and says how long it really took.
struct Costly {
    std::int64_t pickleMicros = 0;
    std::int64_t unpickleMicros = 0;
    std::int64_t computeMicros = 0;
    std::int64_t spentPickling = 0;   ///< ns, by the last reducer that ran
    std::int64_t spentUnpickling = 0; ///< ns
    std::int64_t spentComputing = 0;  ///< ns
};

/// Spins by the clock and returns the ns that really went by.
std::int64_t spin(std::int64_t micros);
/// ns that reducers of Costly spent in this process.
std::atomic<std::int64_t>& spentPicklingHere();

/// What holds a pool, and so can never travel.
struct Holder {
    std::int64_t id = 0;
    Pool* pool = nullptr;
};

inline auto describe(Type<Holder> type)
{
    return type.named("tests", "Holder").field("id", &Holder::id).field("pool", &Holder::pool);
}

/// An argument or result that cannot travel while it has a holder.
struct Fragile {
    std::int64_t id = 0;
    std::optional<Holder> holder;
};

inline auto describe(Type<Fragile> type)
{
    return type.named("tests", "Fragile")
        .field("id", &Fragile::id)
        .field("holder", &Fragile::holder);
}

/// Has a method, and holds the pool.
struct BoundHolder {
    Pool* pool = nullptr;
    std::int64_t twice(std::int64_t x) const { return 2 * x; }
};

inline auto describe(Type<BoundHolder> type)
{
    return type.named("tests", "BoundHolder").field("pool", &BoundHolder::pool);
}

/// The wire functions by their handles.
struct TestFunctions {
    std::function<std::shared_ptr<const Callable>()> twice;                ///< x ↦ 2x
    std::function<std::shared_ptr<const Callable>(std::int64_t)> throwsAt; ///< throws at x
    std::function<std::shared_ptr<const Callable>(std::int64_t)>
        throwsOddly;                                                       ///< throws an int at x
    std::function<std::shared_ptr<const Callable>(std::int64_t)> killedAt; ///< SIGKILL at x
    std::function<std::shared_ptr<const Callable>(std::int64_t)> exitsAt;  ///< _exit(0) at x
    std::function<std::shared_ptr<const Callable>(std::int64_t)>
        poolAt; ///< a result that cannot be pickled at x
    std::function<std::shared_ptr<const Callable>(std::int64_t)> sleeps; ///< for that many ms
    std::function<std::shared_ptr<const Callable>()> big;       ///< x ↦ a string of x bytes
    std::function<std::shared_ptr<const Callable>()> size;                  ///< text ↦ its length
    std::function<std::shared_ptr<const Callable>()> works;     ///< Costly ↦ Costly
    std::function<std::shared_ptr<const Callable>()> idOf;      ///< Fragile ↦ its id
    std::function<std::shared_ptr<const Callable>()> workerPid; ///< the pid that ran it
};

/// Every test of the pool is run once for each start method: see tests/CMakeLists.txt.
inline StartMethod startMethodUnderTest()
{
    const char* named = std::getenv("POOLSCOPE_TEST_START_METHOD");
    return startMethodNamed(named != nullptr ? named : "").value_or(StartMethod::Forkserver);
}

TestFunctions addTestFunctions(Catalogue& catalogue);

/// Work over 0 … items-1.
std::shared_ptr<const Work> overRange(const Catalogue& catalogue,
                                      std::shared_ptr<const Callable> callable,
                                      std::uint64_t items);

} // namespace poolscope::test
