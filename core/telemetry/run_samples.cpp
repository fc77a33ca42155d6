// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/telemetry.h"

namespace poolscope {

namespace {

constexpr std::size_t mostSamples = 4096;

} // namespace

void RunSamples::take(const RunTotals& totals)
{
    RunSample sample{static_cast<double>(totals.wall) * 1e-9, static_cast<double>(totals.done),
                     static_cast<double>(totals.inFlight), 0};
    for (const LaneTotals& lane : totals.lane) {
        sample.done += totals.finished ? 0 : static_cast<double>(lane.begun);
        sample.busy += !totals.finished && lane.busySince != 0 ? 1 : 0;
    }
    if (m_passing) m_samples.pop_back();
    if (m_samples.size() == mostSamples) thin();
    m_samples.push_back(sample);
    m_passing = m_taken++ % m_step != 0;
}

void RunSamples::thin()
{
    for (std::size_t i = 0; 2 * i < m_samples.size(); ++i) m_samples[i] = m_samples[2 * i];
    m_samples.resize(m_samples.size() / 2);
    m_step *= 2;
}

} // namespace poolscope
