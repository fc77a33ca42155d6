// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bars of all lanes over one axis of time, and what the mouse does to them: hover, click, drag a
// range, wheel to zoom.

#include "ui/charts/lane_bars.h"
#include "ui/charts/plot_parts.h"

namespace poolscope {

class LanesPlot final : public QCustomPlot {
    Q_OBJECT
public:
    static constexpr int sideMargin = 16; ///< left and right of the bars, for half a tick label

    explicit LanesPlot(QWidget* parent = nullptr);

    /// What is drawn; null draws an empty canvas. Neither is owned.
    void setSources(RunModel* run, TimeRange* range);
    void setTheme(const Theme& theme);
    void setFilter(std::optional<Phase> filter) { m_filter = filter; }
    std::optional<Phase> filter() const { return m_filter; }
    void setLaneLayout(const LaneLayout& layout);
    void redraw(); ///< bars and axis

    void setSelected(RowRef row);
    RowRef rowAt(const QPoint& point) const; ///< whose bar is there; invalid where there is none
    RowRef selected() const { return m_selected; }
    const LaneSeen& seen() const { return m_seen; }
    const TimeScale& timeScale() const { return m_scale; }

signals:
    void rowClicked(poolscope::RowRef row);
    /// The pointer rests on a row, or on none; `at` is where, in this widget.
    void rowHovered(poolscope::RowRef row, double nanos, const QPoint& at);
    void laneScrolled(int by); ///< px

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::optional<LaneScene> scene() const;
    void drawBars(QCPPainter& painter);
    void drawMarks(QCPPainter& painter);
    void drawRange(QCPPainter& painter, const LaneScene& scene) const;
    void outline(QCPPainter& painter, const LaneScene& scene, RowRef ref, bool chosen) const;
    RowRef rowUnder(const QPoint& point, double& nanos) const;
    void hover(const QPoint& point);

    QPointer<RunModel> m_run;
    QPointer<TimeRange> m_range;
    Theme m_theme;
    LaneLayout m_layout;
    TimeScale m_scale;
    std::optional<Phase> m_filter;
    QSharedPointer<StepTicker> m_ticker;
    QCPLayer* m_marks;
    LaneSeen m_seen;
    ColumnGrid m_grid;
    RowRef m_selected, m_hovered;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
};

} // namespace poolscope
