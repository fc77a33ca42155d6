// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of LanesChart; private to it.

#include "ui/charts/lanes_chart.h"

#include "ui/charts/lane_layout.h"

#include <QPointer>

class QScrollBar;

namespace poolscope {

class Chip;
class HoverCard;
class LaneHeaders;
class LanesPlot;
class LookButton;
class NoteEditor;
class OverviewPlot;

struct LanesChart::Parts {
    explicit Parts(LanesChart& chart);

    int headWidth(const Theme& theme) const; ///< of the lane headers, their right margin with them
    void styleScrollBar(const Theme& theme);
    QString chipText(const TimeRange& range) const;
    QString viewText(const LanesChart& chart) const; ///< "last 1.00 s; each column shows its exact shares"
    QString filterText(const Filter& filter) const;  ///< "Only pickle, 1.20 s to 1.48 s"
    void paintHeader(QPainter& painter, const LanesChart& chart) const;
    void paintSelection(QPainter& painter, const LanesChart& chart, const QRect& line) const;
    void paintAxisTitles(QPainter& painter, const LanesChart& chart) const;

    LaneHeaders* headers;
    LanesPlot* plot;
    OverviewPlot* overview;
    LiveRest overviewRest;
    Chip* chip;
    Chip* filterChip; ///< says what alone is counted, and takes it away
    LookButton* zoom;
    LookButton* filter;
    LookButton* clear;
    LookButton* bytes; ///< of the selected row
    QScrollBar* scrollBar;
    QPointer<HoverCard> card;
    QPointer<RunEdits> edits;
    QPointer<NoteEditor> noteEditor;
    std::optional<Annotation> noteHere; ///< where the menu was asked for
    LaneLayout layout;
    bool narrow = false;
    int headerRight = 0; ///< where the header's text has to end
    QString told;        ///< viewText() of what is drawn
};

} // namespace poolscope
