// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one task of `power` costs in a map, on two workers that are warm: from the call until every
// result is an Integer in the caller's hand. Each result is compared with a plain loop's.

#include "tests/bench/pool/pools.h"

namespace poolscope::bench {

namespace {

constexpr int workers = 2;

std::vector<Integer> powersBelow(std::uint64_t items)
{
    std::vector<Integer> powers;
    for (std::uint64_t x = 0; x < items; ++x) {
        powers.push_back(Integer::power(Integer(static_cast<std::int64_t>(x)), 10));
    }
    return powers;
}

/// Seconds for one task of `items`.
double mapPower(WarmPools& pools, const Setup& setup, const std::vector<Integer>& right,
                Chunksize chunksize)
{
    Pool& pool = pools.get(setup, workers);
    const Nanos began = now();
    const std::vector<Integer> all =
        pool.map(pools.bench().power, range(static_cast<std::int64_t>(right.size())), chunksize);
    const double took = since(began);
    check(all == right, "the results are not those of a plain loop");
    return took / static_cast<double>(right.size());
}

void addLine(Lines& lines, WarmPools& pools, const Setup& setup, const std::string& line,
             std::uint64_t items, Chunksize chunksize)
{
    auto right = std::make_shared<std::vector<Integer>>();
    lines.add(line + "/" + setup.name, [&pools, setup, items, chunksize, right] {
        if (right->empty()) {
            *right = powersBelow(items);
        }
        return mapPower(pools, setup, *right, chunksize);
    });
}

} // namespace

void addTasks(Lines& lines, WarmPools& pools)
{
    for (const Setup& setup : setups()) {
        addLine(lines, pools, setup, "chunk1", 200'000, 1);
        addLine(lines, pools, setup, "default", 1'000'000, {});
        addLine(lines, pools, setup, "auto", 1'000'000, Chunksize::automatic());
    }
    lines.add("plain-loop/" + setups()[0].name, [] { // the work itself, on one thread
        const Nanos began = now();
        const std::vector<Integer> powers = powersBelow(1'000'000);
        return since(began) / static_cast<double>(powers.size());
    });
}

} // namespace poolscope::bench
