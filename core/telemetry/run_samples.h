// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/telemetry/facts.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace poolscope {

/// A run at one moment, from exact counters.
struct RunSample {
    double at = 0;       ///< s since the run began
    double done = 0;     ///< items, those of the chunks now running with them
    double inFlight = 0; ///< chunks
    double busy = 0;     ///< workers
    bool operator==(const RunSample&) const = default;
};

/// A run at moments spread evenly over it, and at the last: past the most of them every second one is
/// left out, and of those to come as well.
class RunSamples final {
public:
    void take(const RunTotals& totals);
    void set(std::vector<RunSample> samples) { m_samples = std::move(samples); }
    const std::vector<RunSample>& all() const { return m_samples; }

private:
    void thin();

    std::vector<RunSample> m_samples;
    std::uint64_t m_step = 1, m_taken = 0;
    bool m_passing = false; ///< the last one gives way to the next
};

} // namespace poolscope
