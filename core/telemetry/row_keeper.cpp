// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/row_join.h"
#include "core/telemetry/telemetry.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t mostComputes = 4096;

void keepEverySecond(std::vector<float>& values)
{
    for (std::size_t i = 0; 2 * i < values.size(); ++i) values[i] = values[2 * i];
    values.resize((values.size() + 1) / 2);
}

} // namespace

void RowNotes::take(const Row& row)
{
    m_latencies.add(latencyOf(row));
    if (m_taken++ % m_step == 0) m_computes.push_back(row[Step::Compute]);
    if (m_computes.size() > 2 * mostComputes) thin();
    const double middle = static_cast<double>(row.start) + durationOf(row) / 2;
    if (row.failed && m_failed.size() < mostFailed) m_failed.emplace_back(row.worker, middle);
    if (static_cast<double>(row[Step::Compute]) > m_slowestCompute) {
        m_slowestCompute = static_cast<double>(row[Step::Compute]);
        m_slowestLane = row.worker;
        m_slowestAt = middle;
    }
}

/// Every second goes, and of those to come as well.
void RowNotes::thin()
{
    keepEverySecond(m_computes);
    m_step *= 2;
}

RowNotes& RowNotes::operator+=(const RowNotes& other)
{
    m_latencies += other.m_latencies;
    m_failed.insert(m_failed.end(), other.m_failed.begin(), other.m_failed.end());
    std::stable_sort(m_failed.begin(), m_failed.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    m_failed.resize(std::min(m_failed.size(), mostFailed));
    if (other.m_slowestCompute > m_slowestCompute) {
        m_slowestCompute = other.m_slowestCompute;
        m_slowestLane = other.m_slowestLane;
        m_slowestAt = other.m_slowestAt;
    }
    std::vector<float> computes = other.m_computes;
    for (std::uint64_t step = other.m_step; step < m_step; step *= 2) keepEverySecond(computes);
    while (m_step < other.m_step) thin();
    m_computes.insert(m_computes.end(), computes.begin(), computes.end());
    while (m_computes.size() > 2 * mostComputes) thin();
    m_taken += other.m_taken;
    return *this;
}

double RowNotes::medianCompute() const
{
    if (m_computes.empty()) return 0;
    std::vector<float> computes = m_computes;
    const auto middle = computes.begin() + static_cast<std::ptrdiff_t>(computes.size() / 2);
    std::nth_element(computes.begin(), middle, computes.end());
    return static_cast<double>(*middle);
}

std::size_t KeptRows::count() const
{
    std::size_t rows = 0;
    for (const LaneSeries& series : lane) rows += series.size();
    return rows;
}

std::uint64_t KeptRows::folded() const
{
    std::uint64_t rows = 0;
    for (const LaneSeries& series : lane) rows += series.folded();
    return rows;
}

void RowKeeper::growTo(std::size_t lanes)
{
    lanes = std::min(lanes, mostLanes);
    if (lanes <= m_rows.lane.size()) return;
    m_rows.lane.resize(lanes);
    m_open.resize(lanes);
    m_shown.reset();
}

void RowKeeper::take(std::span<const Row> rows)
{
    if (rows.empty()) return;
    m_taken += rows.size();
    const double most = grain();
    for (const Row& row : rows) {
        growTo(std::size_t{row.worker} + 1);
        if (row.worker >= m_rows.lane.size()) continue;
        add(row, most);
        m_rows.notes.take(row);
    }
    m_latest = std::max(m_latest, endOf(rows.back()));
    m_shown.reset();
    if (m_rows.count() > m_budget) fold();
}

/// How long a row may become by joining, ns: a quarter of the budget would do for the time until now.
double RowKeeper::grain() const
{
    if (m_taken <= m_budget) return 0;
    return 4 * m_latest * static_cast<double>(m_rows.lane.size()) / static_cast<double>(m_budget);
}

void RowKeeper::add(const Row& row, double mostNanos)
{
    Open& open = m_open[row.worker];
    const double whole = static_cast<double>(row.start - open.row.start) + durationOf(row);
    if (open.rows > 0 && whole <= mostNanos && mayJoin(open.row, row, open.rows)) {
        join(open.row, row);
        ++open.rows;
        return;
    }
    close(row.worker);
    if (mostNanos > 0) open = {row, 1};
    else m_rows.lane[row.worker].append(row);
}

void RowKeeper::close(std::size_t lane)
{
    Open& open = m_open[lane];
    if (open.rows == 0) return;
    LaneSeries& series = m_rows.lane[lane];
    series.append(open.row);
    series.setFolded(series.folded() + open.rows - 1);
    open.rows = 0;
}

/// The longest lane, and more only where that is far from enough.
void RowKeeper::fold()
{
    const auto shorter = [](const LaneSeries& a, const LaneSeries& b) { return a.size() < b.size(); };
    for (std::size_t i = 0; i < m_rows.lane.size(); ++i) {
        LaneSeries& lane = *std::max_element(m_rows.lane.begin(), m_rows.lane.end(), shorter);
        const std::size_t before = lane.size();
        lane.fold(false);
        if (lane.size() > before / 4 * 3) lane.fold(true);
        if (m_rows.count() <= m_budget + m_budget / 4) return;
    }
}

std::shared_ptr<const KeptRows> RowKeeper::kept()
{
    if (m_shown) return m_shown;
    for (std::size_t lane = 0; lane < m_open.size(); ++lane) close(lane);
    m_shown = std::make_shared<const KeptRows>(m_rows);
    return m_shown;
}

} // namespace poolscope
