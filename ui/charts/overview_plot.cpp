// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overview_plot.h"

#include "ui/charts/figures.h"
#include "ui/charts/lanes_plot.h"

#include <cmath>

namespace poolscope {

OverviewPlot::OverviewPlot(QWidget* parent)
    : QCustomPlot(parent), m_theme(Theme::lightTheme()), m_ticker(new StepTicker)
{
    preparePlot(*this, QMargins(LanesPlot::sideMargin, 0, LanesPlot::sideMargin, 28));
    xAxis->setTicker(m_ticker);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { drawStrip(painter); }, false);
    setMouseTracking(true);
}

void OverviewPlot::setSources(RunModel* run, TimeRange* range)
{
    m_run = run;
    m_range = range;
}

void OverviewPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, false);
}

void OverviewPlot::redraw()
{
    const bool live = m_run && m_run->live();
    const double end = m_run ? std::max(m_run->expectedEnd(), m_run->now()) : 1e9;
    // While it runs the width stays as it is as long as the end that is expected fits it: then only
    // what is new is worked out.
    const double wanted = std::max(1e6, live && end > m_run->now() ? end * 1.09 : end);
    if (!live || wanted > m_whole || wanted < 0.8 * m_whole) m_whole = live ? wanted * 1.04 : wanted;
    m_scale = timeScaleFor(0, m_whole);
    xAxis->setRange(0, m_scale.toAxis(m_whole));
    m_ticker->setMost(std::min(8, std::max(2, width() / m_theme.px(96))));
    axisRect()->setMargins(QMargins(LanesPlot::sideMargin, 2, LanesPlot::sideMargin,
                                    std::max(0, height() - 2 - m_theme.px(stripHeight))));
    replot(QCustomPlot::rpQueuedRefresh);
}

double OverviewPlot::pixel(double nanos) const
{
    const QRect strip = axisRect()->rect();
    return strip.left() + nanos / m_whole * strip.width();
}

double OverviewPlot::nanos(double pixel) const
{
    const QRect strip = axisRect()->rect();
    return (pixel - strip.left()) / std::max(1, strip.width()) * m_whole;
}

QRect OverviewPlot::brushRect() const
{
    const QRect strip = axisRect()->rect();
    double from = pixel(m_range->begin()), to = pixel(std::min(m_range->end(), m_whole));
    const double lacking = 10 - (to - from);
    if (lacking > 0) {
        from = std::clamp<double>(from - lacking / 2, strip.left(), strip.right() + 1 - 10);
        to = from + 10;
    }
    const int left = static_cast<int>(std::lround(from));
    return {left, strip.top(), static_cast<int>(std::lround(to)) - left, strip.height()};
}

std::vector<double> OverviewPlot::busyColumns(int columns)
{
    constexpr int fine = 256;
    std::vector<double> busy(static_cast<std::size_t>(std::max(0, columns)));
    m_grid.set(*m_run, 0, m_whole, columns);
    for (std::size_t lane = 0; lane < m_run->laneCount(); ++lane) {
        const std::vector<ColumnSlice>& slices = m_grid.worker(lane, fine);
        for (std::size_t x = 0; x < busy.size(); ++x) {
            if (slices[x].empty()) continue;
            const int wait = slices[x].height[static_cast<std::size_t>(Phase::Wait)];
            busy[x] += static_cast<double>(fine - wait) / fine;
        }
    }
    return busy;
}

