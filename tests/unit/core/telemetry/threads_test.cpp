// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

// Lanes that write as fast as they can while one thread reads: run these under ThreadSanitizer too.

constexpr std::size_t lanes = 3;
constexpr int rowsEach = 20'000;

/// Rows of which every step is as long as every other, so that half a row would be seen.
void writeRows(LaneRecorder& lane, Nanos begin)
{
    lane.started(begin, 1, std::make_shared<StatusPage>());
    lane.ready(begin);
    for (int i = 0; i < rowsEach; ++i) {
        Steps steps;
        steps.fill(1 + i % 7);
        lane.record(rowOf(lane.accountedUntil(), steps, 2), steps, WaitCause::Input, 0);
    }
}

bool isWhole(const LaneTotals& lane)
{
    // Time without a row can only have gone to wait.
    return lane.items == 2 * lane.chunks && lane[Step::In] == lane[Step::ParentUnpickle] &&
           lane[Step::Wait] >= lane[Step::In];
}

TEST(TelemetryThreads, totalsAddUpWhileRowsAreRecorded)
{
    const Nanos begin = now();
    Telemetry telemetry(lanes, 2 * lanes * rowsEach, begin);
    std::vector<std::jthread> writers;
    for (std::size_t i = 0; i < lanes; ++i) {
        writers.emplace_back([&lane = telemetry.lane(i), begin] { writeRows(lane, begin); });
    }
    RunTotals totals;
    do {
        totals = telemetry.totals(now());
        for (const LaneTotals& lane : totals.lane) {
            ASSERT_TRUE(isWhole(lane));
            ASSERT_EQ(accounted(lane), totals.wall);
        }
    } while (totals.done < totals.items);
    EXPECT_EQ(totals.rows, lanes * rowsEach);
}

TEST(TelemetryThreads, everyRowIsDrainedOrCountedAsDropped)
{
    const Nanos begin = now();
    Telemetry telemetry(1, 2 * rowsEach, begin, 64);
    std::jthread writer([&] { writeRows(telemetry.lane(0), begin); });
    FeedBatch batch;
    while (telemetry.totals(now()).rows < rowsEach) {
        telemetry.drain(batch);
    }
    telemetry.drain(batch);
    EXPECT_EQ(batch.rows.size() + telemetry.totals(now()).dropped, std::size_t{rowsEach});
    for (std::size_t i = 1; i < batch.rows.size(); ++i) {
        ASSERT_GT(batch.rows[i].start, batch.rows[i - 1].start);
    }
}

TEST(TelemetryThreads, noFailureIsLost)
{
    constexpr std::uint64_t each = 2000;
    Telemetry telemetry(lanes, lanes * each, now());
    FeedBatch batch;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < lanes; ++i) {
            threads.emplace_back([&telemetry, i] {
                for (std::uint64_t k = 0; k < each; ++k) {
                    Failure failure;
                    failure.item = i * each + k;
                    failure.worker = static_cast<std::uint16_t>(i);
                    telemetry.fail(std::move(failure));
                }
            });
        }
        while (telemetry.totals(now()).failed < lanes * each) {
            telemetry.drain(batch);
        }
    }
    telemetry.drain(batch);
    std::vector<int> seen(lanes * each);
    for (const Failure& failure : batch.failures) {
        ++seen[failure.item];
    }
    EXPECT_EQ(seen, std::vector<int>(lanes * each, 1));
}

TEST(TelemetryThreads, totalsMayBeAskedWhileWorkersComeAndGo)
{
    const Nanos begin = now();
    LaneRecorder lane(0, begin);
    std::atomic<bool> done{false};
    std::jthread writer([&] {
        for (int i = 0; i < 2000; ++i) {
            lane.started(now(), i, std::make_shared<StatusPage>());
            lane.ready(now());
            lane.ended(died(now() - begin));
        }
        done = true;
    });
    while (!done) {
        const Nanos at = now();
        ASSERT_GE(accounted(lane.totals(at)), at - begin);
    }
}

} // namespace
} // namespace poolscope
