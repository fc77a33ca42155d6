// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lane_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace poolscope {

namespace {

constexpr std::size_t block = 16; // rows between two kept sums

const std::array<Phase, stepCount>& phaseTable()
{
    static const auto table = [] {
        std::array<Phase, stepCount> phases{};
        for (std::size_t i = 0; i < stepCount; ++i) phases[i] = phaseOf(static_cast<Step>(i));
        return phases;
    }();
    return table;
}

double beginOfRow(const Row& row) { return static_cast<double>(row.start); }
double beginOut(const Row& row) { return static_cast<double>(row.start) - static_cast<double>(row.lead); }

double endBack(const Row& row)
{
    return endOf(row) + static_cast<double>(row[Step::ParentReceive]) +
           static_cast<double>(row[Step::ParentUnpickle]);
}

/// Steps `first` to `last` of a row from `begin` on, joined where neighbours are of one phase.
void appendStretches(const Row& row, double begin, Step first, Step last, std::vector<Stretch>& out)
{
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
        if (!(row.step[i] > 0)) continue;
        const double end = begin + static_cast<double>(row.step[i]);
        const Phase phase = phaseTable()[i];
        if (!out.empty() && out.back().phase == phase && out.back().end == begin) {
            out.back().end = end;
        } else {
            out.push_back({begin, end, phase});
        }
        begin = end;
    }
}

double beforeCompute(const Row& row)
{
    double before = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Step::Compute); ++i) {
        before += static_cast<double>(row.step[i]);
    }
    return before;
}

} // namespace

double total(const PhaseTimes& times)
{
    double sum = 0;
    for (const double time : times) sum += time;
    return sum;
}

double& at(PhaseTimes& times, Phase phase) { return times[static_cast<std::size_t>(phase)]; }
double at(const PhaseTimes& times, Phase phase) { return times[static_cast<std::size_t>(phase)]; }

PhaseTimes operator-(PhaseTimes a, const PhaseTimes& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) a[i] = std::max(0.0, a[i] - b[i]);
    return a;
}

PhaseTimes& operator+=(PhaseTimes& a, const PhaseTimes& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
    return a;
}

double durationOf(const Row& row)
{
    double sum = 0;
    for (std::size_t i = 0; i < workerSteps; ++i) sum += static_cast<double>(row.step[i]);
    return sum;
}

double endOf(const Row& row) { return beginOfRow(row) + durationOf(row); }

PhaseTimes phasesOf(const Row& row)
{
    PhaseTimes times{};
    for (std::size_t i = 0; i < workerSteps; ++i) {
        at(times, phaseTable()[i]) += static_cast<double>(row.step[i]);
    }
    return times;
}

bool isPale(const PhaseTimes& times)
{
    const double overhead = at(times, Phase::Pickle) + at(times, Phase::Unpickle) + at(times, Phase::Transfer);
    return at(times, Phase::Compute) < overhead;
}

std::vector<Stretch> workerStretches(const Row& row)
{
    std::vector<Stretch> out;
    appendStretches(row, beginOfRow(row), Step::Wait, Step::Out, out);
    return out;
}

std::vector<Stretch> attendantStretches(const Row& row)
{
    std::vector<Stretch> out;
    appendStretches(row, beginOut(row), Step::ParentPickle, Step::ParentSend, out);
    appendStretches(row, endOf(row), Step::ParentReceive, Step::ParentUnpickle, out);
    return out;
}

struct LaneSeries::Track {
    double (*begin)(const Row&);
    Step first, last;
    PhaseTimes Sums::*sum;
    std::size_t index; ///< among the begins of blocks

    /// What of the row lies before `t`; all of it where `t` is infinite.
    void addUntil(const Row& row, double t, PhaseTimes& times) const
    {
        double left = t - begin(row);
        for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
            if (left <= 0) return;
            const double step = static_cast<double>(row.step[i]);
            at(times, phaseTable()[i]) += std::min(step, left);
            left -= step;
        }
    }
};

const LaneSeries::Track LaneSeries::workerTrack{beginOfRow, Step::Wait, Step::Out, &Sums::worker, 0};
const LaneSeries::Track LaneSeries::outTrack{beginOut, Step::ParentPickle, Step::ParentSend, &Sums::out, 1};
const LaneSeries::Track LaneSeries::backTrack{endOf, Step::ParentReceive, Step::ParentUnpickle, &Sums::back, 2};

void LaneSeries::add(Sums& sums, const Row& row)
{
    const double whole = std::numeric_limits<double>::infinity();
    workerTrack.addUntil(row, whole, sums.worker);
    outTrack.addUntil(row, whole, sums.out);
    backTrack.addUntil(row, whole, sums.back);
    sums.items += row.count;
    sums.bytesOut += row.bytesOut;
    sums.bytesBack += row.bytesBack;
    sums.began += beginOut(row);
    sums.ended += endBack(row);
}

