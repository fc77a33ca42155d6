// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// F: how many chunks took how long, on a logarithmic axis, with the percentiles; private to
// ThroughputChart.

#include "ui/charts/plot_parts.h"

namespace poolscope {

class LatencyPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit LatencyPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setRun(RunModel* run) { m_run = run; }
    void redraw();

protected:
    void mousePressEvent(QMouseEvent*) override {}
    void mouseMoveEvent(QMouseEvent*) override {}
    void mouseReleaseEvent(QMouseEvent*) override {}
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    void paintBars(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter) const;

    QPointer<RunModel> m_run;
    Theme m_theme;
    QSharedPointer<StepTicker> m_timeTicker, m_countTicker;
};

} // namespace poolscope
