// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of E; private to ThroughputChart.

#include "ui/charts/plot_parts.h"

#include <vector>

namespace poolscope {

class ThroughputPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit ThroughputPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setSources(RunModel* run, TimeRange* range);
    void setFilter(const Filter& filter) { m_filter = filter; }
    /// Where the words at the line's end stand, and the time axis ends: for tests.
    const std::vector<QRectF>& endLabels() const { return m_endLabels; }
    std::size_t points() const; ///< of the line of items/s
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
    std::vector<Throughput> inView() const;
    double busyIn(const Throughput& part) const;
    void setValues(const std::vector<Throughput>& series);
    void paintBehind(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter);
    void paintChunkChanges(QCPPainter& painter) const;
    void paintEta(QCPPainter& painter, int now) const;
    void paintEnds(QCPPainter& painter, int now);
    void paintEnd(QCPPainter& painter, int now, double y, const QString& text);
    void paintHeads(QCPPainter& painter) const;
    int x(double nanos) const;

    QPointer<RunModel> m_run;
    QPointer<TimeRange> m_range;
    Theme m_theme;
    Filter m_filter;
    TimeScale m_scale;
    std::vector<QRectF> m_endLabels;
    double m_begin = 0, m_end = 1e9; ///< ns over the width
    std::vector<Throughput> m_series;
    Throughput m_last;               ///< what stands at the line's end
    QCPGraph* m_rate;
    QCPGraph* m_inFlight;
    QCPGraph* m_busy;
    QSharedPointer<StepTicker> m_timeTicker, m_rateTicker, m_countTicker;
};

} // namespace poolscope
