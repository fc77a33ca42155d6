// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweep_plot.h"

#include "ui/charts/figures.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr int reach = 24; // px from a point that still mean it

} // namespace

SweepPlot::SweepPlot(QWidget* parent)
    : QCustomPlot(parent),
      m_theme(Theme::lightTheme()),
      m_valueTicker(new StepTicker([this](double tick, double) { return tickLabel(tick); })),
      m_rateTicker(new StepTicker(quantityLabel))
{
    preparePlot(*this, QMargins(68, 40, 132, 48));
    xAxis->setTicker(m_valueTicker);
    yAxis->setTicker(m_rateTicker);
    yAxis->setVisible(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintModels(painter); });
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintPoints(painter); });
    auto* const words = new Painted(
        xAxis, yAxis, [this](QCPPainter& painter) { paintWords(painter); }, false);
    words->setLayer(QStringLiteral("overlay"));
}

void SweepPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, false);
    styleAxis(*yAxis, theme, true, true);
    axisRect()->setMargins(QMargins(theme.px(68), theme.px(40), theme.px(132), theme.px(48)));
}

QString SweepPlot::tickLabel(double tick) const
{
    if (tick != std::floor(tick) || !m_model) return {};
    if (!chunks()) return QString::number(tick, 'f', 0);
    return tick < 0 || tick > 62
               ? QString()
               : countOf(std::uint64_t{1} << static_cast<int>(tick));
}

void SweepPlot::setRanges()
{
    const auto& points = m_model->points();
    const double first = points.empty() ? 1 : static_cast<double>(points.front().value);
    const double last = points.empty() ? 8 : static_cast<double>(points.back().value);
    const double low = toAxis(first) - 0.5, high = std::max(toAxis(last), toAxis(first) + 1) + 0.5;
    xAxis->setRange(low, high);
    const int room = std::max(2, axisRect()->width() / m_theme.px(56));
    m_valueTicker->setMost(std::min(room, static_cast<int>(std::ceil(high - low))));
    double most = 0;
    for (const SweepPoint& point : points) most = std::max(most, point.spread().high);
    const std::optional<double> serial = m_model->serialRate();
    if (serial && *serial < 2.5 * most) most = std::max(most, *serial);
    yAxis->setRange(0, StepTicker::endFor(most > 0 ? most * 1.06 : 1, 8));
    m_rateTicker->setMost(8);
}

void SweepPlot::redraw()
{
    if (m_model) setRanges();
    replot(QCustomPlot::rpQueuedRefresh);
}

QPointF SweepPlot::placeOf(const SweepPoint& point) const
{
    return {xAxis->coordToPixel(toAxis(static_cast<double>(point.value))),
            yAxis->coordToPixel(point.spread().median)};
}

const SweepPoint* SweepPlot::pointAt(const QPoint& at) const
{
    const SweepPoint* nearest = nullptr;
    double least = reach;
    for (const SweepPoint& point : m_model->points()) {
        if (point.rates.empty()) continue;
        const QPointF away = placeOf(point) - at;
        if (const double length = std::hypot(away.x(), away.y()); length < least) {
            least = length;
            nearest = &point;
        }
    }
    return nearest;
}

void SweepPlot::paintModels(QCPPainter& painter) const
{
    if (!m_model) return;
    painter.setAntialiasing(true);
    paintSerial(painter);
    const ScalingFits& fits = m_model->fits();
    if (!fits.amdahl || !fits.universal) return;
    QPen dashed(m_theme.t2, 1.25);
    dashed.setDashPattern({5, 3});
    paintLaw(painter, *fits.amdahl, QPen(m_theme.t3, 1));
    paintLaw(painter, *fits.universal, dashed);
    paintPeak(painter, *fits.universal);
}

