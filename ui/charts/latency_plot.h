// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// F: how many chunks took how long, with the percentiles; private to ThroughputChart. The axis is
// logarithmic: its ticks stand at whole powers of ten, or closer where less than two lie in it.

#include "ui/charts/plot_parts.h"

#include <optional>
#include <vector>

namespace poolscope {

class LatencyPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit LatencyPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// Of this stretch of the run, or of all of it; how long chunks took, or of this phase of theirs.
    void setSources(RunModel* run, const Counted& stretch, std::optional<Phase> phase);
    void redraw();

    const Durations& durations() const { return m_durations; }
    /// The words at the percentiles that were drawn, in pixels.
    const std::vector<QRectF>& labels() const { return m_labels; }

protected:
    void mousePressEvent(QMouseEvent*) override {}
    void mouseMoveEvent(QMouseEvent*) override {}
    void mouseReleaseEvent(QMouseEvent*) override {}
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    struct Mark {
        QString text;
        double x = 0; ///< px
        QRectF label;
    };
    void setAxis();
    void setTicks(double low, double high);
    QString tickText(double nanos) const;
    double x(double seconds) const;
    std::vector<Mark> marks() const;
    void paintBars(QCPPainter& painter) const;
    void paintWords(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter);

    QPointer<RunModel> m_run;
    Counted m_stretch;
    std::optional<Phase> m_phase;
    Theme m_theme;
    Durations m_durations;
    double m_unit = 1e3; ///< ns
    QString m_unitName;
    std::vector<QRectF> m_labels;
    QSharedPointer<QCPAxisTickerText> m_timeTicker;
    QSharedPointer<StepTicker> m_countTicker;
};

} // namespace poolscope
