// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of core/telemetry share: rows with known steps, and the sums that must come out.

#include "core/telemetry/telemetry.h"

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace poolscope {

constexpr Nanos began = 1'000'000; ///< when the runs of these tests began

using Steps = std::array<Nanos, stepCount>;

inline Nanos& at(Steps& steps, Step step) { return steps[static_cast<std::size_t>(step)]; }

inline Row rowOf(Nanos start, const Steps& steps, std::uint32_t count)
{
    Row row;
    row.start = start;
    row.count = count;
    for (std::size_t i = 0; i < stepCount; ++i) {
        row.step[i] = static_cast<float>(steps[i]);
    }
    return row;
}

/// What the worker did: the first ten steps.
inline Nanos workerTime(const Steps& steps)
{
    return std::accumulate(steps.begin(), steps.begin() + workerSteps, Nanos{0});
}

/// All of a lane's time that is accounted for.
inline Nanos accounted(const LaneTotals& lane) { return lane.start + workerTime(lane.step); }

inline LaneEvent died(Nanos at)
{
    LaneEvent event;
    event.at = at;
    event.kind = LaneEvent::Kind::Died;
    event.signal = 9;
    return event;
}

/// Rows of one lane as a busy worker leaves them, each beginning where the one before it ended.
inline std::vector<Row> busyRows(std::size_t count, unsigned seed = 1, float compute = 900, std::uint16_t worker = 3)
{
    std::mt19937 random(seed);
    const auto about = [&](float mean) { return std::round(mean * (0.5F + static_cast<float>(random() % 1000) / 1000)); };
    std::vector<Row> rows(count);
    Nanos start = 1'000'000;
    std::uint32_t item = 0;
    for (Row& row : rows) {
        row.start = start;
        row.worker = worker;
        for (const Step step : {Step::Wait, Step::WaitReceive, Step::WaitPickle, Step::WaitSend}) row[step] = about(300);
        for (const Step step : {Step::In, Step::Unpickle, Step::Pickle, Step::Out}) row[step] = about(250);
        row[Step::Compute] = random() % 97 == 0 ? about(compute * 40) : about(compute);
        for (const Step step : {Step::ParentPickle, Step::ParentSend}) row[step] = about(200);
        for (const Step step : {Step::ParentReceive, Step::ParentUnpickle}) row[step] = about(220);
        row.lead = about(700) - 400;
        row.count = 1 + random() % 3;
        row.item = item;
        item += row.count + random() % 4;
        row.bytesOut = 80 + random() % 40;
        row.bytesBack = 40 + random() % 200;
        row.attempt = random() % 50 == 0 ? 1 : 0;
        row.failed = random() % 60 == 0 ? 200 : 0;
        start += static_cast<Nanos>(durationOf(row)) + (random() % 20 == 0 ? 500 : 0);
    }
    return rows;
}

} // namespace poolscope
