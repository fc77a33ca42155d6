// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A pool of eight from nothing: until its first result is there, and until all eight workers are ready.

#include "tests/bench/pool/pools.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace poolscope::bench {

namespace {

constexpr int workers = 8;

double firstResult(Bench& bench, const Setup& setup)
{
    const Nanos began = now();
    Pool pool(bench.catalogue, optionsOf(setup, workers));
    const auto work = workOf(bench, bench.power, rangeInput<Integer>(7, 1));
    const auto call = begin(pool, work, Api::Apply);
    const std::vector<Integer> all = results<Integer>(*call, work->registry, 1);
    const double took = since(began);
    check(all.size() == 1 && all[0] == Integer(282'475'249), "7 ** 10 is something else");
    return took;
}

/// The last of the Ready events; tasks that take long enough for every worker to start meanwhile.
double allReady(Bench& bench, const Setup& setup)
{
    const Nanos began = now();
    Pool pool(bench.catalogue, optionsOf(setup, workers));
    const auto input =
        generatedInput(4 * workers, [](std::uint64_t) { return std::int64_t{5000}; });
    const auto call = begin(pool, workOf(bench, bench.spin, input), Api::Map, 1);
    call->wait();
    FeedBatch batch;
    call->drain(batch);
    Nanos last = 0;
    std::int64_t ready = 0;
    for (const LaneEvent& event : batch.events) {
        if (event.kind == LaneEvent::Kind::Ready) {
            ++ready;
            last = std::max(last, event.at);
        }
    }
    check(ready == workers, "not all eight workers were ready before the tasks were done");
    const Nanos whole = now() - began;
    return seconds(std::min(whole, whole - call->totals().wall + last));
}

} // namespace

void addStarts(Lines& lines, Bench& bench)
{
    const Setup spawn{"ours-spawn", [](PoolOptions& o) { o.startMethod = StartMethod::Spawn; }};
    for (const Setup& setup : {setups()[0], spawn}) {
        lines.add("start/" + setup.name, [&bench, setup] { return firstResult(bench, setup); });
        lines.add("ready/" + setup.name, [&bench, setup] { return allReady(bench, setup); });
    }
}

} // namespace poolscope::bench
