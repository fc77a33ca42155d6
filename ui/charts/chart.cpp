// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include <QShowEvent>

namespace poolscope {

Chart::Chart(QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme())
{
    setFocusPolicy(Qt::NoFocus);
}

void Chart::setRun(RunModel* run)
{
    if (m_run) disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    if (run) {
        connect(run, &RunModel::changed, this, &Chart::invalidate);
        connect(run, &RunModel::annotationsChanged, this, &Chart::invalidate);
    }
    invalidate();
}

void Chart::setRange(TimeRange* range)
{
    if (m_range) disconnect(m_range, nullptr, this, nullptr);
    m_range = range;
    if (range) {
        connect(range, &TimeRange::viewChanged, this, &Chart::invalidate);
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
