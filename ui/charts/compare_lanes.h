// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// G, the lanes: B above B over one axis of time. The lanes of the run before are mirrored, so that both
// parents stand beside the axis; zooming and panning move both runs at once.

#include "ui/charts/lane_bars.h"

#include <QPointer>
#include <QWidget>

namespace poolscope {

class CompareLanes final : public QWidget {
    Q_OBJECT
public:
    explicit CompareLanes(QWidget* parent = nullptr);

    void setModel(ComparisonModel* model); ///< not owned
    void setTheme(const Theme& theme);
    /// Keys of the timeline; the window's actions call these.
    void zoomIn() { zoom(0.8, middle()); }
    void zoomOut() { zoom(1.25, middle()); }
    void panLeft() { pan(-0.1); }
    void panRight() { pan(0.1); }
    void fit();
    /// Compute that costs less than its overhead is in view.
    bool showsPale() const { return m_seen.pale; }
    double begin() const { return m_begin; } ///< ns, of both runs
    double end() const { return m_end; }
    /// Where the bar of a lane stands; lane −1 is the parent's. Empty where there is none.
    QRect barOf(bool after, int lane) const;
    /// The twin of the lanes of one run, in the time that is in view.
    ChartTable table(bool after) const;
    double x(double nanos) const; ///< px
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void seenChanged(); ///< showsPale() may be another

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override; ///< tool tips

private:
    static constexpr int axisTall = 28; ///< px

    const RunModel* run(bool after) const;
    int lanes(bool after) const; ///< the parent's with them
    int pitch() const;
    int axisTop() const;
    QRect plot() const;
    double middle() const { return (m_begin + m_end) / 2; }
    double extent() const; ///< ns, of the longer run
    double nanosAt(double pixel) const;
    void zoom(double factor, double about);
    void pan(double share);
    void showTimes(double begin, double end);
    void runsChanged();
    void paintGrid(QPainter& painter) const;
    void paintRun(QPainter& painter, bool after, LaneSeen& seen) const;
    void paintHeaders(QPainter& painter, bool after) const;
    void paintAxis(QPainter& painter) const;
    void paintEnds(QPainter& painter) const;
    void paintSooner(QPainter& painter, const QRect& room, double shortEnd, double longEnd) const;
    QString tipAt(const QPoint& at) const;

    QPointer<ComparisonModel> m_model;
    const RunModel* m_shownBefore = nullptr; ///< only to tell whether the runs are others
    const RunModel* m_shownAfter = nullptr;
    Theme m_theme;
    double m_begin = 0, m_end = 1e9;
    bool m_fitted = true;
    LaneSeen m_seen;
    QPoint m_pressed;
    double m_pressedBegin = 0;
};

} // namespace poolscope
