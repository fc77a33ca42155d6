// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/insight/chunk_cost.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace poolscope {
namespace {

constexpr double bearable = 0.05;     // of the work of a chunk may go into its fixed cost
constexpr double worthIt = 0.67;      // of the overhead must be left at most, or no size is advised
constexpr double smallMessage = 16e3; // bytes that travel in about the time of an empty message

} // namespace

double ChunkCost::ratio() const
{
    const double whole = work * size;
    return whole > 0 ? overhead / whole : std::numeric_limits<double>::infinity();
}

double attendantWait(const Summary& summary)
{
    return summary.waitCause[static_cast<std::size_t>(WaitCause::Attendant)];
}

ChunkCost chunkCostOf(const Summary& summary)
{
    ChunkCost cost;
    if (summary.done == 0 || summary.chunks == 0) {
        return cost;
    }
    const auto chunks = static_cast<double>(summary.chunks);
    const auto done = static_cast<double>(summary.done);
    cost.size = std::max(1.0, done / chunks);
    cost.work = summary.phases[Phase::Compute] / done;
    const double pickling =
        (summary.phases[Phase::Pickle] + summary.phases[Phase::Unpickle]) / chunks;
    const double moving = summary.phases[Phase::Transfer] / chunks;
    const double message = static_cast<double>(summary.bytesOut + summary.bytesBack) / 2 / chunks;
    const double served = attendantWait(summary) / chunks;
    cost.overhead = pickling + moving + served;
    // Without a second size there is nothing to fit a line to: the envelope of a chunk is taken to
    // cost as much as one of its items, and a small message as much as an empty one.
    cost.fixed = served + pickling / (1 + cost.size) + moving / (1 + message / smallMessage);
    cost.perItem = (cost.overhead - cost.fixed) / cost.size;
    return cost;
}

std::uint64_t chunksizeFor(const RunPlan& plan, std::uint64_t chunks)
{
    const auto workers = static_cast<std::uint64_t>(std::max(1, plan.workers));
    return std::bit_floor(std::max<std::uint64_t>(1, plan.items / (workers * chunks)));
}

std::uint64_t betterChunksize(const Summary& summary, const ChunkCost& cost)
{
    const std::uint64_t most = chunksizeFor(summary.plan, 4);
    std::uint64_t size = 1;
    while (size < most && cost.fixed > bearable * static_cast<double>(size) * cost.work) {
        size *= 2;
    }
    const double before = cost.overhead / cost.size;
    const double after = cost.fixed / static_cast<double>(size) + cost.perItem;
    const bool larger = size >= 2 * summary.plan.chunksize;
    return larger && after < worthIt * before ? size : 0;
}

} // namespace poolscope
