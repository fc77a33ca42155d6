// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latency_plot.h"

#include "ui/charts/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace poolscope {

namespace {

constexpr int head = 18; // px: the name of the vertical axis
constexpr int labelRow = 17;
constexpr int markRows = 4; // no two words are on one line where they would meet

} // namespace

LatencyPlot::LatencyPlot(QWidget* parent)
    : QCustomPlot(parent),
      m_theme(Theme::lightTheme()),
      m_timeTicker(new QCPAxisTickerText),
      m_countTicker(new StepTicker(quantityLabel))
{
    preparePlot(*this, QMargins(60, 38, 24, 44));
    xAxis->setTicker(m_timeTicker);
    yAxis->setTicker(m_countTicker);
    yAxis->setVisible(true);
    m_countTicker->setMost(4);
    m_timeTicker->setSubTickCount(0);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintBars(painter); });
    auto* const marks = new Painted(
        xAxis, yAxis, [this](QCPPainter& painter) { paintMarks(painter); }, false);
    marks->setLayer(QStringLiteral("overlay"));
}

void LatencyPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, false);
    styleAxis(*yAxis, theme, true, true);
}

void LatencyPlot::setSources(RunModel* run, const Counted& stretch, std::optional<Phase> phase)
{
    m_run = run;
    m_stretch = stretch;
    m_phase = phase;
}

void LatencyPlot::redraw()
{
    m_durations = m_run ? durationsOf(*m_run, m_stretch, m_phase) : Durations();
    const int top = m_theme.px(head + 2);
    axisRect()->setMargins(QMargins(m_theme.px(60), top, m_theme.px(24), m_theme.px(44)));
    setAxis();
    replot(QCustomPlot::rpQueuedRefresh);
}

// The axis counts in powers of ten of a nanosecond.
void LatencyPlot::setAxis()
{
    const std::vector<std::uint64_t> bars = m_durations.counts.bars();
    double low = 3, high = 6, most = 1;
    if (!m_durations.counts.empty()) {
        std::size_t first = 0;
        while (bars[first] == 0) ++first;
        low = std::log10(LatencyCounts::beginOf(first) * 1e9);
        high = std::log10(LatencyCounts::beginOf(bars.size()) * 1e9);
        most = static_cast<double>(*std::max_element(bars.begin(), bars.end()));
    }
    const double spare = std::max(0.04 * (high - low),
                                  (0.3 - (high - low)) / 2); // never narrower than a factor of two
    low -= spare;
    high += spare;
    xAxis->setRange(low, high);
    const AxisUnit& unit = axisUnitFor(nanosUnits, std::pow(10.0, (2 * low + high) / 3));
    m_unit = unit.size;
    m_unitName = QString::fromUtf8(unit.name);
    setTicks(low, high);
    yAxis->setRange(0, most * 1.3); // the words of the percentiles have room above the bars
}

void LatencyPlot::setTicks(double low, double high)
{
    m_timeTicker->clear();
    const auto add = [this, low, high](double nanos) {
        const double at = std::log10(nanos);
        if (at >= low && at <= high) m_timeTicker->addTick(at, tickText(nanos));
    };
    if (high - low < 0.9) { // less than a power of ten: as on a linear axis
        const double from = std::pow(10.0, low), to = std::pow(10.0, high);
        const double step =
            StepTicker::stepFor(to - from, std::clamp(width() / m_theme.px(90), 2, 6));
        for (double tick = std::ceil(from / step) * step; tick <= to; tick += step) add(tick);
        return;
    }
    const bool close = high - low < 2.2;
    const int room = std::max(2, width() / m_theme.px(64));
    const int every = std::max(1, static_cast<int>(std::ceil((high - low) / room)));
    for (int power = static_cast<int>(std::floor(low)); power <= static_cast<int>(std::ceil(high));
         power += every) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (factor > 1 && !close) break;
            add(factor * std::pow(10.0, power));
        }
    }
}

