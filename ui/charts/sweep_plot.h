// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The plot of SweepChart; private to it.

#include "ui/charts/plot_parts.h"

namespace poolscope {

class SweepPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit SweepPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setModel(SweepModel* model) { m_model = model; }
    void redraw();
    QPointF placeOf(const SweepPoint& point) const;    ///< of its median, px
    const SweepPoint* pointAt(const QPoint& at) const; ///< the nearest within 24 px, or null

protected:
    void mousePressEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseMoveEvent(QMouseEvent* event) override { event->ignore(); }
    void mouseReleaseEvent(QMouseEvent* event) override { event->ignore(); }
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    bool chunks() const { return m_model->variable() == SweepModel::Variable::Chunksize; }
    double toAxis(double value) const { return chunks() ? std::log2(value) : value; }
    QString tickLabel(double tick) const;
    void setRanges();
    void paintModels(QCPPainter& painter) const;
    void paintLaw(QCPPainter& painter, const ScalingLaw& law, const QPen& pen) const;
    void paintPeak(QCPPainter& painter, const ScalingLaw& law) const;
    void paintSerial(QCPPainter& painter) const;
    void paintPoints(QCPPainter& painter) const;
    void paintWords(QCPPainter& painter) const;
    void paintHeads(QCPPainter& painter) const;
    void paintEnds(QCPPainter& painter) const;

    QPointer<SweepModel> m_model;
    Theme m_theme;
    QSharedPointer<StepTicker> m_valueTicker, m_rateTicker;
};

} // namespace poolscope
