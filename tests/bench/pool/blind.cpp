// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_pool_blind: some of bench_pool's lines with the recording of rows taken out, so that the two
// can be measured in turns. The linker leads each LaneRecorder::record here (CMakeLists.txt).

#include "core/worker/worker.h"
#include "tests/bench/pool/pools.h"

#include <atomic>
#include <cstdio>

namespace {

std::atomic<std::uint64_t> skipped{0};

/// Where the linker did not find what it should lead here, nothing would be blind.
bool isBlind()
{
    poolscope::Telemetry telemetry(1, 1, poolscope::now());
    telemetry.lane(0).record(poolscope::Row{}, {}, poolscope::WaitCause::Input, 0);
    return skipped == 1;
}

} // namespace

extern "C" void skipRecord() { skipped.fetch_add(1, std::memory_order_relaxed); }

int main(int argc, char** argv)
{
    using namespace poolscope::bench;
    Bench bench;
    poolscope::serveIfWorker(argc, argv, bench.catalogue);
    if (!isBlind()) {
        std::fputs("bench_pool_blind records rows: the name in tests/bench/CMakeLists.txt is not "
                   "that of LaneRecorder::record any more\n",
                   stderr);
        return 1;
    }
    WarmPools pools(bench);
    Lines lines;
    addTasks(lines, pools);
    addObserving(lines, pools);
    return lines.run(argc, argv);
}
