// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of E; private to ThroughputChart.

#include "ui/charts/plot_parts.h"

namespace poolscope {

class ThroughputPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit ThroughputPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setSources(RunModel* run, TimeRange* range);
    void redraw();
    const std::vector<Throughput>& series() const { return m_series; } ///< what is drawn

protected:
    void mousePressEvent(QMouseEvent*) override {}
    void mouseMoveEvent(QMouseEvent*) override {}
    void mouseReleaseEvent(QMouseEvent*) override {}
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    void setTimes();
    void fillGraphs();
    void setValues(const std::vector<Throughput>& series);
    void paintBehind(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter) const;
    void paintEta(QCPPainter& painter, int now) const;
    void paintEnds(QCPPainter& painter, int now) const;
    void paintHeads(QCPPainter& painter) const;
    int x(double nanos) const;

    QPointer<RunModel> m_run;
    QPointer<TimeRange> m_range;
    Theme m_theme;
    TimeScale m_scale;
    double m_begin = 0, m_end = 1e9; ///< ns over the width
    std::vector<Throughput> m_series;
    Throughput m_last;               ///< what stands at the line's end
    QCPGraph* m_rate;
    QCPGraph* m_inFlight;
    QCPGraph* m_busy;
    QSharedPointer<StepTicker> m_timeTicker, m_rateTicker, m_countTicker;
};

} // namespace poolscope
