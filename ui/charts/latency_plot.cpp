// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latency_plot.h"

#include "ui/charts/figures.h"

#include <cmath>

namespace poolscope {

namespace {

// The axis counts in powers of ten of a second; its ticks stand at whole powers.
QString powerLabel(double tick, double)
{
    constexpr const char* units[] = {"ns", "µs", "ms", "s", "ks"};
    const int power = static_cast<int>(std::lround(tick)) + 9; // of a nanosecond
    const int unit = std::clamp(power / 3, 0, 4);
    const QString number = QString::number(std::pow(10.0, power - 3 * unit), 'f', 0);
    return number + QChar(0xa0) + QString::fromUtf8(units[unit]);
}

} // namespace

LatencyPlot::LatencyPlot(QWidget* parent)
    : QCustomPlot(parent), m_theme(Theme::lightTheme()), m_timeTicker(new StepTicker(powerLabel)),
      m_countTicker(new StepTicker(quantityLabel))
{
    preparePlot(*this, QMargins(60, 34, 24, 44));
    xAxis->setTicker(m_timeTicker);
    yAxis->setTicker(m_countTicker);
    yAxis->setVisible(true);
    m_countTicker->setMost(4);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintBars(painter); });
    auto* const marks = new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintMarks(painter); }, false);
    marks->setLayer(QStringLiteral("overlay"));
}

void LatencyPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, false);
    styleAxis(*yAxis, theme, true, true);
}

void LatencyPlot::redraw()
{
    axisRect()->setMargins(QMargins(m_theme.px(60), m_theme.px(34), m_theme.px(24), m_theme.px(44)));
    double low = -6, high = -3, most = 1;
    if (m_run && !m_run->latencies().empty()) {
        const auto& bins = m_run->latencies().bins();
        std::size_t first = 0;
        while (bins[first] == 0) ++first;
        low = std::floor(std::log10(LatencyCounts::beginOf(first)));
        high = std::max(low + 1, std::ceil(std::log10(LatencyCounts::beginOf(bins.size()))));
        most = static_cast<double>(*std::max_element(bins.begin(), bins.end()));
    }
    xAxis->setRange(low, high);
    m_timeTicker->setMost(std::max(1, static_cast<int>(high - low)));
    yAxis->setRange(0, most * 1.1);
    replot(QCustomPlot::rpQueuedRefresh);
}

void LatencyPlot::paintBars(QCPPainter& painter) const
{
    if (!m_run) return;
    const auto& bins = m_run->latencies().bins();
    const int bottom = axisRect()->rect().bottom() + 1;
    QVector<QRect> bars;
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        if (bins[bin] == 0) continue;
        const double x0 = xAxis->coordToPixel(std::log10(LatencyCounts::beginOf(bin)));
        const double x1 = xAxis->coordToPixel(std::log10(LatencyCounts::beginOf(bin + 1)));
        const int left = static_cast<int>(std::lround(x0));
        const int wide = std::max(1, static_cast<int>(std::lround(x1)) - left - (x1 - x0 > 3 ? 1 : 0));
        const int top = static_cast<int>(std::lround(yAxis->coordToPixel(static_cast<double>(bins[bin]))));
        bars.push_back(QRect(left, std::min(top, bottom - 1), wide, std::max(1, bottom - top)));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.fill);
    painter.drawRects(bars);
}

void LatencyPlot::paintMarks(QCPPainter& painter) const
{
    const QRect area = axisRect()->rect();
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    drawLabel(painter, QRect(m_theme.px(16), 0, 120, m_theme.px(18)), tr("chunks"));
    painter.setPen(m_theme.t3);
    drawLabel(painter, QRect(area.left(), area.bottom() + m_theme.px(22), area.width(), m_theme.px(18)),
              tr("from pickled to unpickled, logarithmic"), Qt::AlignCenter);
    if (!m_run || m_run->latencies().empty()) {
        drawLabel(painter, area, tr("No chunk has come back yet."), Qt::AlignCenter);
        return;
    }
    const std::pair<const char*, double> percentiles[] = {{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p99.9", 0.999}};
    QString told;
    for (const auto& [name, p] : percentiles) {
        const double seconds = m_run->latencies().percentile(p);
        const int x = static_cast<int>(std::lround(xAxis->coordToPixel(std::log10(seconds))));
        QPen dashed(m_theme.ink, 1);
        if (p != 0.5) dashed.setDashPattern({2, 2});
        painter.setPen(dashed);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        if (!told.isEmpty()) told += QStringLiteral("\u2002·\u2002");
        told += QString::fromUtf8(name) + QChar(' ') + QString::fromStdString(timeText(seconds));
    }
    painter.setPen(m_theme.t1);
    drawFigures(painter, QRect(m_theme.px(16), 0, width() - m_theme.px(32), m_theme.px(18)), told,
                Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace poolscope