QString LatencyPlot::tickText(double nanos) const
{
    const double value = nanos / m_unit;
    if (value >= 10'000) return quantityLabel(value, value);
    if (value >= 1)
        return countOf(static_cast<std::uint64_t>(std::llround(value)));
    const int decimals = static_cast<int>(std::ceil(-std::log10(value) - 1e-9));
    return decimalText(value, decimals);
}

double LatencyPlot::x(double seconds) const
{
    return xAxis->coordToPixel(std::log10(std::max(seconds * 1e9, 1e-3)));
}

void LatencyPlot::paintBars(QCPPainter& painter) const
{
    const std::vector<std::uint64_t> bars = m_durations.counts.bars();
    const int bottom = axisRect()->rect().bottom() + 1;
    QVector<QRect> drawn;
    for (std::size_t bar = 0; bar < bars.size(); ++bar) {
        if (bars[bar] == 0) continue;
        const double x0 = x(LatencyCounts::beginOf(bar)), x1 = x(LatencyCounts::beginOf(bar + 1));
        const int left = static_cast<int>(std::lround(x0));
        const int wide =
            std::max(1, static_cast<int>(std::lround(x1)) - left - (x1 - x0 > 3 ? 1 : 0));
        const int top =
            static_cast<int>(std::lround(yAxis->coordToPixel(static_cast<double>(bars[bar]))));
        drawn.push_back(QRect(left, std::min(top, bottom - 1), wide, std::max(1, bottom - top)));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_phase ? m_theme.phaseBrush(*m_phase) : QBrush(m_theme.fill));
    painter.drawRects(drawn);
}

// Each word stands right of its line, or left of it at the right edge, in the first row in which it
// meets no other; rows go down from one to the next, so that no line runs through a word before it.
std::vector<LatencyPlot::Mark> LatencyPlot::marks() const
{
    constexpr std::pair<const char*, double> percentiles[] = {
        {"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p99.9", 0.999}};
    const QRect area = axisRect()->rect();
    const QFont font = m_theme.font(12, QFont::Medium);
    const double gap = m_theme.px(4);
    std::vector<Mark> marks;
    int row = 0;
    for (const auto& [name, p] : percentiles) {
        const double seconds = m_durations.counts.percentile(p);
        Mark mark;
        mark.text = QString::fromUtf8(name) + QChar(' ') + timeOf(seconds);
        mark.x = std::round(x(seconds));
        const double wide = figuresWidth(font, mark.text);
        const bool right = mark.x + gap + wide <= area.right();
        const double left = right ? mark.x + gap : mark.x - gap - wide;
        const auto meets = [&](int at) {
            const QRectF here(left - 6, area.top() + at * m_theme.px(labelRow), wide + 12,
                              m_theme.px(labelRow));
            return std::any_of(marks.begin(), marks.end(),
                               [&](const Mark& other) { return other.label.intersects(here); });
        };
        while (row < markRows && meets(row)) ++row;
        mark.label =
            QRectF(left, area.top() + row * m_theme.px(labelRow), wide, m_theme.px(labelRow));
        marks.push_back(mark);
        if (right && std::none_of(marks.begin(), marks.end() - 1, [&](const Mark& other) {
                return other.label.right() + 6 > left;
            }))
            row = 0;
    }
    return marks;
}

void LatencyPlot::paintWords(QCPPainter& painter) const
{
    const QRect area = axisRect()->rect();
    const QRect line(m_theme.px(16), 0, width() - m_theme.px(32), m_theme.px(head));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    drawLabel(painter, line, tr("chunks"));
    painter.setPen(m_theme.t3);
    const QString phase =
        m_phase ? phaseName(*m_phase) : QString();
    const QString what = m_phase ? tr("%1 of a chunk (%2)").arg(phase, m_unitName)
                                 : tr("duration (%1)").arg(m_unitName);
    drawLabel(painter,
              QRect(area.left(), area.bottom() + m_theme.px(22), area.width(), m_theme.px(18)),
              what, Qt::AlignCenter);
    const QString count = countOf(m_durations.counts.total());
    const bool joined = m_run && m_run->folded() > 0 && (m_phase || m_stretch.part());
    QString aside = joined    ? tr("%1 groups of neighbouring chunks").arg(count)
                    : m_phase ? tr("%1 chunks").arg(count)
                              : tr("%1 chunks, pickled to unpickled").arg(count);
    if (m_stretch.part()) aside += tr(", in the range");
    if (m_durations.every > 1) aside += tr(", one of each %1").arg(m_durations.every);
    if (widthOf(painter.font(), aside) > line.width() - m_theme.px(64))
        aside = joined ? tr("%1 groups").arg(count) : tr("%1 chunks").arg(count);
    drawFigures(painter, line, aside, Qt::AlignRight | Qt::AlignVCenter);
}

void LatencyPlot::paintMarks(QCPPainter& painter)
{
    m_labels.clear();
    const QRect area = axisRect()->rect();
    if (m_durations.counts.empty()) {
        painter.setFont(m_theme.font(12));
        painter.setPen(m_theme.t3);
        drawLabel(painter, area,
                  m_stretch.part() ? tr("No chunk lies in the range.")
                                   : tr("No chunk has come back yet."),
                  Qt::AlignCenter);
        return;
    }
    paintWords(painter);
    painter.setFont(m_theme.font(12, QFont::Medium));
    bool first = true;
    for (const Mark& mark : marks()) {
        QPen pen(m_theme.ink, 1);
        if (!std::exchange(first, false)) pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(mark.x, mark.label.top() + 2), QPointF(mark.x, area.bottom()));
        painter.fillRect(mark.label.adjusted(-2, 1, 2, -1), m_theme.canvas);
        painter.setPen(m_theme.t1);
        drawFigures(painter, mark.label, mark.text);
        m_labels.push_back(mark.label);
    }
}

} // namespace poolscope
