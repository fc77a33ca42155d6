// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where everything of the presenter stands, and how it is painted. Private to Presenter.

#include "ui/charts/lane_bars.h"
#include "ui/charts/overhead_chart.h"
#include "ui/charts/verdict_strip.h"

#include <QPainter>

#include <algorithm>

namespace poolscope {

/// Pixels of a window of 1920×1080 × `factor`.
struct PresenterLayout {
    QSize size;
    double factor = 1;
    int lanes = 0;      ///< that are shown, the parent's with them
    int left = 0;       ///< workers for which there is no room
    double pitch = 72;  ///< of a lane, at 1920×1080
    bool overhead = true;
    std::vector<OverheadRow> rows;

    int px(double pixels) const;
    double lanesTop() const { return 372; }
    double axis() const { return lanesTop() + pitch * lanes; } ///< its line
    double bar() const { return std::max(pitch * 2 / 3, std::min(pitch - 4, 32.0)); } ///< of a lane: its words fit
    bool oneLine() const { return pitch < 60; }                ///< a lane's header has no progress bar
};

PresenterLayout presenterLayout(const RunModel& run, const TimeRange& range, const QSize& size);

class PresenterPaint final {
public:
    PresenterPaint(QPainter& painter, const Theme& theme, const RunModel& run, const TimeRange& range,
                   const PresenterLayout& layout);

    void head();
    void message(const StripMessage& message);
    void bar();
    void advice(const QString& alert);
    void lanes(std::optional<Phase> filter);
    void timeAxis();
    void overhead();

private:
    struct Words {
        QString text;
        int pixels;
        int weight = QFont::Normal;
        QColor colour;
    };
    /// One line with its middle at `y`; returns where it ends.
    double put(double x, double y, const Words& words, double to, Qt::Alignment align = Qt::AlignLeft);
    double widthOfWords(const Words& words) const;
    QString jobLine() const;
    QString timeLine() const;
    QString verdict() const;
    double segment(const QRect& here, Phase phase, int share);
    void laneHead(int lane, int worker);
    void overheadRow(std::size_t row, double y, double axisLeft, double perPercent);
    double overheadY(std::size_t row) const;

    QPainter& m_painter;
    const Theme& m_theme;  ///< colours
    Theme m_large;         ///< the same, with type that can be read from afar
    const RunModel& m_run;
    const TimeRange& m_range;
    const PresenterLayout& m_layout;
    QStringList m_narrow; ///< phases whose name had no room in the bar
};

} // namespace poolscope
