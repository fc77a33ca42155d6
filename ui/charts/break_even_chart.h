// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The break-even map: the speedup that the measured costs of this machine promise, over the work and the
// bytes of an item, with this job and every checked point in it. A click, or the arrow keys, pick a point.

#include "ui/charts/theme.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace poolscope {

class BreakEvenPlot;

/// A place in the map.
struct MapPlace {
    double work = 0;  ///< s an item
    double bytes = 0; ///< an item, out and back
};

class BreakEvenChart final : public QWidget {
    Q_OBJECT
public:
    explicit BreakEvenChart(QWidget* parent = nullptr);

    void setModel(BreakEvenModel* model); ///< not owned
    void setTheme(const Theme& theme);
    ChartTable table() const;         ///< its twin: the points
    ChartTable contoursTable() const; ///< and the lines, at each power of ten of bytes
    std::optional<MapPlace> picked() const;
    void pick(std::optional<MapPlace> place);
    MapPlace placeAt(const QPoint& at) const;
    QPoint pointOf(const MapPlace& place) const; ///< px
    QSize sizeHint() const override { return {640, 400}; }
    QSize minimumSizeHint() const override { return {420, 260}; }

signals:
    void pickedChanged();
    void checkWanted(); ///< Enter

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void refresh();
    void movePicked(double work, double bytes);

    QPointer<BreakEvenModel> m_model;
    BreakEvenPlot* m_plot;
};

} // namespace poolscope
