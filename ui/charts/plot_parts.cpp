// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_parts.h"

#include <QCoreApplication>

#include <cmath>

namespace poolscope {

namespace {

constexpr double mostTick = 1e5; // more digits than a tick has room for

} // namespace

QString TimeScale::title() const
{
    if (origin <= 0) {
        return QCoreApplication::translate("TimeAxis", "time since start (%1)").arg(name);
    }
    const double digits = std::max(0.0, 9 - std::floor(std::log10(std::max(1.0, 1000 * unit)) + 1e-9));
    const QString instant = groupedText(origin * 1e-9, static_cast<int>(digits));
    return QCoreApplication::translate("TimeAxis", "time since %1\u00a0s (%2)").arg(instant, name);
}

TimeScale timeScaleFor(double begin, double end)
{
    const AxisUnit& unit = axisUnitFor(nanosUnits, (end - begin) / 0.8);
    TimeScale scale{unit.size, 0, QString::fromUtf8(unit.name)};
    const double thousand = 1000 * unit.size;
    const bool deep = begin / std::max(1.0, end - begin) > 1000;
    if (deep || end >= mostTick * unit.size)
        scale.origin = std::floor(begin / thousand) * thousand;
    return scale;
}

const AxisUnit& axisUnitFor(std::span<const AxisUnit> units, double most)
{
    for (const AxisUnit& unit : units) {
        if (most >= unit.size) return unit;
    }
    return units.back();
}

QString groupedText(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(value, 'f', decimals);
    const qsizetype sign = text.indexOf(locale.decimalPoint()), first = value < 0 ? 1 : 0;
    for (qsizetype at = (sign < 0 ? text.size() : sign) - 3; at > first; at -= 3) {
        text.insert(at, QChar(0x202f));
    }
    return text;
}

double StepTicker::endFor(double most, int steps)
{
    const double step = stepFor(most, steps);
    return std::max(1.0, std::ceil(most / step - 1e-9)) * step;
}

double StepTicker::stepFor(double length, int most)
{
    if (!(length > 0)) return 1;
    double power = std::pow(10.0, std::floor(std::log10(length / most)));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 4.0, 5.0}) {
            if (length / (factor * power) <= most + 1e-6) return factor * power;
        }
    }
}

double StepTicker::getTickStep(const QCPRange& range) { return m_step = stepFor(range.size(), m_most); }

QString StepTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    if (std::abs(tick) < m_step * 1e-6) tick = 0;
    if (m_label) return m_label(tick, m_step);
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(m_step) + 1e-9)));
    return groupedText(tick, decimals);
}

QString quantityLabel(double tick, double step)
{
    constexpr std::pair<double, const char*> prefixes[] = {{1e9, "\u00a0G"}, {1e6, "\u00a0M"}, {1e3, "\u00a0k"}, {1, ""}};
    for (const auto& [unit, name] : prefixes) {
        if (tick < unit && unit > 1) continue;
        const int decimals = static_cast<int>(-std::floor(std::log10(step / unit) + 1e-9));
        return decimalText(tick / unit, tick > 0 ? std::max(0, decimals) : 0) +
               QString::fromUtf8(name);
    }
    return {};
}

Painted::Painted(QCPAxis* key, QCPAxis* value, Paint paint, bool clipped)
    : QCPAbstractPlottable(key, value), m_paint(std::move(paint)), m_clipped(clipped)
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

QCPRange Painted::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange Painted::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = false;
    return {};
}

QRect Painted::clipRect() const
{
    return m_clipped ? QCPAbstractPlottable::clipRect() : parentPlot()->viewport();
}

void Painted::draw(QCPPainter* painter)
{
    painter->save();
    painter->setAntialiasing(false);
    m_paint(*painter);
    painter->restore();
}

void preparePlot(QCustomPlot& plot, const QMargins& margins)
{
    plot.setInteractions({});
    plot.setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid | QCP::aeSubGrid | QCP::aeZeroLine);
    plot.plotLayout()->setRowSpacing(0);
    plot.plotLayout()->setColumnSpacing(0);
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.axisRect()->setMinimumMargins({});
    plot.axisRect()->setMargins(margins);
    plot.axisRect()->setMinimumSize(1, 1);
    for (QCPAxis* axis : plot.axisRect()->axes()) {
        axis->setVisible(axis == plot.xAxis);
        axis->grid()->setVisible(false);
    }
    plot.setFocusPolicy(Qt::NoFocus);
}

QCPLayer* addOverlay(QCustomPlot& plot)
{
    plot.addLayer(QStringLiteral("marks"), plot.layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
    QCPLayer* const marks = plot.layer(QStringLiteral("marks"));
    marks->setMode(QCPLayer::lmBuffered);
    return marks;
}

void stylePlot(QCustomPlot& plot, const Theme& theme)
{
    plot.setBackground(theme.canvas);
    QPalette palette = plot.palette();
    palette.setColor(QPalette::Window, theme.canvas);
    plot.setPalette(palette);
}

void styleAxis(QCPAxis& axis, const Theme& theme, bool line, bool grid)
{
    const bool across = axis.axisType() == QCPAxis::atBottom;
    axis.setBasePen(line ? QPen(theme.axis, 1) : QPen(Qt::NoPen));
    axis.setTickPen(across ? QPen(theme.axis, 1) : QPen(Qt::NoPen));
    axis.setSubTicks(false);
    axis.setTickLength(0, across ? theme.px(4) : 0);
    axis.setTickLabelFont(theme.font(12));
    axis.setTickLabelColor(theme.t2);
    axis.setTickLabelPadding(across ? theme.px(3) : theme.px(8));
    axis.setPadding(0);
    axis.setOffset(0);
    axis.grid()->setVisible(grid);
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setPen(QPen(theme.grid, 1));
    axis.grid()->setZeroLinePen(QPen(theme.grid, 1));
}

} // namespace poolscope
