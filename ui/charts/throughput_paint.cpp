// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in E beside its lines: the range, the time left, values at the line's end, heads.
#include "ui/charts/throughput_plot.h"

#include "ui/charts/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace poolscope {

void ThroughputPlot::paintBehind(QCPPainter& painter) const
{
    const Counted part = m_range && m_range->hasSelection()
                             ? Counted{m_range->selectionBegin(), m_range->selectionEnd()}
                             : Counted{m_filter.begin, m_filter.end};
    if (!part.part()) return;
    const QRect area = axisRect()->rect();
    const int from = std::clamp(x(part.begin), area.left(), area.right() + 1);
    const int to = std::clamp(x(part.end), area.left(), area.right() + 1);
    if (to <= from) return;
    painter.fillRect(QRect(from, area.top(), to - from, area.height()), m_theme.select);
    painter.fillRect(QRect(from, area.top(), 1, area.height()), m_theme.ink);
    painter.fillRect(QRect(to - 1, area.top(), 1, area.height()), m_theme.ink);
    painter.fillRect(QRect(from, area.top(), to - from, m_theme.px(4)), m_theme.ink);
}

void ThroughputPlot::paintMarks(QCPPainter& painter)
{
    m_endLabels.clear();
    paintHeads(painter);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    const QRect area = axisRect()->rect();
    const QRect title(area.left(), area.bottom() + m_theme.px(22), area.width(), m_theme.px(18));
    drawLabel(painter, title, m_scale.title(), Qt::AlignCenter);
    if (points() == 0) drawLabel(painter, area, tr("Nothing was done in this time."), Qt::AlignCenter);
    if (!m_run || m_run->now() <= 0) return;
    paintChunkChanges(painter);
    if (!m_run->live()) return;
    const int now = x(m_run->now());
    painter.fillRect(QRect(now, area.top(), 1, area.height()), m_theme.ink);
    paintEta(painter, now);
    paintEnds(painter, now);
}

// A short ink mark on top with the new size, where it fits before the next.
void ThroughputPlot::paintChunkChanges(QCPPainter& painter) const
{
    const QRect area = axisRect()->rect();
    painter.setFont(m_theme.font(12));
    const auto& changes = m_run->chunkChanges();
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const int at = x(changes[i].at);
        if (at < area.left() || at > area.right()) continue;
        QPen dotted(m_theme.t2, 1);
        dotted.setDashPattern({1, 2});
        painter.setPen(dotted);
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
        painter.fillRect(QRect(at - 1, area.top(), 3, m_theme.px(6)), m_theme.ink);
        const QString text = tr("chunk %1").arg(countOf(changes[i].chunksize));
        const int next = i + 1 < changes.size() ? std::min(x(changes[i + 1].at), area.right()) : area.right();
        const int wide = static_cast<int>(figuresWidth(painter.font(), text)) + 1;
        if (at + m_theme.px(5) + wide > next) continue;
        const QRect here(at + m_theme.px(5), area.top(), wide, m_theme.px(16));
        painter.fillRect(here.adjusted(-2, 0, 2, 0), m_theme.canvas);
        painter.setPen(m_theme.t2);
        drawFigures(painter, here, text);
    }
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
    const QString text = tr("ETA %1").arg(spoken(roughTimeText(m_run->expectedEnd() * 1e-9)));
    const int room = end - now - m_theme.px(12);
    if (figuresWidth(painter.font(), text) > room || level < area.top() + m_theme.px(30)) return;
    drawFigures(painter, QRect(now, area.top(), end - now - m_theme.px(6), m_theme.px(18)), text,
                Qt::AlignRight | Qt::AlignVCenter);
}

// Values at the line's end, kept 16 px apart.
void ThroughputPlot::paintEnds(QCPPainter& painter, int now)
{
    const QRect area = axisRect()->rect();
    const double tall = m_theme.px(16);
    double y = std::clamp<double>(yAxis->coordToPixel(m_last.itemsPerSecond) - m_theme.px(10), area.top() + tall / 2,
                                  area.bottom() - 2.5 * tall);
    painter.setFont(m_theme.font(12, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    paintEnd(painter, now, y, tr("%1 items/s").arg(spoken(quantityText(m_last.itemsPerSecond))));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    y = std::clamp<double>(yAxis2->coordToPixel(m_last.inFlight), y + tall, area.bottom() - 1.5 * tall);
    paintEnd(painter, now, y, tr("in flight %1").arg(std::lround(m_last.inFlight)));
    y = std::clamp<double>(yAxis2->coordToPixel(m_last.busy), y + tall, area.bottom() - 0.5 * tall);
    paintEnd(painter, now, y, tr("busy %1").arg(decimalText(m_last.busy, 1)));
}

// To the right of now where that is inside of the plot, else to the left of it: never over an axis.
void ThroughputPlot::paintEnd(QCPPainter& painter, int now, double y, const QString& text)
{
    const QRect area = axisRect()->rect();
    const double wide = figuresWidth(painter.font(), text), tall = m_theme.px(16), gap = m_theme.px(8);
    const bool right = now + gap + wide <= area.right() - m_theme.px(4);
    const double left = right ? now + gap : now - gap - wide;
    if (left < area.left()) return;
    const QRectF here(left, y - tall / 2, wide, tall);
    painter.fillRect(here.adjusted(-3, 0, 3, -1), m_theme.canvas);
    drawFigures(painter, here, text);
    m_endLabels.push_back(here);
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
    QRect sample = name(m_filter.phase ? tr("workers in %1").arg(phaseName(*m_filter.phase)) : tr("busy workers"));
    painter.setPen(m_busy->pen());
    painter.drawLine(QPointF(sample.left(), middle + 1), QPointF(sample.right(), middle + 1));
    right = sample.left() - m_theme.px(12);
    sample = name(tr("chunks in flight"));
    const QRect swatch(sample.left(), middle - m_theme.px(5), m_theme.px(14), m_theme.px(10));
    painter.fillRect(swatch, m_inFlight->brush());
    painter.fillRect(QRect(swatch.left(), swatch.top(), swatch.width(), 1), m_theme.t3);
}

} // namespace poolscope
