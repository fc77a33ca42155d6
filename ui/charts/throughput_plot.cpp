// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/throughput_plot.h"

#include "ui/charts/figures.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr double bins = 72;


// The shortest of 1, 2, 4, 5 × 10ⁿ steps that reach `most` in `steps`.
double niceEnd(double most, int steps)
{
    const double step = StepTicker::stepFor(most, steps);
    return std::max(1.0, std::ceil(most / step - 1e-9)) * step;
}

} // namespace

ThroughputPlot::ThroughputPlot(QWidget* parent)
    : QCustomPlot(parent), m_theme(Theme::lightTheme()), m_rate(nullptr), m_inFlight(nullptr), m_busy(nullptr),
      m_timeTicker(new StepTicker), m_rateTicker(new StepTicker(quantityLabel)), m_countTicker(new StepTicker)
{
    preparePlot(*this, QMargins(60, 20, 48, 44));
    yAxis->setVisible(true);
    yAxis2->setVisible(true);
    xAxis->setTicker(m_timeTicker);
    yAxis->setTicker(m_rateTicker);
    yAxis2->setTicker(m_countTicker);
    m_rateTicker->setMost(4);
    m_countTicker->setMost(4);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintBehind(painter); });
    m_inFlight = addGraph(xAxis, yAxis2);
    m_busy = addGraph(xAxis, yAxis2);
    m_rate = addGraph(xAxis, yAxis);
    m_inFlight->setLineStyle(QCPGraph::lsStepLeft);
    m_busy->setLineStyle(QCPGraph::lsStepLeft);
    for (QCPGraph* graph : {m_inFlight, m_busy}) graph->setAntialiased(false);
    for (QCPGraph* graph : {m_inFlight, m_busy, m_rate}) graph->setSelectable(QCP::stNone);
    auto* const marks = new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintMarks(painter); }, false);
    marks->setLayer(QStringLiteral("overlay"));
}

void ThroughputPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, false);
    styleAxis(*yAxis, theme, true, true);
    styleAxis(*yAxis2, theme, true, false);
    m_rate->setPen(QPen(theme.ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_inFlight->setPen(QPen(theme.t3, 1));
    QColor faint = theme.ink;
    faint.setAlphaF(0.07f);
    m_inFlight->setBrush(faint);
    QPen dotted(theme.t3, 1);
    dotted.setDashPattern({2, 2});
    m_busy->setPen(dotted);
}

void ThroughputPlot::setSources(RunModel* run, TimeRange* range)
{
    m_run = run;
    m_range = range;
}

// While it runs, the whole of it and the time left; when over, what the lanes show.
void ThroughputPlot::setTimes()
{
    m_begin = 0;
    m_end = 1e9;
    if (m_run && m_run->live()) {
        const double now = std::max(m_run->now(), 1e6);
        m_end = m_run->expectedEnd() > now ? std::max(m_run->expectedEnd() * 1.09, now * 1.25) : now * 1.25;
    } else if (m_run) {
        m_begin = m_range ? m_range->begin() : 0;
        m_end = m_range ? m_range->end() : std::max(m_run->now(), 1e6);
    }
    m_scale = timeScaleFor(m_begin, m_end);
    xAxis->setRange(m_scale.toAxis(m_begin), m_scale.toAxis(m_end));
    m_timeTicker->setMost(std::min(8, std::max(2, width() / m_theme.px(72))));
}

void ThroughputPlot::fillGraphs()
{
    std::vector<Throughput> series;
    const double length = (m_end - m_begin) / bins;
    if (m_run && m_run->now() > 0) {
        const double last = std::min(m_end, std::max(m_run->now(), m_begin));
        // Whole bins, and what has begun of the next where it is half a bin: less would only flicker.
        const double count = std::max(1.0, std::floor((last - m_begin) / length + 0.5));
        series = m_run->throughput(m_begin * 1e-9, (m_begin + count * length) * 1e-9, static_cast<std::size_t>(count));
    }
    QVector<double> middle, edges, rate, inFlight, busy;
    for (const Throughput& part : series) {
        middle.push_back(m_scale.toAxis((part.from + part.to) / 2 * 1e9));
        edges.push_back(m_scale.toAxis(part.from * 1e9));
        rate.push_back(part.itemsPerSecond);
        inFlight.push_back(part.inFlight);
        busy.push_back(part.busy);
    }
    if (!series.empty()) { // the last steps and the line go on to the end of their bin
        edges.push_back(m_scale.toAxis(series.back().to * 1e9));
        inFlight.push_back(inFlight.back());
        busy.push_back(busy.back());
        m_last = series.back();
    }
    m_rate->setData(middle, rate, true);
    m_inFlight->setData(edges, inFlight, true);
    m_busy->setData(edges, busy, true);
    setValues(series);
    m_series = std::move(series);
}

// The right axis is about twice what is needed, so that its lines stay below the left's.
void ThroughputPlot::setValues(const std::vector<Throughput>& series)
{
    double rate = 0, chunks = m_run ? static_cast<double>(m_run->laneCount()) : 1;
    for (const Throughput& part : series) {
        rate = std::max(rate, part.itemsPerSecond);
        chunks = std::max({chunks, part.inFlight, part.busy});
    }
    yAxis->setRange(0, niceEnd(rate > 0 ? rate * 1.1 : 1, 4));
    yAxis2->setRange(0, niceEnd(std::max(1.0, chunks * 2), 3));
}

void ThroughputPlot::redraw()
{
    setTimes();
    fillGraphs();
    axisRect()->setMargins(QMargins(m_theme.px(60), m_theme.px(20), m_theme.px(48), m_theme.px(44)));
    replot(QCustomPlot::rpQueuedRefresh);
}

int ThroughputPlot::x(double nanos) const
{
    return static_cast<int>(std::lround(xAxis->coordToPixel(m_scale.toAxis(nanos))));
}

void ThroughputPlot::paintBehind(QCPPainter& painter) const
{
    if (!m_range || !m_range->hasSelection()) return;
    const QRect area = axisRect()->rect();
    const int from = x(m_range->selectionBegin()), to = x(m_range->selectionEnd());
    painter.fillRect(QRect(from, area.top(), to - from, area.height()), m_theme.select);
    painter.fillRect(QRect(from, area.top(), 1, area.height()), m_theme.ink);
    painter.fillRect(QRect(to - 1, area.top(), 1, area.height()), m_theme.ink);
    painter.fillRect(QRect(from, area.top(), to - from, m_theme.px(4)), m_theme.ink);
}

void ThroughputPlot::paintMarks(QCPPainter& painter) const
{
    paintHeads(painter);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    const QRect area = axisRect()->rect();
    const QRect title(area.left(), area.bottom() + m_theme.px(22), area.width(), m_theme.px(18));
    drawLabel(painter, title, m_scale.title(), Qt::AlignCenter);
    if (!m_run || !m_run->live() || m_run->now() <= 0) return;
    const int now = x(m_run->now());
    painter.fillRect(QRect(now, area.top(), 1, area.height()), m_theme.ink);
    paintEta(painter, now);
    paintEnds(painter, now);
}

void ThroughputPlot::paintEta(QCPPainter& painter, int now) const
{
    if (m_run->expectedEnd() <= m_run->now()) return;
    const QRect area = axisRect()->rect();
    const int end = x(m_run->expectedEnd());
    QPen dashed(m_theme.ink, 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(QPointF(end, area.top()), QPointF(end, area.bottom()));
    const double level = yAxis->coordToPixel(m_last.itemsPerSecond);
    if (level > area.top()) painter.drawLine(QPointF(now, level), QPointF(end, level));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const QString text = tr("ETA %1").arg(QString::fromStdString(roughTimeText(m_run->expectedEnd() * 1e-9)));
    const int room = end - now - m_theme.px(12);
    if (figuresWidth(painter.font(), text) > room || level < area.top() + m_theme.px(30)) return;
    drawFigures(painter, QRect(now, area.top(), end - now - m_theme.px(6), m_theme.px(18)), text,
                Qt::AlignRight | Qt::AlignVCenter);
}

// Values at the line's end, kept 16 px apart.
void ThroughputPlot::paintEnds(QCPPainter& painter, int now) const
{
    const QRect area = axisRect()->rect();
    const int left = now + m_theme.px(8), tall = m_theme.px(16), right = width() - m_theme.px(52);
    double y = std::clamp<double>(yAxis->coordToPixel(m_last.itemsPerSecond) - m_theme.px(10), area.top() + tall / 2.0,
                                  area.bottom() - 2.5 * tall);
    const auto write = [&](const QString& text, int weight, const QColor& color) {
        painter.setFont(m_theme.font(12, weight));
        painter.setPen(color);
        const QRectF here(left, y - tall / 2.0, right - left, tall);
        const double wide = figuresWidth(painter.font(), text);
        if (wide > here.width() + m_theme.px(40)) return;
        painter.fillRect(QRectF(left - 2, here.top(), wide + 4, tall - 1), m_theme.canvas);
        drawFigures(painter, here, text);
    };
    write(tr("%1 items/s").arg(QString::fromStdString(quantityText(m_last.itemsPerSecond))), QFont::DemiBold, m_theme.t1);
    y = std::clamp<double>(yAxis2->coordToPixel(m_last.inFlight), y + tall, area.bottom() - 1.5 * tall);
    write(tr("in flight %1").arg(std::lround(m_last.inFlight)), QFont::Normal, m_theme.t2);
    y = std::clamp<double>(yAxis2->coordToPixel(m_last.busy), y + tall, area.bottom() - 0.5 * tall);
    write(tr("busy %1").arg(m_last.busy, 0, 'f', 1), QFont::Normal, m_theme.t2);
}

// The names of the vertical axes lie above them, with a sample of their lines.
void ThroughputPlot::paintHeads(QCPPainter& painter) const
{
    const int side = m_theme.px(16), tall = m_theme.px(18), middle = tall / 2;
    painter.setFont(m_theme.font(12));
    painter.fillRect(QRect(side, middle, m_theme.px(14), 2), m_theme.ink);
    painter.setPen(m_theme.t2);
    drawLabel(painter, QRect(side + m_theme.px(18), 0, 200, tall), tr("items/s"));
    int right = width() - side;
    const auto name = [&](const QString& text) {
        const int wide = widthOf(painter.font(), text);
        painter.setPen(m_theme.t2);
        drawLabel(painter, QRect(right - wide, 0, wide + 1, tall), text);
        right -= wide + m_theme.px(4);
        return QRect(right - m_theme.px(14), 0, m_theme.px(14), tall);
    };
    QRect sample = name(tr("busy workers"));
    painter.setPen(m_busy->pen());
    painter.drawLine(QPointF(sample.left(), middle + 1), QPointF(sample.right(), middle + 1));
    right = sample.left() - m_theme.px(12);
    sample = name(tr("chunks in flight"));
    const QRect swatch(sample.left(), middle - m_theme.px(5), m_theme.px(14), m_theme.px(10));
    painter.fillRect(swatch, m_inFlight->brush());
    painter.fillRect(QRect(swatch.left(), swatch.top(), swatch.width(), 1), m_theme.t3);
}

} // namespace poolscope
