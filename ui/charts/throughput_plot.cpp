// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/throughput_plot.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr double bins = 72;
constexpr int headTall = 26; // the topmost tick keeps off the names of the axes

} // namespace

ThroughputPlot::ThroughputPlot(QWidget* parent)
    : QCustomPlot(parent),
      m_theme(Theme::lightTheme()),
      m_rate(nullptr),
      m_inFlight(nullptr),
      m_busy(nullptr),
      m_timeTicker(new StepTicker),
      m_rateTicker(new StepTicker(quantityLabel)),
      m_countTicker(new StepTicker(quantityLabel))
{
    preparePlot(*this, QMargins(60, headTall, 48, 44));
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

// Over what is filtered for, where there is such a stretch, else over all that is in view.
std::vector<Throughput> ThroughputPlot::inView() const
{
    if (!m_run || !(m_run->now() > 0)) return {};
    const double begin = m_filter.hasRange() ? std::max(m_begin, m_filter.begin) : m_begin;
    const double end = m_filter.hasRange() ? std::min(m_end, m_filter.end) : m_end;
    const double last = std::min(end, std::max(m_run->now(), begin));
    if (last <= begin) return {};
    if (m_filter.hasRange()) {
        const double count = std::max(1.0, std::ceil((last - begin) / (m_end - m_begin) * bins));
        return m_run->throughput(begin * 1e-9, last * 1e-9, static_cast<std::size_t>(count));
    }
    // Whole bins, and what has begun of the next where it is half a bin: less would only flicker.
    const double length = (m_end - m_begin) / bins;
    const double count = std::max(1.0, std::floor((last - m_begin) / length + 0.5));
    return m_run->throughput(m_begin * 1e-9, (m_begin + count * length) * 1e-9, static_cast<std::size_t>(count));
}

// Workers that are busy, or in the phase that is filtered for.
double ThroughputPlot::busyIn(const Throughput& part) const
{
    if (!m_filter.phase) return part.busy;
    double busy = 0;
    for (std::size_t lane = 0; lane < m_run->laneCount(); ++lane) {
        busy += at(m_run->workerTimes(lane, part.from * 1e9, part.to * 1e9), *m_filter.phase);
    }
    return busy / ((part.to - part.from) * 1e9);
}

std::size_t ThroughputPlot::points() const { return static_cast<std::size_t>(m_rate->dataCount()); }

void ThroughputPlot::fillGraphs()
{
    std::vector<Throughput> series = inView();
    for (Throughput& part : series) part.busy = busyIn(part);
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
    yAxis->setRange(0, StepTicker::endFor(rate > 0 ? rate * 1.1 : 1, 4));
    yAxis2->setRange(0, StepTicker::endFor(std::max(1.0, chunks * 2), 3));
}

void ThroughputPlot::redraw()
{
    setTimes();
    fillGraphs();
    axisRect()->setMargins(
        QMargins(m_theme.px(60), m_theme.px(headTall), m_theme.px(48), m_theme.px(44)));
    replot(QCustomPlot::rpQueuedRefresh);
}

int ThroughputPlot::x(double nanos) const
{
    return static_cast<int>(std::lround(xAxis->coordToPixel(m_scale.toAxis(nanos))));
}

} // namespace poolscope