void SweepPlot::paintLaw(QCPPainter& painter, const ScalingLaw& law, const QPen& pen) const
{
    QPolygonF line;
    const double from = xAxis->coordToPixel(1), to = axisRect()->right();
    for (double x = from; x <= to; x += 2)
        line.append({x, yAxis->coordToPixel(law.rate(xAxis->pixelToCoord(x)))});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

void SweepPlot::paintPeak(QCPPainter& painter, const ScalingLaw& law) const
{
    const std::optional<double> peak = law.peak();
    if (!peak || *peak > xAxis->range().upper) return;
    const double x = std::round(xAxis->coordToPixel(*peak)) + 0.5;
    QPen dotted(m_theme.t3, 1);
    dotted.setDashPattern({2, 3});
    painter.setPen(dotted);
    painter.drawLine(QPointF(x, yAxis->coordToPixel(law.rate(*peak))),
                     QPointF(x, axisRect()->bottom()));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const QString words = tr("peak at %1").arg(decimalText(*peak, 1));
    const int wide = widthOf(painter.font(), words) + m_theme.px(12);
    const bool fits = x + wide < axisRect()->right();
    drawFigures(painter,
                QRectF(fits ? x + m_theme.px(6) : x - wide - m_theme.px(6),
                       axisRect()->bottom() - m_theme.px(22), wide, m_theme.px(18)),
                words, (fits ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void SweepPlot::paintSerial(QCPPainter& painter) const
{
    const std::optional<double> serial = m_model->serialRate();
    if (!serial || *serial > yAxis->range().upper) return;
    QPen dotted(m_theme.t3, 1);
    dotted.setDashPattern({1, 3});
    painter.setPen(dotted);
    const double y = std::round(yAxis->coordToPixel(*serial)) + 0.5;
    painter.drawLine(QPointF(axisRect()->left(), y), QPointF(axisRect()->right(), y));
}

/// A bar from the lowest to the highest run, a dot at the median; for chunk sizes a line through the dots.
void SweepPlot::paintPoints(QCPPainter& painter) const
{
    if (!m_model) return;
    painter.setAntialiasing(true);
    QPolygonF line;
    for (const SweepPoint& point : m_model->points()) {
        if (!point.rates.empty()) line.append(placeOf(point));
    }
    if (chunks()) {
        painter.setPen(QPen(m_theme.ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
    const double cap = m_theme.px(4), radius = m_theme.px(4);
    for (const SweepPoint& point : m_model->points()) {
        if (point.rates.empty()) continue;
        const QPointF centre = placeOf(point);
        const double x = std::round(centre.x()) + 0.5;
        const double low = yAxis->coordToPixel(point.spread().low),
                     high = yAxis->coordToPixel(point.spread().high);
        painter.setPen(QPen(m_theme.ink, 1));
        if (low - high > 1) {
            painter.drawLine(QPointF(x, low), QPointF(x, high));
            for (const double y : {low, high})
                painter.drawLine(QPointF(x - cap, y), QPointF(x + cap, y));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ink);
        painter.drawEllipse(QPointF(x, centre.y()), radius, radius);
    }
}

void SweepPlot::paintWords(QCPPainter& painter) const
{
    if (!m_model) return;
    paintHeads(painter);
    const QRect area = axisRect()->rect();
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawLabel(painter,
              QRect(area.left(), area.bottom() + m_theme.px(24), area.width(), m_theme.px(18)),
              chunks() ? tr("items a chunk, logarithmic") : tr("workers"), Qt::AlignCenter);
    if (m_model->best() == nullptr) {
        drawLabel(painter, area,
                  m_model->over() ? tr("The curve will stand here.")
                                  : tr("The first run is under way."),
                  Qt::AlignCenter);
        return;
    }
    paintEnds(painter);
}

/// The name of the vertical axis lies above it, with a sample of what stands for it.
void SweepPlot::paintHeads(QCPPainter& painter) const
{
    const int left = m_theme.px(16), middle = m_theme.px(18), tall = m_theme.px(18);
    painter.setAntialiasing(true);
    painter.setPen(QPen(m_theme.ink, 1));
    painter.drawLine(QPointF(left + 4.5, middle - m_theme.px(7)),
                     QPointF(left + 4.5, middle + m_theme.px(7)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink);
    painter.drawEllipse(QPointF(left + 4.5, middle), m_theme.px(3), m_theme.px(3));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const QString what = m_model->repeats() == 1
                             ? tr("items/s, one run a point")
                             : tr("items/s: median of %1 runs, with the lowest and the highest")
                                   .arg(m_model->repeats());
    drawLabel(
        painter,
        QRect(left + m_theme.px(16), middle - tall / 2, width() - left - m_theme.px(16), tall),
        what);
}

/// The names of the lines at their right ends, kept apart.
void SweepPlot::paintEnds(QCPPainter& painter) const
{
    std::vector<std::pair<double, QString>> ends;
    const double last = xAxis->range().upper;
    const ScalingFits& fits = m_model->fits();
    if (fits.amdahl) ends.emplace_back(yAxis->coordToPixel(fits.amdahl->rate(last)), tr("Amdahl"));
    if (fits.universal)
        ends.emplace_back(yAxis->coordToPixel(fits.universal->rate(last)), tr("universal law"));
    const std::optional<double> serial = m_model->serialRate();
    if (serial && *serial <= yAxis->range().upper)
        ends.emplace_back(yAxis->coordToPixel(*serial), tr("plain loop"));
    std::sort(ends.begin(), ends.end());
    const int tall = m_theme.px(16);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    double least = axisRect()->top();
    for (const auto& [y, name] : ends) {
        const double middle = std::max(y, least);
        drawLabel(
            painter,
            QRectF(axisRect()->right() + m_theme.px(8), middle - tall / 2.0, m_theme.px(120), tall),
            name);
        least = middle + tall;
    }
}

} // namespace poolscope
