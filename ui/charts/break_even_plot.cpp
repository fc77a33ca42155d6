// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/break_even_plot.h"

#include "ui/charts/figures.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr double levels[] = {0.1, 0.2, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
constexpr std::size_t steps = 96; // of a contour

/// "100 ns" at a whole power of ten of a second; "1 kB" of a byte.
QString powerLabel(double tick, int first, std::initializer_list<const char*> units)
{
    if (tick != std::floor(tick)) return {};
    const int power = static_cast<int>(tick) - first;
    const int unit = std::clamp(power / 3, 0, static_cast<int>(units.size()) - 1);
    return QString::number(std::pow(10.0, power - 3 * unit), 'f', 0) + QChar(0xa0) +
           QString::fromUtf8(*(units.begin() + unit));
}

} // namespace

BreakEvenPlot::BreakEvenPlot(QWidget* parent)
    : QCustomPlot(parent),
      m_theme(Theme::lightTheme()),
      m_workTicker(new StepTicker([](double tick, double) {
          return powerLabel(tick, -9, {"ns", "µs", "ms", "s"});
      })),
      m_bytesTicker(new StepTicker([](double tick, double) {
          return powerLabel(tick, 0, {"B", "kB", "MB", "GB"});
      }))
{
    preparePlot(*this, QMargins(68, 40, 24, 48));
    xAxis->setTicker(m_workTicker);
    yAxis->setTicker(m_bytesTicker);
    yAxis->setVisible(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintContours(painter); });
    auto* const points = new Painted(
        xAxis, yAxis,
        [this](QCPPainter& painter) {
            paintPoints(painter);
            paintWords(painter);
        },
        false);
    points->setLayer(QStringLiteral("overlay"));
}

void BreakEvenPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, false);
    styleAxis(*yAxis, theme, true, false);
    axisRect()->setMargins(QMargins(theme.px(68), theme.px(40), theme.px(24), theme.px(48)));
}

/// 100 ns to 100 ms and 1 B to 10 MB, and further where a point lies outside.
void BreakEvenPlot::setRanges()
{
    double left = -7, right = -1, low = 0, high = 7;
    const auto hold = [&](double work, double bytes) {
        if (work > 0) {
            left = std::min(left, std::floor(std::log10(work) - 0.3));
            right = std::max(right, std::ceil(std::log10(work) + 0.3));
        }
        if (bytes > 1) high = std::max(high, std::ceil(std::log10(bytes) + 0.3));
    };
    if (m_model->job()) hold(m_model->job()->work, m_model->job()->bytes);
    for (const BreakEvenCheck& check : m_model->checks()) hold(check.work, check.bytes);
    xAxis->setRange(left, right);
    yAxis->setRange(low, high);
    m_workTicker->setMost(static_cast<int>(right - left));
    m_bytesTicker->setMost(static_cast<int>(high - low));
}

void BreakEvenPlot::redraw()
{
    if (m_model) setRanges();
    replot(QCustomPlot::rpQueuedRefresh);
}

QPointF BreakEvenPlot::pointOf(double work, double bytes) const
{
    return {xAxis->coordToPixel(std::log10(std::max(work, 1e-12))),
            yAxis->coordToPixel(std::log10(std::max(bytes, 1.0)))};
}

MapPlace BreakEvenPlot::placeAt(const QPointF& at) const
{
    const QRect area = axisRect()->rect();
    const double x = std::clamp<double>(at.x(), area.left(), area.right() + 1);
    const double y = std::clamp<double>(at.y(), area.top(), area.bottom() + 1);
    return {std::pow(10.0, xAxis->pixelToCoord(x)), std::pow(10.0, yAxis->pixelToCoord(y))};
}

QPolygonF BreakEvenPlot::lineOf(double speedup) const
{
    const std::vector<double> bytes =
        logSteps(std::pow(10.0, yAxis->range().lower), std::pow(10.0, yAxis->range().upper), steps);
    const auto work = contourOf(*m_model->costs(), speedup, bytes);
    QPolygonF line;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!work[i]) return {};
        line.append(pointOf(*work[i], bytes[i]));
    }
    return line;
}

std::vector<BreakEvenPlot::Contour> BreakEvenPlot::contours() const
{
    std::vector<Contour> all;
    if (!m_model || !m_model->costs()) return all;
    for (const double speedup : levels) {
        const QPolygonF line = lineOf(speedup);
        if (!line.isEmpty()) all.push_back({speedup, line});
    }
    return all;
}

std::vector<double> BreakEvenPlot::speedups() const
{
    std::vector<double> all;
    for (const Contour& contour : contours()) all.push_back(contour.speedup);
    return all;
}

/// Left of the line of break-even the ground is darker: there a plain loop is faster.
void BreakEvenPlot::paintContours(QCPPainter& painter) const
{
    const std::vector<Contour> all = contours();
    const QRect area = axisRect()->rect();
    painter.setAntialiasing(true);
    for (const Contour& contour : all) {
        if (contour.speedup != 1) continue;
        QPolygonF loses = contour.line;
        loses << QPointF(loses.last().x(), area.top()) << area.topLeft() << area.bottomLeft();
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.hover);
        painter.drawPolygon(loses);
    }
    if (m_model && m_model->costs() && all.empty()) painter.fillRect(area, m_theme.hover);
    for (const Contour& contour : all) {
        const bool even = contour.speedup == 1;
        painter.setPen(QPen(even ? m_theme.ink : m_theme.axis, even ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(contour.line);
    }
    for (const Contour& contour : all) {
        paintContourName(painter, contour);
        if (contour.speedup == 1) paintSides(painter, contour.line);
    }
}

/// Where it leaves the map, at the top or at the right.
void BreakEvenPlot::paintContourName(QCPPainter& painter, const Contour& contour) const
{
    const QRect area = axisRect()->rect();
    QPointF last = contour.line.first();
    for (const QPointF& point : contour.line) {
        if (point.x() > area.right() - m_theme.px(28) || point.y() < area.top() + m_theme.px(12))
            break;
        last = point;
    }
    if (last.x() < area.left() + m_theme.px(16) || last.x() > area.right()) return;
    const bool even = contour.speedup == 1;
    painter.setFont(m_theme.font(12, even ? QFont::DemiBold : QFont::Normal));
    const QString name = spoken(factorText(contour.speedup));
    const int wide = widthOf(painter.font(), name) + m_theme.px(6), tall = m_theme.px(16);
    const QRectF here(last.x() - wide / 2.0, last.y() - tall / 2.0, wide, tall);
    painter.fillRect(here, contour.speedup < 1 ? m_theme.hover : m_theme.canvas);
    painter.setPen(even ? m_theme.t1 : m_theme.t2);
    drawFigures(painter, here, name, Qt::AlignCenter);
}

void BreakEvenPlot::paintSides(QCPPainter& painter, const QPolygonF& even) const
{
    const QRect area = axisRect()->rect();
    const double x = even.first().x();
    const int tall = m_theme.px(18), gap = m_theme.px(12);
    const double y = area.bottom() - m_theme.px(26);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const auto write = [&](const QString& words, bool left) {
        const int wide = widthOf(painter.font(), words) + m_theme.px(8);
        const double room = left ? x - area.left() : area.right() - x;
        if (room < wide + 2 * gap) return;
        const QRectF here(left ? x - gap - wide : x + gap, y, wide, tall);
        painter.fillRect(here, left ? m_theme.hover
                                    : m_theme.canvas); // other contours end beside the words
        drawLabel(painter, here, words, Qt::AlignCenter);
    };
    write(tr("a plain loop is faster"), true);
    write(tr("the pool pays"), false);
}

} // namespace poolscope
