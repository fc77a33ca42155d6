// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/feed.h"
#include "tests/bench/window/frames.h"
#include "tests/bench/window/lines.h"
#include "tests/gui/charts_board.h"
#include "ui/bridge/bridge.h"
#include "ui/bridge/feed_watch.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

namespace poolscope::bench {

namespace {

constexpr double frame = 1.0 / 30; // s

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

/// Follows the feed as the bridge does: its watch on a thread of its own, its ticks on this one.
class Follower final {
public:
    struct Tick {
        RunTotals totals;
        Summary summary;
        KeptBatch batch;
    };

    Follower(Telemetry& telemetry, const RunPlan& plan)
        : m_watch({[this, &telemetry](FeedBatch& batch) { drain(telemetry, batch); },
                   [this, plan](KeptBatch&& batch, bool) { tell(plan, std::move(batch)); }},
                  RunBridge::usualTick, RowKeeper(plan.items * 2)),
          m_thread([this] {
              m_watch.run();
              m_cpu = threadSeconds();
          })
    {}
    ~Follower()
    {
        end();
        QCoreApplication::removePostedEvents(&m_here);
    }

    /// The tick that came meanwhile, or null. The next may come once its pictures have been painted.
    std::shared_ptr<Tick> take() { return std::exchange(m_tick, nullptr); }
    void taken() { m_watch.taken(); }
    /// CPU seconds of the watch's thread, and how long each drain took until now.
    double end()
    {
        m_watch.end();
        if (m_thread.joinable()) m_thread.join();
        return m_cpu;
    }
    Frames drains; ///< after end()

private:
    void drain(Telemetry& telemetry, FeedBatch& batch)
    {
        const double began = wallSeconds();
        if (m_before > 0) drains.seconds.push_back(began - m_before);
        m_before = began;
        m_totals = telemetry.totals(now());
        telemetry.drain(batch);
    }
    void tell(const RunPlan& plan, KeptBatch&& batch)
    {
        auto tick = std::make_shared<Tick>();
        tick->totals = m_totals;
        tick->summary = summarise(plan, tick->totals, {});
        tick->batch = std::move(batch);
        QMetaObject::invokeMethod(
            &m_here, [this, tick = std::move(tick)] { m_tick = tick; }, Qt::QueuedConnection);
    }

    QObject m_here;
    std::shared_ptr<Tick> m_tick;
    RunTotals m_totals; // when the last drain began
    double m_before = 0, m_cpu = 0;
    FeedWatch m_watch;
    std::jthread m_thread;
};

void print(std::size_t rows, std::uint64_t dropped, double wall, double guiShare, const Frames& frames,
           double keepingShare, const Frames& drains)
{
    std::printf("{\"line\": \"live\", \"rows\": %zu, \"dropped\": %llu, \"seconds\": %.3f, \"gui_share\": %.4f, "
                "\"frame_median_s\": %.5f, \"frame_p90_s\": %.5f, \"frame_most_s\": %.5f, \"frames\": %zu, "
                "\"keeping_share\": %.4f, \"drain_gap_median_s\": %.5f, \"drain_gap_most_s\": %.5f}\n",
                rows, static_cast<unsigned long long>(dropped), wall, guiShare, frames.median(), frames.worstTenth(),
                frames.most(), frames.seconds.size(), keepingShare, drains.median(), drains.most());
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

    Follower follower(telemetry, plan);
    Frames frames;
    const double began = wallSeconds(), cpuBegan = threadSeconds();
    double due = began;
    while (board.run.rowCount() + telemetry.totals(now()).dropped < plan.items) {
        const double start = wallSeconds();
        QCoreApplication::processEvents(); // the tick that came meanwhile
        if (const auto tick = follower.take()) {
            board.run.apply(RunState::Running, tick->summary, tick->totals, std::move(tick->batch));
            follower.taken();
        }
        QCoreApplication::processEvents(); // what it asked for
        QCoreApplication::processEvents();
        frames.seconds.push_back(wallSeconds() - start);
        due = std::max(due + frame, wallSeconds());
        std::this_thread::sleep_for(std::chrono::duration<double>(due - wallSeconds()));
    }
    const double wall = wallSeconds() - began, gui = threadSeconds() - cpuBegan, watching = follower.end();
    print(board.run.rowCount(), telemetry.totals(now()).dropped, wall, gui / wall, frames, watching / wall,
          follower.drains);
}

} // namespace poolscope::bench
