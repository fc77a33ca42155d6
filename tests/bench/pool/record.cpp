// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_record: makes some records and nothing else, to be run under callgrind, which counts the
// instructions of LaneRecorder::record:
//
//     valgrind --tool=callgrind --toggle-collect='poolscope::LaneRecorder::record*' bench_record

#include "core/telemetry/telemetry.h"

#include <cstdio>

int main()
{
    using namespace poolscope;
    constexpr std::size_t records = 10'000;
    Telemetry telemetry(1, records, now());
    LaneRecorder& lane = telemetry.lane(0);
    Row row;
    row.count = 1;
    std::array<Nanos, stepCount> steps{};
    steps.fill(100);
    for (std::size_t i = 0; i < records; ++i) {
        row.start = lane.accountedUntil();
        lane.record(row, steps, WaitCause::Input, 0);
    }
    const RunTotals totals = telemetry.totals(now());
    std::printf("%llu records\n", static_cast<unsigned long long>(totals.rows));
    return totals.rows == records && totals.dropped == 0 ? 0 : 1;
}
