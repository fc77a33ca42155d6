// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The charts of the main window in their places, without the window, over a simulated run.

#include "tests/gui/run_feed.h"

#include "ui/charts/charts.h"

#include <QImage>
#include <QWidget>

namespace poolscope::test {

/// Grids of look/spec.md for a window of 1280×800: the strip on top, lanes, C and E right of the dock.
class ChartsBoard final : public QWidget {
public:
    explicit ChartsBoard(const Theme& theme, double scale = 1);

    /// What the run tells until `to`, in `ticks` ticks.
    void feed(const SimulatedRun& simulated, Nanos to, int ticks = 4, bool cancelled = false);
    void show(RunModel& another); ///< in the place of `run`
    using QWidget::show;
    QImage picture();
    /// Saves the picture in the folder that POOLSCOPE_PICTURES names, if it names one.
    void save(const QString& name);

    RunModel run;
    TimeRange range;
    RunEdits edits;
    VerdictStrip verdict;
    LanesChart lanes;
    OverheadChart overhead;
    ThroughputChart throughput;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    RunFeed m_feed{run};
    Nanos m_fed = 0;
};

/// Saves any picture in that folder.
void savePicture(const QImage& picture, const QString& name);
/// Whether no two of the rectangles share a pixel.
bool apart(const std::vector<QRectF>& rects);
/// How many pixels of the rectangle have this colour.
int countPixels(const QImage& picture, const QRect& rect, const QColor& color);

} // namespace poolscope::test
