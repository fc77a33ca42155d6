// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bars of all lanes over one axis of time, and what the mouse does to them: hover, click, drag a
// range, wheel to zoom.

#include "ui/charts/lane_notes.h"
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
    void setFilter(const Filter& filter);
    std::optional<Phase> filter() const { return m_filter.phase; }
    void setLaneLayout(const LaneLayout& layout);
    void redraw(); ///< bars and axis

    void setSelected(RowRef row);
    void setSimilar(std::vector<RowRef> rows); ///< marked below their bars
    RowRef rowAt(const QPoint& point) const; ///< whose bar is there; invalid where there is none
    RowRef selected() const { return m_selected; }
    /// The note whose flag is there, as its place among the run's.
    std::optional<std::size_t> noteAt(const QPoint& point) const;
    QPoint placeOf(const Annotation& note) const; ///< where its staff begins, in this widget
    double nanosAt(const QPoint& point) const;    ///< the moment there
    int workerAt(const QPoint& point) const;      ///< the worker lane there, or -1
    const LaneSeen& seen() const { return m_seen; }
    const TimeScale& timeScale() const { return m_scale; }

signals:
    void rowClicked(poolscope::RowRef row);
    /// The pointer rests on a row, or on none; `at` is where, in this widget.
    void rowHovered(poolscope::RowRef row, double nanos, const QPoint& at);
    void laneScrolled(int by); ///< px
    void noteClicked(std::size_t note);
    void noteMoved(std::size_t note, double nanos); ///< it was dropped there

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
    void coverUncounted(QCPPainter& painter, const LaneScene& scene, int top) const;
    void outline(QCPPainter& painter, const LaneScene& scene, RowRef ref, bool chosen) const;
    void underline(QCPPainter& painter, const LaneScene& scene, RowRef ref) const;
    RowRef rowUnder(const QPoint& point, double& nanos) const;
    void hover(const QPoint& point);
    std::vector<NoteFlag> flags(const LaneScene& scene) const;
    bool dragNote(const QPoint& point); ///< false where none is held
    bool dropNote(const QPoint& point);

    QPointer<RunModel> m_run;
    QPointer<TimeRange> m_range;
    Theme m_theme;
    LaneLayout m_layout;
    TimeScale m_scale;
    Filter m_filter;
    QSharedPointer<StepTicker> m_ticker;
    QCPLayer* m_marks;
    LaneSeen m_seen;
    ColumnGrid m_grid;
    std::vector<LanePicture> m_pictures;
    RowRef m_selected, m_hovered;
    std::vector<RowRef> m_similar;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
    std::optional<std::size_t> m_heldNote;
    double m_heldAt = 0; ///< ns: where the held note is now
};

} // namespace poolscope
