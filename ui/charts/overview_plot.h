// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole run in a strip: how many workers were busy, and a brush on what is in view.

#include "ui/charts/plot_parts.h"

#include <optional>

namespace poolscope {

class OverviewPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit OverviewPlot(QWidget* parent = nullptr);
    void setSources(RunModel* run, TimeRange* range);
    void setTheme(const Theme& theme);
    void redraw();
    static constexpr int stripHeight = 28;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Grip { None, Left, Right, Middle };

    void drawStrip(QCPPainter& painter);
    void drawEta(QCPPainter& painter, const QRect& strip) const;
    void drawBrush(QCPPainter& painter, const QRect& brush) const;
    std::vector<double> busyColumns(int columns);
    double pixel(double nanos) const;
    double nanos(double pixel) const;
    QRect brushRect() const;
    Grip gripAt(const QPoint& point) const;

    QPointer<RunModel> m_run;
    QPointer<TimeRange> m_range;
    Theme m_theme;
    TimeScale m_scale;
    QSharedPointer<StepTicker> m_ticker;
    double m_whole = 1e9; ///< ns over the width
    ColumnGrid m_grid;
    Grip m_grip = Grip::None;
    double m_grabbed = 0; ///< ns under the pointer when it was pressed
};

} // namespace poolscope
