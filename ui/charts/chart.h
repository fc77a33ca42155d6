// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the charts share: a run, the range in view, what of it is counted, a theme, and drawing only
// what is seen.

#include "ui/charts/theme.h"

#include <QPointer>
#include <QWidget>

namespace poolscope {

/// What is read rather than watched: while a run is followed live it is drawn ten times a second, not
/// at each tick.
class LiveRest final {
public:
    /// Whether what was drawn last will do for now.
    bool rests(const RunModel* run, const TimeRange* range) const;
    void drawn(const RunModel* run); ///< all of it, now

private:
    double m_at = -1; ///< ns since the run began
};

/// A chart shows one run. It draws anew when the run, the range or the theme changed, and never
/// while it is hidden.
class Chart : public QWidget {
    Q_OBJECT
public:
    explicit Chart(QWidget* parent = nullptr);

    void setRun(RunModel* run);      ///< may be null; not owned
    void setRange(TimeRange* range); ///< not owned
    void setFilter(RunFilter* filter); ///< not owned; none counts everything
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    RunModel* run() const { return m_run; }
    TimeRange* range() const { return m_range; }
    Filter filter() const { return m_filter ? m_filter->now() : Filter(); }
    Counted counted() const { return countedStretch(m_range, m_filter); } ///< selected, or filtered for
    /// Its table twin: exactly what it shows now, in the range and the filter.
    virtual ChartTable table() const { return {}; }
    /// Draws what is due now, shown or not: for pictures and tests.
    void refreshNow();

protected:
    virtual void refresh() = 0;   ///< the run or the range changed
    virtual void restyle() {}     ///< the theme changed; refresh() follows
    void showEvent(QShowEvent* event) override;
    void invalidate(); ///< to be drawn anew, as soon as it is seen
    void restWhileLive() { m_calm = true; } ///< see LiveRest
    void ignoreView() { m_ofView = false; } ///< it shows the run or what is counted, wherever the view is

private:
    void follow();
    void refreshIfSeen();

    QPointer<RunModel> m_run;
    QPointer<TimeRange> m_range;
    QPointer<RunFilter> m_filter;
    Theme m_theme;
    LiveRest m_rest;
    bool m_calm = false, m_ofView = true;
    bool m_due = true;
    bool m_styled = false;
};

} // namespace poolscope
