// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The functions that are measured, and the warm pools that they are measured in. The program is its
// own worker.

#include "core/pool/pool.h"
#include "tests/bench/pool/lines.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poolscope::bench {

using Call0 = std::function<std::shared_ptr<const Callable>()>;

/// What workers know. Built alike in the program and in its workers.
struct Bench {
    Bench();
    template <class R, class A> using Of = Function<R (*)(A)>;
    Catalogue catalogue;
    Of<Integer, const Integer&> power;     ///< x ↦ x**10
    Of<std::int64_t, std::int64_t> primes; ///< k ↦ the primes in block k of 5000, by trial division
    Of<std::int64_t, std::int64_t> spin;   ///< µs ↦ µs after so much CPU time
    Of<std::int64_t, const Blob&> sizeOf; ///< bytes ↦ how many; each page is looked at
    Of<Blob, const Blob&> echo;           ///< bytes ↦ the same bytes
};

/// A way to set a pool up: "ours" has its defaults, others name what is different.
struct Setup {
    std::string name;
    std::function<void(PoolOptions&)> change;
};
/// The defaults first: all the others are compared with them.
std::vector<Setup> setups();

PoolOptions optionsOf(const Setup& setup, int workers);

/// Pools that stay for the next repetition, one for each setup and number of workers.
class WarmPools final {
public:
    explicit WarmPools(Bench& bench) : m_bench(bench) {}
    Pool& get(const Setup& setup, int workers);
    Bench& bench() { return m_bench; }

private:
    Bench& m_bench;
    std::vector<std::pair<std::string, std::unique_ptr<Pool>>> m_pools;
};

/// How many bytes 'x' begin a page, times the page's size: memory that is only mapped counts as not
/// arrived.
std::int64_t lookAtPages(const Blob& blob);

std::shared_ptr<const Work> workOf(const Bench& bench, const Call0& call,
                                   std::shared_ptr<Input> input);
/// Begins a call; throws where it cannot.
std::shared_ptr<Call> begin(Pool& pool, std::shared_ptr<const Work> work, Api api,
                            std::optional<std::uint64_t> chunksize = {});

/// Result `i` as an object of C++, as a caller has it in hand; throws where it failed.
template <class T> T resultAt(const Outcomes& outcomes, std::size_t i, const Registry& registry)
{
    std::optional<T> taken;
    lookAt<T>(
        outcomes, i, registry, [&](T value) { taken.emplace(std::move(value)); },
        [](const Failure& failure) { check(false, failure.error.text); });
    return std::move(*taken);
}

/// All results of a call in the order of its input, of which `expected` are known to come.
template <class T>
std::vector<T> results(Call& call, const Registry& registry, std::size_t expected)
{
    std::vector<T> all;
    all.reserve(expected);
    Outcomes outcomes;
    while (call.next(outcomes)) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            all.push_back(resultAt<T>(outcomes, i, registry));
        }
    }
    return all;
}

// Each file adds its lines.
void addTasks(Lines& lines, WarmPools& pools);
void addApply(Lines& lines, WarmPools& pools);
void addBuffers(Lines& lines, WarmPools& pools);
void addStarts(Lines& lines, Bench& bench);
void addObserving(Lines& lines, WarmPools& pools);
void addFloors(Lines& lines);

/// 10⁷ tasks of power, their results consumed one by one: prints the peak of the parent's memory.
int runMemory(Bench& bench);
/// Items/s and efficiency of 1 … `most` workers, as a table.
int runScaling(Bench& bench, int most);

} // namespace poolscope::bench
