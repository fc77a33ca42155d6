// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What observing costs: one record, by itself; and what the records of a run add up to, as a share of
// the time that its workers had. Tasks of 100 µs are here, the other two cases are in tasks.cpp.

#include "tests/bench/pool/pools.h"

namespace poolscope::bench {

namespace {

constexpr int workers = 2;

/// Seconds of one LaneRecorder::record; draining is another thread's and is not counted.
double recordOnce()
{
    constexpr std::size_t rows = 8192;
    constexpr int rounds = 16;
    Telemetry telemetry(1, rows * rounds, now());
    LaneRecorder& lane = telemetry.lane(0);
    Row row;
    row.count = 1;
    std::array<Nanos, stepCount> steps{};
    steps.fill(100);
    double took = 0;
    for (int round = 0; round < rounds; ++round) {
        const Nanos began = now();
        for (std::size_t i = 0; i < rows; ++i) {
            row.start = lane.accountedUntil();
            lane.record(row, steps, WaitCause::Input, 0);
        }
        took += since(began);
        FeedBatch batch;
        telemetry.drain(batch);
        check(batch.rows.size() == rows, "rows were dropped");
    }
    return took / (rows * rounds);
}

/// Seconds for one task, and how many rows each second of a worker left.
struct Observed {
    double perTask;
    double rowsPerSecond;
};

Observed observed(WarmPools& pools, const Call0& call, std::int64_t item, std::uint64_t items,
                  std::optional<std::uint64_t> chunksize)
{
    Bench& bench = pools.bench();
    const auto input = generatedInput(items, [item](std::uint64_t) { return item; });
    const Nanos began = now();
    const auto all =
        begin(pools.get(setups()[0], workers), workOf(bench, call, input), Api::Map, chunksize);
    all->wait();
    const double took = since(began);
    Outcomes outcomes;
    std::size_t done = 0;
    while (all->next(outcomes)) {
        done += outcomes.failures.empty() ? outcomes.size() : 0;
    }
    check(done == items, "results are missing");
    const RunTotals totals = all->totals();
    return {took / static_cast<double>(items),
            static_cast<double>(totals.rows) / (seconds(totals.wall) * workers)};
}

} // namespace

void addObserving(Lines& lines, WarmPools& pools)
{
    const std::string who = "/" + setups()[0].name;
    const Bench& bench = pools.bench();
    lines.add("spin100" + who, [&] { return observed(pools, bench.spin, 100, 4000, 1).perTask; });
    if (who == "/blind") {
        return; // it has no rows
    }
    lines.add("record" + who, &recordOnce);
    lines.add("share-spin100" + who, [&] {
        return observed(pools, bench.spin, 100, 4000, 1).rowsPerSecond * recordOnce();
    });
    lines.add("share-default" + who, [&] {
        return observed(pools, bench.power, 7, 1'000'000, {}).rowsPerSecond * recordOnce();
    });
    lines.add("share-chunk1" + who, [&] {
        return observed(pools, bench.power, 7, 100'000, 1).rowsPerSecond * recordOnce();
    });
}

} // namespace poolscope::bench
