// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bars and numbers of C; private to OverheadChart.

#include "ui/charts/overhead_chart.h"
#include "ui/charts/plot_parts.h"

namespace poolscope {

class OverheadPlot final : public QCustomPlot {
    Q_OBJECT
public:
    explicit OverheadPlot(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void show(std::vector<OverheadRow> rows, OverheadChart::Unit unit, bool inRange);
    void redraw();
    int leastHeight() const; ///< for three rows and their sum

protected:
    void mousePressEvent(QMouseEvent*) override {}
    void mouseMoveEvent(QMouseEvent*) override {}
    void mouseReleaseEvent(QMouseEvent*) override {}
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    struct NumberColumn {
        QString head;
        int right; ///< x
        std::vector<QString> texts;
    };
    void measure();
    std::array<double, 3> values(const OverheadRow& row) const; ///< pickle, unpickle, transfer in axis units
    std::vector<NumberColumn> numbers() const;
    QRect rowRect(std::size_t row) const;
    void paintRows(QCPPainter& painter) const;
    void paintBar(QCPPainter& painter, std::size_t row) const;
    void paintHeads(QCPPainter& painter) const;
    void paintNumbers(QCPPainter& painter) const;
    QString axisTitle() const;

    Theme m_theme;
    std::vector<OverheadRow> m_all, m_rows;
    OverheadChart::Unit m_unit = OverheadChart::Unit::Percent;
    bool m_inRange = false;
    bool m_wide = true;   ///< there is room for the column of times
    int m_pitch = 24;
    int m_bar = 14;
    double m_axisUnit = 1; ///< s or bytes on the axis
    QString m_unitName;
    QSharedPointer<StepTicker> m_ticker;
};

} // namespace poolscope
