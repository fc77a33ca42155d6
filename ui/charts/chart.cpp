// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include <QShowEvent>

namespace poolscope {

bool LiveRest::rests(const RunModel* run, const TimeRange* range) const
{
    constexpr double rest = 90e6;
    if (m_at < 0 || !run || !run->live() || !range || !range->live()) return false;
    return run->now() >= m_at && run->now() - m_at < rest;
}

void LiveRest::drawn(const RunModel* run) { m_at = run ? run->now() : -1; }

Chart::Chart(QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme())
{
    setFocusPolicy(Qt::NoFocus);
}

void Chart::setRun(RunModel* run)
{
    if (m_run) disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    if (run) {
        connect(run, &RunModel::changed, this, &Chart::follow);
        connect(run, &RunModel::annotationsChanged, this, &Chart::invalidate);
    }
    invalidate();
}

void Chart::setRange(TimeRange* range)
{
    if (m_range) disconnect(m_range, nullptr, this, nullptr);
    m_range = range;
    if (range) {
        if (m_ofView) connect(range, &TimeRange::viewChanged, this, &Chart::follow);
        connect(range, &TimeRange::selectionChanged, this, &Chart::invalidate);
        connect(range, &TimeRange::liveChanged, this, &Chart::invalidate);
    }
    invalidate();
}

void Chart::setFilter(RunFilter* filter)
{
    if (m_filter) disconnect(m_filter, nullptr, this, nullptr);
    m_filter = filter;
    if (filter) connect(filter, &RunFilter::changed, this, &Chart::invalidate);
    invalidate();
}

void Chart::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_styled = false;
    invalidate();
}

void Chart::follow()
{
    if (!m_calm || !m_rest.rests(m_run, m_range)) invalidate();
}

// A tick changes the run and then the range: one drawing for both, when the event loop is back.
void Chart::invalidate()
{
    if (m_due) return;
    m_due = true;
    if (isVisible()) QMetaObject::invokeMethod(this, &Chart::refreshIfSeen, Qt::QueuedConnection);
}

void Chart::refreshIfSeen()
{
    if (m_due && isVisible()) refreshNow();
}

void Chart::refreshNow()
{
    m_due = false;
    m_rest.drawn(m_run);
    if (!m_styled) {
        m_styled = true;
        restyle();
    }
    refresh();
    update();
}

void Chart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_due) refreshNow();
}

} // namespace poolscope
