// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// The tree of the longest rows above the blocks of a lane: each node is the most of sixteen below it.
#include "core/telemetry/lane_series.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t fanOut = 16;

std::size_t nodesAbove(std::size_t nodes) { return (nodes + fanOut - 1) / fanOut; }

} // namespace

/// Level 0 are the blocks.
float LaneSeries::longestOf(std::size_t level, std::size_t node) const
{
    return level == 0 ? m_blocks[node].longest : m_longest[level - 1][node];
}

/// The last block is new.
void LaneSeries::raiseLongest(float compute)
{
    std::size_t nodes = m_blocks.size();
    for (std::size_t level = 0; nodes > 1; ++level) {
        nodes = nodesAbove(nodes);
        if (level == m_longest.size()) m_longest.emplace_back().push_back(longestOf(level, 0));
        auto& longest = m_longest[level];
        if (longest.size() == nodes) {
            if (longest.back() >= compute) continue;
            longest.truncate(nodes - 1);
        }
        longest.push_back(compute);
    }
}

/// Blocks were taken away: the last node of each level counts again.
void LaneSeries::cutLongest()
{
    std::size_t nodes = m_blocks.size();
    for (std::size_t level = 0; level < m_longest.size(); ++level) {
        const std::size_t below = nodes;
        nodes = nodesAbove(nodes);
        m_longest[level].truncate(nodes > 0 ? nodes - 1 : 0);
        if (nodes == 0) continue;
        float most = 0;
        for (std::size_t i = (nodes - 1) * fanOut; i < below; ++i) most = std::max(most, longestOf(level, i));
        m_longest[level].push_back(most);
    }
}

/// The first of the blocks [begin, end) with the longest row.
std::size_t LaneSeries::longestBlock(std::size_t begin, std::size_t end) const
{
    std::size_t bestLevel = 0, best = begin;
    float most = -1;
    for (std::size_t i = begin; i < end;) {
        std::size_t level = 0, width = 1;
        while (level < m_longest.size() && i % (width * fanOut) == 0 && i + width * fanOut <= end) {
            width *= fanOut;
            ++level;
        }
        if (longestOf(level, i / width) > most) {
            most = longestOf(level, i / width);
            bestLevel = level;
            best = i / width;
        }
        i += width;
    }
    while (bestLevel > 0) {
        --bestLevel;
        best *= fanOut;
        while (longestOf(bestLevel, best) < most) ++best;
    }
    return best;
}

std::size_t LaneSeries::longest(std::size_t first, std::size_t last) const
{
    std::size_t found = last;
    float most = -1;
    LaneReader reader(*this);
    const auto look = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const float compute = reader.row(i)[Step::Compute];
            if (compute > most) {
                most = compute;
                found = i;
            }
        }
    };
    const std::size_t firstWhole = (first + rowsInBlock - 1) / rowsInBlock;
    const std::size_t lastWhole = std::min(last / rowsInBlock, m_blocks.size());
    if (firstWhole >= lastWhole) {
        look(first, last);
        return found;
    }
    look(first, firstWhole * rowsInBlock);
    const std::size_t block = longestBlock(firstWhole, lastWhole);
    look(block * rowsInBlock, (block + 1) * rowsInBlock);
    look(lastWhole * rowsInBlock, last);
    return found;
}

} // namespace poolscope
