// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The plot of BreakEvenChart; private to it. Both axes count in powers of ten.

#include "ui/charts/break_even_chart.h"
#include "ui/charts/plot_parts.h"

namespace poolscope {

class BreakEvenPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit BreakEvenPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setModel(BreakEvenModel* model) { m_model = model; }
    void redraw();
    QPointF pointOf(double work, double bytes) const;
    MapPlace placeAt(const QPointF& at) const; ///< within the axes
    std::vector<double> speedups() const;      ///< of the contours that are drawn

    std::optional<MapPlace> picked;
    std::optional<MapPlace> hovered;
    bool focused = false; ///< by key

protected:
    void mousePressEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseMoveEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseReleaseEvent(QMouseEvent* event) override { event->ignore(); }
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    /// A contour from the bottom of the map to where it leaves it.
    struct Contour {
        double speedup = 1;
        QPolygonF line;
    };

    void setRanges();
    std::vector<Contour> contours() const;
    QPolygonF lineOf(double speedup) const;
    void paintContours(QCPPainter& painter) const;
    void paintContourName(QCPPainter& painter, const Contour& contour) const;
    void paintSides(QCPPainter& painter, const QPolygonF& even) const;
    void paintPoints(QCPPainter& painter) const;
    void paintCheck(QCPPainter& painter, const BreakEvenCheck& check) const;
    void paintPicked(QCPPainter& painter) const;
    void paintWords(QCPPainter& painter) const;
    void paintPointName(QCPPainter& painter, const QPointF& at, const QString& name,
                        int weight) const;
    QString told(const MapPlace& place) const;

    QPointer<BreakEvenModel> m_model;
    Theme m_theme;
    QSharedPointer<StepTicker> m_workTicker, m_bytesTicker;
};

} // namespace poolscope
