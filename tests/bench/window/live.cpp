// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/feed.h"
#include "tests/bench/window/frames.h"
#include "tests/bench/window/lines.h"
#include "tests/gui/charts_board.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

namespace poolscope::bench {

namespace {

constexpr double tick = 1.0 / 30;

/// Writes the rows when their time has come, one thread for all lanes: it stands for eight attendants.
void replay(Telemetry& telemetry, const std::vector<std::vector<Row>>& lanes, std::stop_token stop)
{
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        telemetry.lane(lane).started(telemetry.begin(), 1, nullptr);
        telemetry.lane(lane).ready(telemetry.begin() + 1'000'000);
    }
    std::vector<std::size_t> next(lanes.size());
    for (bool left = true; left && !stop.stop_requested();) {
        const auto passed = static_cast<double>(now() - telemetry.begin());
        left = false;
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            telemetry.lane(lane).hold();
            std::size_t& at = next[lane];
            while (at < lanes[lane].size() && endOf(lanes[lane][at]) <= passed) {
                telemetry.lane(lane).record(lanes[lane][at++], WaitCause::Attendant);
            }
            telemetry.lane(lane).release();
            left = left || at < lanes[lane].size();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace

void liveFeed()
{
    const FeedShape shape;
    std::vector<std::vector<Row>> lanes;
    for (int lane = 0; lane < shape.lanes; ++lane) lanes.push_back(rowsOfLane(shape, lane));
    const RunPlan plan = planOf(shape);
    test::ChartsBoard board(Theme::lightTheme());
    board.run.setRowBudget(plan.items * 2);
    board.run.begin(plan, RunState::Running);
    Telemetry telemetry(lanes.size(), plan.items, now());
    std::jthread producer([&](std::stop_token stop) { replay(telemetry, lanes, std::move(stop)); });

    Frames frames;
    FeedBatch batch; // its memory serves each tick, as in the bridge
    const double began = wallSeconds(), cpuBegan = threadSeconds();
    double due = began;
    while (board.run.rowCount() + telemetry.totals(now()).dropped < plan.items) {
        const double start = wallSeconds();
        batch.rows.clear();
        telemetry.drain(batch);
        const RunTotals totals = telemetry.totals(now());
        board.run.apply(summarise(plan, totals, {}), totals, std::move(batch));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        frames.seconds.push_back(wallSeconds() - start);
        due = std::max(due + tick, wallSeconds());
        std::this_thread::sleep_for(std::chrono::duration<double>(due - wallSeconds()));
    }
    const double wall = wallSeconds() - began;
    std::printf("{\"line\": \"live\", \"rows\": %zu, \"dropped\": %llu, \"seconds\": %.3f, \"gui_share\": %.4f, "
                "\"frame_median_s\": %.5f, \"frame_p90_s\": %.5f, \"frame_most_s\": %.5f, \"frames\": %zu}\n",
                board.run.rowCount(), static_cast<unsigned long long>(telemetry.totals(now()).dropped), wall,
                (threadSeconds() - cpuBegan) / wall, frames.median(), frames.worstTenth(), frames.most(),
                frames.seconds.size());
    std::fflush(stdout);
}

} // namespace poolscope::bench
