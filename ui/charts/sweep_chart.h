// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The curve of a sweep: what was measured, with its spread, and beside it the laws of scaling that fit it.

#include "ui/charts/theme.h"

#include <QPointer>
#include <QWidget>

namespace poolscope {

class SweepPlot;

class SweepChart final : public QWidget {
    Q_OBJECT
public:
    explicit SweepChart(QWidget* parent = nullptr);

    void setModel(SweepModel* model); ///< not owned
    void setTheme(const Theme& theme);
    ChartTable table() const; ///< its twin: points and laws
    /// Where a measured median stands, px; for tests and pop-ups.
    QPoint placeOf(std::size_t point) const;
    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {420, 220}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override; ///< tool tips

private:
    void refresh();

    QPointer<SweepModel> m_model;
    SweepPlot* m_plot;
};

} // namespace poolscope