void OverviewPlot::drawStrip(QCPPainter& painter)
{
    const QRect strip = axisRect()->rect();
    painter.fillRect(strip, m_theme.hover);
    if (!m_run || !m_range || m_run->laneCount() == 0) return;
    // Two pixels a column; more lanes, wider columns, so that the cost stays the same.
    const int wide = 2 * (1 + static_cast<int>(m_run->laneCount()) / 16);
    const std::vector<double> busy = busyColumns(strip.width() / wide);
    const QRect brush = m_range->whole() && !m_run->live() ? strip : brushRect();
    QVector<QRect> inside, outside;
    for (std::size_t i = 0; i < busy.size(); ++i) {
        const double share = busy[i] / static_cast<double>(m_run->laneCount());
        const int tall = std::min(strip.height(), static_cast<int>(std::lround(share * strip.height())));
        const QRect bar(strip.left() + static_cast<int>(i) * wide, strip.bottom() + 1 - tall, wide, tall);
        if (tall <= 0) continue;
        const QRect in = bar & brush;
        if (in != bar) outside.push_back(bar);
        if (!in.isEmpty()) inside.push_back(in);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.track);
    painter.drawRects(outside);
    painter.fillRect(brush, m_theme.canvas);
    painter.setBrush(m_theme.fill);
    painter.drawRects(inside);
    if (m_run->live() && m_run->expectedEnd() > m_run->now()) drawEta(painter, strip);
    drawBrush(painter, brush);
}

void OverviewPlot::drawEta(QCPPainter& painter, const QRect& strip) const
{
    const int x = static_cast<int>(std::lround(pixel(m_run->expectedEnd())));
    QPen dashed(m_theme.ink, 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom()));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const QString text = tr("ETA %1").arg(spoken(roughTimeText(m_run->expectedEnd() * 1e-9)));
    const int left = x - m_theme.px(8) - widthOf(painter.font(), text);
    if (left < pixel(m_run->now()) + 8) return;
    drawFigures(painter, QRect(left - 8, strip.top(), x - m_theme.px(8) - left + 8, strip.height()), text,
                Qt::AlignRight | Qt::AlignVCenter);
}

void OverviewPlot::drawBrush(QCPPainter& painter, const QRect& brush) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.ink, 1));
    painter.drawRect(brush.adjusted(0, 0, -1, -1));
    if (brush.width() < 24) return;
    painter.setBrush(m_theme.canvas);
    painter.setAntialiasing(true);
    for (const int x : {brush.left(), brush.right()}) {
        const QRectF handle(x - 2.5, brush.center().y() - 6.5, 6, 14);
        painter.drawRoundedRect(handle.adjusted(0, 0, -0.0, 0), 2, 2);
    }
    painter.setAntialiasing(false);
}

OverviewPlot::Grip OverviewPlot::gripAt(const QPoint& point) const
{
    if (!m_run || !m_range) return Grip::None;
    const QRect brush = brushRect();
    if (brush.width() >= 24 && std::abs(point.x() - brush.left()) <= 5) return Grip::Left;
    if (brush.width() >= 24 && std::abs(point.x() - brush.right()) <= 5) return Grip::Right;
    return Grip::Middle;
}

void OverviewPlot::mousePressEvent(QMouseEvent* event)
{
    m_grip = event->button() == Qt::LeftButton ? gripAt(event->pos()) : Grip::None;
    if (m_grip == Grip::None) return;
    m_grabbed = nanos(event->position().x());
    const QRect brush = brushRect();
    if (m_grip == Grip::Middle && (event->pos().x() < brush.left() || event->pos().x() > brush.right())) {
        m_range->pan(m_grabbed - (m_range->begin() + m_range->end()) / 2);
    }
}

void OverviewPlot::mouseMoveEvent(QMouseEvent* event)
{
    const double here = nanos(event->position().x());
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->pos());
        setCursor(grip == Grip::Left || grip == Grip::Right ? Qt::SizeHorCursor : Qt::ArrowCursor);
    } else if (m_grip == Grip::Middle) {
        m_range->pan(here - m_grabbed);
        m_grabbed = here;
    } else if (m_grip == Grip::Left) {
        m_range->show(std::min(here, m_range->end() - 1000), m_range->end());
    } else {
        m_range->show(m_range->begin(), std::max(here, m_range->begin() + 1000));
    }
}

void OverviewPlot::mouseReleaseEvent(QMouseEvent*) { m_grip = Grip::None; }

void OverviewPlot::mouseDoubleClickEvent(QMouseEvent*)
{
    if (m_range) m_range->fit();
}

void OverviewPlot::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (m_range) m_range->zoom(std::pow(0.8, event->angleDelta().y() / 120.0), nanos(event->position().x()));
}

} // namespace poolscope
