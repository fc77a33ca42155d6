// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the first start shows as an example: a few hundred microseconds of four workers, made by a
// seeded generator. Labelled as an example wherever it is shown; never mixed with measured runs.

#include "ui/charts/charts.h"

#include <vector>

namespace poolscope {

struct ExampleRun {
    double end = 0; ///< ns
    std::vector<std::vector<Stretch>> lane;
    PhaseTimes times{}; ///< of all lanes
};
ExampleRun exampleRun();

/// The bar and the lanes of the example, faint, with labels that are not.
class ExampleView final : public QWidget {
    Q_OBJECT
public:
    explicit ExampleView(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {m_theme.px(400), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBar(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintLane(QPainter& painter, int lane) const;
    void paintAxis(QPainter& painter) const;

    Theme m_theme; ///< its phase colours are faint
    ExampleRun m_run;
};

/// The theme with phase colours at 34 % over the canvas.
Theme ghostOf(Theme theme);
/// Stretches over a bar: each phase in its colour.
void drawStretches(QPainter& painter, const std::vector<Stretch>& stretches, const QRectF& bar,
                   double begin, double end, const Theme& theme);

} // namespace poolscope
