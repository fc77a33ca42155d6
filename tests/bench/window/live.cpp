// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/feed.h"
#include "tests/bench/window/frames.h"
#include "tests/bench/window/lines.h"
#include "tests/gui/charts_board.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

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

/// Drains and keeps as the bridge does: on a thread of its own, one look at a time.
class Keeper final {
public:
    struct Tick {
        RunTotals totals;
        Summary summary;
        KeptBatch batch;
        double seconds = 0, cpu = 0; ///< that the look took
    };

    Keeper(Telemetry& telemetry, const RunPlan& plan) : m_telemetry(telemetry), m_plan(plan), m_rows(plan.items * 2)
    {
        m_thread.setMaxThreadCount(1);
        QObject::connect(&m_looking, &QFutureWatcherBase::finished, [this] {
            tick = m_looking.result();
            m_looks = false;
        });
    }
    ~Keeper() { m_thread.waitForDone(); }

    void look()
    {
        if (std::exchange(m_looks, true)) return;
        m_looking.setFuture(QtConcurrent::run(&m_thread, [this] {
            const auto seen = std::make_shared<Tick>();
            const double began = wallSeconds(), cpuBegan = threadSeconds();
            m_batch.rows.clear();
            m_telemetry.drain(m_batch);
            m_rows.take(m_batch.rows);
            seen->totals = m_telemetry.totals(now());
            seen->summary = summarise(m_plan, seen->totals, {});
            seen->batch = {m_rows.kept(), std::exchange(m_batch.events, {}), {}};
            seen->seconds = wallSeconds() - began;
            seen->cpu = threadSeconds() - cpuBegan;
            return seen;
        }));
    }

    std::shared_ptr<Tick> tick; ///< the last that came

private:
    Telemetry& m_telemetry;
    RunPlan m_plan;
    RowKeeper m_rows;
    FeedBatch m_batch;
    QThreadPool m_thread;
    QFutureWatcher<std::shared_ptr<Tick>> m_looking;
    bool m_looks = false;
};

void print(std::size_t rows, std::uint64_t dropped, double wall, double guiShare, const Frames& frames,
           double keepingShare, const Frames& looks)
{
    std::printf("{\"line\": \"live\", \"rows\": %zu, \"dropped\": %llu, \"seconds\": %.3f, \"gui_share\": %.4f, "
                "\"frame_median_s\": %.5f, \"frame_p90_s\": %.5f, \"frame_most_s\": %.5f, \"frames\": %zu, "
                "\"keeping_share\": %.4f, \"look_median_s\": %.5f, \"look_most_s\": %.5f}\n",
                rows, static_cast<unsigned long long>(dropped), wall, guiShare, frames.median(), frames.worstTenth(),
                frames.most(), frames.seconds.size(), keepingShare, looks.median(), looks.most());
    std::fflush(stdout);
}

} // namespace

void liveFeed()
{
    const FeedShape shape;
    std::vector<std::vector<Row>> lanes;
    for (int lane = 0; lane < shape.lanes; ++lane) lanes.push_back(rowsOfLane(shape, lane));
    const RunPlan plan = planOf(shape);
    test::ChartsBoard board(Theme::lightTheme());
    board.run.begin(plan, RunState::Running);
    Telemetry telemetry(lanes.size(), plan.items, now());
    std::jthread producer([&](std::stop_token stop) { replay(telemetry, lanes, std::move(stop)); });

    Keeper keeper(telemetry, plan);
    Frames frames, looks;
    double keeping = 0;
    const double began = wallSeconds(), cpuBegan = threadSeconds();
    double due = began;
    while (board.run.rowCount() + telemetry.totals(now()).dropped < plan.items) {
        const double start = wallSeconds();
        keeper.look();
        QCoreApplication::processEvents(); // the tick that came meanwhile
        if (keeper.tick) {
            board.run.apply(RunState::Running, keeper.tick->summary, keeper.tick->totals, std::move(keeper.tick->batch));
            looks.seconds.push_back(keeper.tick->seconds);
            keeping += keeper.tick->cpu;
            keeper.tick.reset();
        }
        QCoreApplication::processEvents(); // what it asked for
        QCoreApplication::processEvents();
        frames.seconds.push_back(wallSeconds() - start);
        due = std::max(due + tick, wallSeconds());
        std::this_thread::sleep_for(std::chrono::duration<double>(due - wallSeconds()));
    }
    const double wall = wallSeconds() - began;
    print(board.run.rowCount(), telemetry.totals(now()).dropped, wall, (threadSeconds() - cpuBegan) / wall, frames,
          keeping / wall, looks);
}

} // namespace poolscope::bench
