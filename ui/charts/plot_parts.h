// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every plot of this room is made of: QCustomPlot without its own manners, an axis in the
// program's style, and a plottable that paints what it is told.

#include "ui/charts/theme.h"

#include <qcustomplot.h>

#include <functional>
#include <span>

namespace poolscope {

/// How moments (ns since the run began) stand on an axis: in one unit, from the beginning of the run
/// or, far zoomed in, from a named instant.
struct TimeScale {
    double unit = 1e9;   ///< ns
    double origin = 0;   ///< ns
    QString name = QStringLiteral("s");

    double toAxis(double nanos) const { return (nanos - origin) / unit; }
    double toNanos(double axis) const { return origin + axis * unit; }
    QString title() const; ///< "time since start (s)", "time since 0.852 s (µs)"
    bool operator==(const TimeScale&) const = default;
};
TimeScale timeScaleFor(double begin, double end);
/// A unit of an axis: how much one of it is, and its sign.
struct AxisUnit {
    double size;
    const char* name;
};
/// The largest of `units`, which descend, that is not above `most`, or the last.
const AxisUnit& axisUnitFor(std::span<const AxisUnit> units, double most);
constexpr AxisUnit nanosUnits[] = {{1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}, {1, "ns"}};

/// "100 020.5": the locale's decimal sign, digits in groups of three.
QString groupedText(double value, int decimals);

/// Ticks at 1, 2, 4 or 5 × 10ⁿ, as many as there is room for, at most ten.
class StepTicker final : public QCPAxisTicker {
public:
    using Label = std::function<QString(double tick, double step)>;
    explicit StepTicker(Label label = {}) : m_label(std::move(label)) {}
    void setMost(int ticks) { m_most = std::max(2, ticks); }
    static double stepFor(double length, int most);
    /// Where an axis ends that shows `most` in at most `steps` steps: a tick is there.
    static double endFor(double most, int steps);

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    Label m_label;
    double m_step = 1;
    int m_most = 10;
};

/// A tick with an SI prefix, as many decimals as its step has: "0", "150", "600 k", "1.5 M".
QString quantityLabel(double tick, double step);

/// Paints by a function, on the layer that it is put on.
class Painted final : public QCPAbstractPlottable {
public:
    using Paint = std::function<void(QCPPainter&)>;
    Painted(QCPAxis* key, QCPAxis* value, Paint paint, bool clipped = true);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    QRect clipRect() const override;
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    Paint m_paint;
    bool m_clipped;
};

/// Fixed margins, no legend, no manners of its own; only the bottom axis is shown.
void preparePlot(QCustomPlot& plot, const QMargins& margins);
/// A layer above all that can be replotted alone.
QCPLayer* addOverlay(QCustomPlot& plot);
void stylePlot(QCustomPlot& plot, const Theme& theme);
void styleAxis(QCPAxis& axis, const Theme& theme, bool line, bool grid);

} // namespace poolscope
