// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The charts of a run on one sheet that is never shown, painted as pixels or as shapes and text. Private
// to the exports.

#include "ui/charts/lanes_chart.h"
#include "ui/charts/overhead_chart.h"
#include "ui/charts/throughput_chart.h"
#include "ui/charts/verdict_strip.h"

#include <QImage>
#include <QWidget>

class QCPPainter;

namespace poolscope {

/// A, B, C and E below each other under a title, as high as the lanes need.
class ReportSheet final : public QWidget {
    Q_OBJECT
public:
    /// `ratio`: device pixels a point of what it is painted on.
    ReportSheet(RunModel& run, const Theme& theme, int width, double ratio = 1);
    QImage picture();
    /// Everything as shapes and text, for SVG and PDF.
    void paintShapes(QCPPainter& painter);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void place(Chart& chart, const QRect& rect);

    RunModel& m_run;
    const Theme& m_theme;
    double m_ratio;
    TimeRange m_range;
    VerdictStrip m_verdict;
    LanesChart m_lanes;
    OverheadChart m_overhead;
    ThroughputChart m_throughput;
    QWidget* m_title; ///< of the throughput, whose tabs are away
};

/// Height of B in points with so many lanes that all of them (17 at most) are seen.
int lanesHeightFor(const RunModel& run, const Theme& theme);
/// Takes away what nobody can press on paper: buttons, choices, tabs, marks of help.
void hideControls(QWidget& chart);
/// Paints a widget and what is in it: plots as shapes, where render() would take their pixels.
void paintShapes(QWidget& widget, QCPPainter& painter);
/// The begin of a painting as shapes on `device`.
void beginShapes(QCPPainter& painter, QPaintDevice& device);

} // namespace poolscope
