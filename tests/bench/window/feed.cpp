// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/feed.h"

#include <cmath>
#include <random>

namespace poolscope::bench {

std::vector<Row> rowsOfLane(const FeedShape& shape, int lane)
{
    std::minstd_rand random(static_cast<unsigned>(lane + 1));
    const auto about = [&](double share) {
        const double spread = 0.5 + static_cast<double>(random() % 1024) / 1024;
        return static_cast<float>(std::round(share * static_cast<double>(shape.each) * spread));
    };
    std::vector<Row> rows(shape.rowsPerLane);
    Nanos start = 1'000'000;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row& row = rows[i];
        row.start = start;
        row.worker = static_cast<std::uint16_t>(lane);
        row.item = static_cast<std::uint32_t>(i * static_cast<std::size_t>(shape.lanes) + static_cast<std::size_t>(lane));
        row.count = 1;
        for (const Step step : {Step::WaitReceive, Step::WaitPickle, Step::WaitSend, Step::Wait}) row[step] = about(0.06);
        for (const Step step : {Step::In, Step::Unpickle, Step::Pickle, Step::Out}) row[step] = about(0.07);
        row[Step::Compute] = about(random() % 5000 == 0 ? 200 : 0.48); // a straggler now and then
        for (const Step step : {Step::ParentPickle, Step::ParentSend}) row[step] = about(0.05);
        for (const Step step : {Step::ParentReceive, Step::ParentUnpickle}) row[step] = about(0.05);
        row.lead = about(0.12);
        row.bytesOut = 87;
        row.bytesBack = 40 + random() % 30;
        start += static_cast<Nanos>(durationOf(row));
    }
    return rows;
}

RunPlan planOf(const FeedShape& shape)
{
    RunPlan plan;
    plan.job = "power";
    plan.title = "power(x, n=10)";
    plan.workers = shape.lanes;
    plan.items = shape.rowsPerLane * static_cast<std::size_t>(shape.lanes);
    plan.version = POOLSCOPE_VERSION;
    return plan;
}

} // namespace poolscope::bench
