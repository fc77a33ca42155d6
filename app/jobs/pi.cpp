// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"
#include "app/jobs/seeds.h"

namespace poolscope {

namespace {

/// A point's place along a side of the square, in whole steps: the test below is exact.
constexpr unsigned coordinateBits = 31;
constexpr std::uint64_t side = std::uint64_t{1} << coordinateBits;

bool isInQuarterCircle(std::uint64_t point)
{
    const std::uint64_t x = point >> (64 - coordinateBits);
    const std::uint64_t y = point & (side - 1);
    return x * x + y * y < side * side;
}

/// Points k·points … of one row, so that the sum over all blocks is that of a plain loop.
std::int64_t hitsInBlock(std::int64_t k, std::int64_t points)
{
    const auto first = static_cast<std::uint64_t>(k) * static_cast<std::uint64_t>(points);
    std::int64_t hits = 0;
    for (std::uint64_t i = first; i < first + static_cast<std::uint64_t>(points); ++i) {
        hits += isInQuarterCircle(seeded(i)) ? 1 : 0;
    }
    return hits;
}

} // namespace

void addPi(Catalogue& catalogue)
{
    const auto pi =
        catalogue.add(jobsModule, "pi", &hitsInBlock, Keyword{"points", std::int64_t{1'000'000}});
    Job job;
    job.name = "pi";
    job.inPython = true;
    job.summary = "how many points of block k fall into the quarter circle: 4 × the sum ÷ all "
                  "points is π; each block costs the same";
    job.parameters = {itemsParameter(400),
                      wholeNumber("points", "points in a block", "", 1'000'000, 1, 1e9)};
    job.build = [pi](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        Work work;
        work.callable = pi(arguments.integer("points"));
        work.input = indexes(arguments);
        work.title = "pi(k, points=" + std::to_string(arguments.integer("points")) + ")";
        work.registry = context.registry;
        work.sums = true;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
