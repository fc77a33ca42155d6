// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session.h"

#include <algorithm>

namespace poolscope {
namespace {

constexpr std::size_t mostSamples = 4096;

std::size_t rowsOf(const std::vector<LaneSeries>& lanes)
{
    std::size_t rows = 0;
    for (const LaneSeries& lane : lanes) rows += lane.size();
    return rows;
}

} // namespace

void RunRecording::take(const FeedBatch& batch, const RunTotals& totals)
{
    m_lanes.resize(std::max(m_lanes.size(), totals.lane.size()));
    for (const Row& row : batch.rows) {
        if (row.worker < m_lanes.size()) m_lanes[row.worker].append(row);
    }
    m_rows += batch.rows.size();
    if (m_rows > m_mostRows) fold();
    const std::size_t room = RecordedRun::mostEvents - m_events.size();
    const auto end =
        batch.events.begin() + static_cast<std::ptrdiff_t>(std::min(room, batch.events.size()));
    m_events.insert(m_events.end(), batch.events.begin(), end);
    sample(totals);
}

void RunRecording::fold()
{
    const std::size_t before = rowsOf(m_lanes);
    for (LaneSeries& lane : m_lanes) lane.fold(false);
    m_rows = rowsOf(m_lanes);
    if (m_rows > before / 4 * 3) {
        for (LaneSeries& lane : m_lanes) lane.fold(true);
        m_rows = rowsOf(m_lanes);
    }
}

/// Past the most of them every second one is left out.
void RunRecording::sample(const RunTotals& totals)
{
    RunSample sample{seconds(totals.wall), static_cast<double>(totals.done),
                     static_cast<double>(totals.inFlight), 0};
    for (const LaneTotals& lane : totals.lane) {
        sample.done += totals.finished ? 0 : static_cast<double>(lane.begun);
        sample.busy += !totals.finished && lane.busySince != 0 ? 1 : 0;
    }
    m_samples.push_back(sample);
    if (m_samples.size() < mostSamples) return;
    for (std::size_t i = 0; 2 * i < m_samples.size(); ++i) m_samples[i] = m_samples[2 * i];
    m_samples.resize(m_samples.size() / 2);
}

void RunRecording::moveTo(RecordedRun& run)
{
    run.lanes = std::make_shared<const std::vector<LaneSeries>>(std::move(m_lanes));
    run.events = std::move(m_events);
    run.samples = std::move(m_samples);
    m_lanes.clear();
    m_rows = 0;
}

} // namespace poolscope
