// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One task there and its result back, the next only when it is there.

#include "tests/bench/pool/pools.h"

#include <chrono>
#include <thread>

namespace poolscope::bench {

namespace {

constexpr int workers = 2;
constexpr int callsAtOnce = 1000;

/// Waits until everything here has been still for a second: where others are asked in between, not at all.
class Rest final {
public:
    void begin() { m_began = now(); }
    void finish() const
    {
        std::this_thread::sleep_for(std::chrono::nanoseconds(m_began + 1'000'000'000 - now()));
    }

private:
    Nanos m_began = 0;
};

/// Seconds of one round trip.
double applyOnce(Bench& bench, Pool& pool)
{
    const Nanos began = now();
    const Integer result = pool.apply(bench.power, 7);
    const double took = since(began);
    check(result == Integer(282'475'249), "7 ** 10 is something else");
    return took;
}

double medianOfApplies(Bench& bench, Pool& pool)
{
    std::vector<double> times;
    for (int i = 0; i < callsAtOnce; ++i) {
        times.push_back(applyOnce(bench, pool));
    }
    return median(times);
}

} // namespace

void addApply(Lines& lines, WarmPools& pools)
{
    for (const Setup& setup : setups()) {
        lines.add("apply/" + setup.name, [&pools, setup] {
            return medianOfApplies(pools.bench(), pools.get(setup, workers));
        });
        lines.add("apply-idle/" + setup.name, [&pools, setup, rest = std::make_shared<Rest>()] {
            rest->finish();
            const double took = applyOnce(pools.bench(), pools.get(setup, workers));
            rest->begin();
            return took;
        });
    }
}

} // namespace poolscope::bench
