// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/feed.h"
#include "tests/bench/window/frames.h"
#include "tests/bench/window/lines.h"
#include "tests/gui/charts_board.h"

#include "core/session/session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <memory>

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
    run.begin(plan, RunState::Running);
    RunTotals totals;
    totals.items = totals.done = totals.rows = totals.chunks = plan.items;
    totals.finished = true;
    totals.lane.resize(static_cast<std::size_t>(shape.lanes));
    test::RunFeed feed(run, plan.items * 2);
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
        feed.apply(summarise(plan, totals, {}), totals, batch);
        batch = {};
    }
}

/// Saves the run and opens it in the board in the place of the one that is there.
std::unique_ptr<RunModel> saveAndOpen(test::ChartsBoard& board)
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("long.poolscope")).toStdString();
    RecordedRun recorded;
    board.run.record(recorded);
    const RecordedRun* const runs[] = {&recorded};
    const double before = wallSeconds();
    if (!saveRuns(path, runs)) std::exit(1);
    const double saved = wallSeconds();
    const auto session = openSession(path);
    if (!session || session->runs.size() != 1) std::exit(1);
    auto run = std::make_unique<RunModel>();
    run->restore(session->runs.front());
    const double read = wallSeconds();
    paint(board, 1, [&](int) { board.show(*run); });
    const double opened = wallSeconds();
    std::printf("{\"line\": \"open\", \"rows\": %zu, \"save_s\": %.3f, \"read_s\": %.3f, \"open_s\": %.3f, \"file_bytes\": %lld}\n",
                run->rowCount(), saved - before, read - saved, opened - saved,
                static_cast<long long>(QFileInfo(QString::fromStdString(path)).size()));
    std::fflush(stdout);
    return run;
}

} // namespace

void lookAtALongRun()
{
    test::ChartsBoard board(Theme::lightTheme());
    fill(board.run, {});
    const std::unique_ptr<RunModel> opened = saveAndOpen(board);
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
    board.show(board.run); // the opened one goes first
}

} // namespace poolscope::bench
