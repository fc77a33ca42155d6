// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The points of the break-even map and its words.
#include "ui/charts/break_even_plot.h"

#include "ui/charts/figures.h"

#include <QLineF>

namespace poolscope {

/// "12.3 µs of work and 1.20 kB an item: 1.7× predicted".
QString BreakEvenPlot::told(const MapPlace& place) const
{
    return tr("%1 of work and %2 an item: %3 predicted")
        .arg(timeOf(place.work), spoken(bytesText(std::round(place.bytes))),
             spoken(factorText(m_model->costs()->speedup(place.work, place.bytes))));
}

void BreakEvenPlot::paintPoints(QCPPainter& painter) const
{
    if (!m_model || !m_model->costs()) return;
    painter.setAntialiasing(true);
    for (const BreakEvenCheck& check : m_model->checks()) paintCheck(painter, check);
    if (m_model->job()) {
        const QPointF at = pointOf(m_model->job()->work, m_model->job()->bytes);
        painter.setPen(QPen(m_theme.canvas, 2));
        painter.setBrush(m_theme.ink);
        painter.drawEllipse(at, m_theme.px(6), m_theme.px(6));
        paintPointName(painter, at,
                       tr("%1: %2 measured")
                           .arg(m_model->jobName(), spoken(factorText(m_model->job()->speedup))),
                       QFont::DemiBold);
    }
    paintPicked(painter);
}

/// A ring where it was predicted, a square where it was measured, which is elsewhere where the job's
/// envelopes weigh more than was asked for.
void BreakEvenPlot::paintCheck(QCPPainter& painter, const BreakEvenCheck& check) const
{
    const QPointF asked = pointOf(check.work, check.bytes);
    painter.setBrush(m_theme.canvas);
    painter.setPen(QPen(m_theme.ink, 1.5));
    painter.drawEllipse(asked, m_theme.px(4), m_theme.px(4));
    const QString predicted = spoken(factorText(check.predicted));
    if (!check.measured) {
        paintPointName(painter, asked, tr("%1 predicted, running …").arg(predicted), QFont::Normal);
        return;
    }
    const QPointF at = pointOf(check.measured->work, check.measured->bytes);
    const double half = m_theme.px(4);
    if (QLineF(asked, at).length() > 8) painter.drawLine(asked, at);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink);
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
    paintPointName(
        painter, at,
        tr("%1 predicted, %2 measured").arg(predicted, spoken(factorText(check.measured->speedup))),
        QFont::Normal);
}

void BreakEvenPlot::paintPicked(QCPPainter& painter) const
{
    if (!picked) return;
    const QRect area = axisRect()->rect();
    const QPointF at = pointOf(picked->work, picked->bytes);
    QPen dashed(m_theme.ink, 1);
    dashed.setDashPattern({2, 2});
    painter.setPen(dashed);
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(area.left(), at.y()), QPointF(at.x() - m_theme.px(7), at.y()));
    painter.drawLine(QPointF(at.x(), at.y() + m_theme.px(7)), QPointF(at.x(), area.bottom()));
    painter.setPen(QPen(m_theme.ink, 2));
    painter.drawEllipse(at, m_theme.px(6), m_theme.px(6));
    const QString predicted =
        spoken(factorText(m_model->costs()->speedup(picked->work, picked->bytes)));
    paintPointName(painter, at, tr("%1 predicted").arg(predicted), QFont::Normal);
}

/// Right of its point, or left where there is no room, on the ground of a label.
void BreakEvenPlot::paintPointName(QCPPainter& painter, const QPointF& at, const QString& name,
                                   int weight) const
{
    painter.setFont(m_theme.font(12, weight));
    const int wide = widthOf(painter.font(), name) + m_theme.px(8), tall = m_theme.px(18),
              gap = m_theme.px(10);
    const bool fits = at.x() + gap + wide < axisRect()->right();
    const QRectF here(fits ? at.x() + gap : at.x() - gap - wide, at.y() - tall / 2.0, wide, tall);
    QColor ground = m_theme.canvas;
    ground.setAlphaF(0.85f);
    painter.fillRect(here, ground);
    painter.setPen(m_theme.t1);
    drawFigures(painter, here, name, Qt::AlignCenter);
}

void BreakEvenPlot::paintWords(QCPPainter& painter) const
{
    const QRect area = axisRect()->rect();
    const QRect head(m_theme.px(16), m_theme.px(8), width() - m_theme.px(40), m_theme.px(20));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    drawLabel(painter, head, tr("bytes of an item, out and back"));
    painter.setPen(m_theme.t3);
    drawLabel(painter,
              QRect(area.left(), area.bottom() + m_theme.px(24), area.width(), m_theme.px(18)),
              tr("work of an item in a plain loop; both axes logarithmic"), Qt::AlignCenter);
    if (m_model && m_model->costs() && hovered) {
        painter.setPen(m_theme.t1);
        drawFigures(painter, head, told(*hovered), Qt::AlignRight | Qt::AlignVCenter);
    }
    if (focused) drawFocus(painter, m_theme.ink, rect());
}

} // namespace poolscope
