// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs that are made once and alone: the memory of 10⁷ tasks, and scaling.

#include "tests/bench/pool/pools.h"

#include <cstdio>
#include <sys/resource.h>

namespace poolscope::bench {

namespace {

/// One count of workers: median seconds of five maps.
double secondsFor(Bench& bench, int workers, const Call0& call, std::uint64_t items,
                  std::optional<std::uint64_t> chunksize)
{
    Pool pool(bench.catalogue, optionsOf(setups()[0], workers));
    std::vector<double> times;
    for (int i = -1; i < 5; ++i) {
        const auto work = workOf(bench, call, rangeInput<Integer>(0, items));
        const Nanos began = now();
        const auto all = begin(pool, work, Api::Map, chunksize);
        check(results<Integer>(*all, work->registry, items).size() == items, "results are missing");
        if (i >= 0) {
            times.push_back(since(began));
        }
    }
    return median(times);
}

void scale(Bench& bench, const char* title, int most, const Call0& call, std::uint64_t items,
           std::optional<std::uint64_t> chunksize)
{
    std::printf("\n| %s | items/s | speedup | efficiency |\n|--|--:|--:|--:|\n", title);
    double one = 0;
    for (int workers = 1; workers <= most; workers = workers < 4 ? workers + 1 : workers + 2) {
        const double took = secondsFor(bench, workers, call, items, chunksize);
        one = workers == 1 ? took : one;
        std::printf("| %d | %.4g | %.2f | %.0f %% |\n", workers, static_cast<double>(items) / took,
                    one / took, 100 * one / took / workers);
        std::fflush(stdout);
    }
}

} // namespace

int runMemory(Bench& bench)
{
    constexpr std::uint64_t items = 10'000'000;
    Pool pool(bench.catalogue, optionsOf(setups()[0], 2));
    const auto work = workOf(bench, bench.power, rangeInput<Integer>(0, items));
    const Nanos began = now();
    const auto call = begin(pool, work, Api::Imap, 256);
    std::uint64_t count = 0;
    Outcomes outcomes;
    while (call->next(outcomes)) {
        for (std::size_t i = 0; i < outcomes.size(); ++i, ++count) {
            const auto result = resultAt<Integer>(outcomes, i, work->registry);
            check(count % 9973 != 0 ||
                      result == Integer::power(Integer(static_cast<std::int64_t>(count)), 10),
                  "a result is wrong");
        }
    }
    check(count == items, "results are missing");
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("memory/ours\t%.6g\nmemory-seconds/ours\t%.6g\n",
                static_cast<double>(usage.ru_maxrss) * 1024, since(began));
    return 0;
}

int runScaling(Bench& bench, int most)
{
    scale(bench, "workers: primes, blocks of 5000, chunksize 1", most, bench.primes, 400, 1);
    scale(bench, "workers: power, chunksize 1", most, bench.power, 200'000, 1);
    scale(bench, "workers: power, default chunks", most, bench.power, 2'000'000, {});
    return 0;
}

} // namespace poolscope::bench
