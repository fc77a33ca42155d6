// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_range.h"

#include "ui/models/run_model.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr double shortest = 200;   // ns in view: finer than the clock is nothing to see
constexpr double leastWindow = 1e6; // ns

// The live window: the largest of 1, 2, 5 × 10ⁿ that is no more than seven tenths of what has passed,
// so that it moves on rarely and the overview has something to say.
double windowFor(double passed)
{
    const double most = std::max(leastWindow, 0.7 * passed);
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0, 1.0}) {
        if (factor * power <= most) return factor * power;
    }
    return power;
}

} // namespace

TimeRange::TimeRange(QObject* parent) : QObject(parent) {}

void TimeRange::setRun(RunModel* run)
{
    if (m_run) disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    m_frozen = false;
    m_fitted = true;
    m_extent = 0;
    m_ran = run != nullptr && run->live();
    clearSelection();
    setLive(run != nullptr && run->live());
    if (run) connect(run, &RunModel::changed, this, &TimeRange::runChanged);
    runChanged();
}

void TimeRange::runChanged()
{
    if (!m_run) return;
    const bool begins = m_run->now() < m_extent || (m_run->live() && !m_ran);
    m_ran = m_run->live();
    m_extent = m_run->now();
    if (begins) { // the same model begins another run
        m_fitted = true;
        clearSelection();
        setLive(m_ran);
    }
    if (m_frozen) return;
    if (m_live && !m_run->live()) { // over: the whole run, fitted
        setLive(false);
        m_fitted = true;
    }
    followEdge();
}

void TimeRange::followEdge()
{
    const double end = std::max(m_extent, leastWindow);
    if (m_live) set(std::max(0.0, end - windowFor(end)), end);
    else if (m_fitted) set(0, end);
}

bool TimeRange::whole() const { return m_begin <= 0 && m_end >= m_extent; }

double TimeRange::behind() const { return std::max(0.0, m_extent - m_end); }

void TimeRange::set(double begin, double end)
{
    if (begin == m_begin && end == m_end) return;
    m_begin = begin;
    m_end = end;
    emit viewChanged();
}

void TimeRange::setLive(bool live)
{
    if (live == m_live) return;
    m_live = live;
    emit liveChanged();
}

void TimeRange::show(double begin, double end)
{
    const double limit = std::max(m_extent, leastWindow);
    const double length = std::clamp(end - begin, std::min(shortest, limit), limit);
    const double middle = (begin + end) / 2;
    const double from = std::clamp(middle - length / 2, 0.0, limit - length);
    m_fitted = length >= limit;
    setLive(false);
    set(from, from + length);
}

void TimeRange::zoom(double factor, double about)
{
    const double share = length() > 0 ? (about - m_begin) / length() : 0.5;
    const double limit = std::max(m_extent, leastWindow);
    const double wanted = std::clamp(length() * factor, std::min(shortest, limit), limit);
    show(about - share * wanted, about + (1 - share) * wanted);
}

void TimeRange::pan(double by) { show(m_begin + by, m_end + by); }

void TimeRange::fit()
{
    m_fitted = true;
    setLive(false);
    followEdge();
}

void TimeRange::follow()
{
    setFrozen(false);
    setLive(m_run && m_run->live());
    m_fitted = !m_live;
    followEdge();
}

void TimeRange::setFrozen(bool frozen)
{
    if (frozen == m_frozen) return;
    m_frozen = frozen;
    emit liveChanged();
    if (!frozen) runChanged();
}

void TimeRange::select(double begin, double end)
{
    if (begin > end) std::swap(begin, end);
    m_selectionBegin = std::max(0.0, begin);
    m_selectionEnd = std::min(end, std::max(m_extent, leastWindow));
    emit selectionChanged();
}

void TimeRange::clearSelection()
{
    if (!hasSelection()) return;
    m_selectionBegin = m_selectionEnd = 0;
    emit selectionChanged();
}

void TimeRange::zoomToSelection()
{
    if (hasSelection()) show(m_selectionBegin, m_selectionEnd);
}

} // namespace poolscope
