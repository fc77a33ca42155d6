// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_pool: the process pool's lines and the floors below them. It is its own worker.
//
//     bench_pool --benchmark_filter=chunk1     some lines, seven times each
//     bench_pool --list                        their names
//     bench_pool --memory                      the memory of 10⁷ tasks
//     bench_pool --scaling=16                  1 to 16 workers
//     bench_pool --idle                        a warm pool that waits until standard input ends

#include "core/worker/worker.h"
#include "tests/bench/pool/pools.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

using namespace poolscope;
using namespace poolscope::bench;

/// Says when the pool has done something; whoever started this then looks at the CPU time used.
int idle(Bench& bench)
{
    Pool pool(bench.catalogue, optionsOf(setups()[0], 2));
    const auto work = workOf(bench, bench.power, rangeInput<Integer>(0, 1000));
    begin(pool, work, Api::Map, 1)->wait();
    std::puts("idle");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench;
    serveIfWorker(argc, argv, bench.catalogue);
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "--memory") {
        return runMemory(bench);
    }
    if (first.starts_with("--scaling=")) {
        return runScaling(bench, std::atoi(argv[1] + 10));
    }
    if (first == "--idle") {
        return idle(bench);
    }
    WarmPools pools(bench);
    Lines lines;
    addTasks(lines, pools);
    addApply(lines, pools);
    addBuffers(lines, pools);
    addStarts(lines, bench);
    addObserving(lines, pools);
    addFloors(lines);
    return lines.run(argc, argv);
}