void LaneSeries::append(const Row& row)
{
    if (!m_rows.empty() && row.start < m_rows.back().start) {
        const auto later = [](Nanos start, const Row& other) { return start < other.start; };
        m_rows.insert(std::upper_bound(m_rows.begin(), m_rows.end(), row.start, later), row);
        rebuild();
        return;
    }
    if (m_rows.size() % block == 0) beginBlock(row);
    m_rows.push_back(row);
    add(m_now, row);
}

void LaneSeries::beginBlock(const Row& row)
{
    m_sums.push_back(m_now);
    for (const Track* track : {&workerTrack, &outTrack, &backTrack}) {
        m_begins[track->index].push_back(track->begin(row));
    }
}

void LaneSeries::rebuild()
{
    m_sums.clear();
    for (Begins& begins : m_begins) begins.clear();
    m_now = {};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i % block == 0) beginBlock(m_rows[i]);
        add(m_now, m_rows[i]);
    }
}

double LaneSeries::end() const { return m_rows.empty() ? 0 : endOf(m_rows.back()); }

std::size_t LaneSeries::firstEndingAfter(double t) const
{
    const auto ended = [t](const Row& row) { return endOf(row) <= t; };
    const auto found = std::partition_point(m_rows.begin(), m_rows.end(), ended);
    return static_cast<std::size_t>(found - m_rows.begin());
}

std::size_t LaneSeries::firstBeginningAt(double t) const
{
    const auto begun = [t](const Row& row) { return beginOfRow(row) < t; };
    const auto found = std::partition_point(m_rows.begin(), m_rows.end(), begun);
    return static_cast<std::size_t>(found - m_rows.begin());
}

PhaseTimes LaneSeries::until(const Track& track, double t) const
{
    const Begins& begins = m_begins[track.index];
    const auto found = std::lower_bound(begins.begin(), begins.end(), t);
    if (found == begins.begin()) return {};
    const auto which = static_cast<std::size_t>(found - begins.begin()) - 1;
    PhaseTimes times = m_sums[which].*track.sum;
    const std::size_t end = std::min(m_rows.size(), (which + 1) * block);
    for (std::size_t i = which * block; i < end; ++i) {
        if (track.begin(m_rows[i]) >= t) break;
        track.addUntil(m_rows[i], t, times);
    }
    return times;
}

PhaseTimes LaneSeries::workerUntil(double t) const { return until(workerTrack, t); }

PhaseTimes LaneSeries::attendantUntil(double t) const
{
    PhaseTimes times = until(outTrack, t);
    return times += until(backTrack, t);
}

double LaneSeries::spreadUntil(double t, double Sums::*sum, std::uint32_t Row::*amount,
                               bool overCompute) const
{
    const std::size_t begun = firstBeginningAt(t);
    if (begun == 0) return 0;
    const std::size_t last = begun - 1;
    double spread = m_sums[last / block].*sum;
    for (std::size_t i = last / block * block; i < last; ++i) spread += m_rows[i].*amount;
    const Row& row = m_rows[last];
    const bool compute = overCompute && row[Step::Compute] > 0;
    const double from = beginOfRow(row) + (compute ? beforeCompute(row) : 0);
    const double length = compute ? static_cast<double>(row[Step::Compute]) : durationOf(row);
    const double share = length > 0 ? std::clamp((t - from) / length, 0.0, 1.0) : 1.0;
    return spread + share * (row.*amount);
}

double LaneSeries::items(double from, double to) const
{
    return spreadUntil(to, &Sums::items, &Row::count, true) -
           spreadUntil(from, &Sums::items, &Row::count, true);
}

double LaneSeries::bytesOut(double from, double to) const
{
    return spreadUntil(to, &Sums::bytesOut, &Row::bytesOut, false) -
           spreadUntil(from, &Sums::bytesOut, &Row::bytesOut, false);
}

double LaneSeries::bytesBack(double from, double to) const
{
    return spreadUntil(to, &Sums::bytesBack, &Row::bytesBack, false) -
           spreadUntil(from, &Sums::bytesBack, &Row::bytesBack, false);
}

// ∫ until t of how many moments have passed: Σ (t − moment) over those that have.
double LaneSeries::momentsUntil(double t, double Sums::*sum, double (*moment)(const Row&)) const
{
    const auto passed = [&](const Row& row) { return moment(row) <= t; };
    const auto found = std::partition_point(m_rows.begin(), m_rows.end(), passed);
    if (found == m_rows.begin()) return 0;
    const auto count = static_cast<std::size_t>(found - m_rows.begin());
    double moments = m_sums[(count - 1) / block].*sum;
    for (std::size_t i = (count - 1) / block * block; i < count; ++i) moments += moment(m_rows[i]);
    return static_cast<double>(count) * t - moments;
}

double LaneSeries::inFlight(double from, double to) const
{
    if (to <= from) return 0;
    const auto until = [this](double t) {
        return momentsUntil(t, &Sums::began, beginOut) - momentsUntil(t, &Sums::ended, endBack);
    };
    return (until(to) - until(from)) / (to - from);
}

} // namespace poolscope
