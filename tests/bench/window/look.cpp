// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/feed.h"
#include "tests/bench/window/frames.h"
#include "tests/bench/window/lines.h"
#include "tests/gui/charts_board.h"

#include <QCoreApplication>

#include <cstdio>

namespace poolscope::bench {

namespace {

void print(const char* what, const Frames& frames)
{
    std::printf("{\"line\": \"%s\", \"frame_median_s\": %.5f, \"frame_p90_s\": %.5f, \"frame_most_s\": %.5f, "
                "\"frames\": %zu}\n", what, frames.median(), frames.worstTenth(), frames.most(), frames.seconds.size());
    std::fflush(stdout);
}

/// A finished run of so many rows.
void fill(RunModel& run, const FeedShape& shape)
{
    const RunPlan plan = planOf(shape);
    run.setRowBudget(plan.items * 2);
    run.begin(plan, RunState::Running);
    RunTotals totals;
    totals.items = totals.done = totals.rows = totals.chunks = plan.items;
    totals.finished = true;
    totals.lane.resize(static_cast<std::size_t>(shape.lanes));
    FeedBatch batch;
    for (int lane = 0; lane < shape.lanes; ++lane) {
        batch.rows = rowsOfLane(shape, lane);
        totals.wall = std::max(totals.wall, static_cast<Nanos>(endOf(batch.rows.back())));
        LaneTotals& counted = totals.lane[static_cast<std::size_t>(lane)];
        counted.worker = static_cast<std::uint16_t>(lane);
        counted.items = counted.chunks = shape.rowsPerLane;
        for (const Row& row : batch.rows) {
            for (std::size_t i = 0; i < stepCount; ++i) counted.step[i] += static_cast<Nanos>(row.step[i]);
        }
        run.apply(summarise(plan, totals, {}), totals, std::move(batch));
        batch = {};
    }
}

} // namespace

void lookAtALongRun()
{
    test::ChartsBoard board(Theme::lightTheme());
    fill(board.run, {});
    board.range.fit();
    TimeRange& range = board.range;
    paint(board, 3, [](int) {});
    const double whole = range.length();
    print("fit", paint(board, 30, [&](int i) { i % 2 ? range.fit() : range.show(0, whole * 0.98); }));
    print("zoom in", paint(board, 90, [&](int) { range.zoom(0.86, whole * 0.37); }));
    print("zoom out", paint(board, 90, [&](int) { range.zoom(1 / 0.86, whole * 0.37); }));
    range.show(whole * 0.1, whole * 0.6);
    paint(board, 2, [](int) {});
    print("pan", paint(board, 90, [&](int i) { range.pan((i < 45 ? 1 : -1) * whole * 0.004); }));
    range.show(whole * 0.1, whole * 0.1 + 4e6);
    print("pan among tasks", paint(board, 90, [&](int) { range.pan(1e5); }));
}

} // namespace poolscope::bench
