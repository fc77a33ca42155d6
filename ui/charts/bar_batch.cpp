// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_batch.h"

namespace poolscope {

BarBatch::BarBatch(const Theme& theme, std::optional<Phase> filter) : m_theme(theme), m_filter(filter) {}

std::size_t BarBatch::indexOf(Phase phase, bool pale) const
{
    if (m_filter && *m_filter != phase) return otherIndex;
    return pale && phase == Phase::Compute ? paleIndex : static_cast<std::size_t>(phase);
}

void BarBatch::add(const QRect& rect, Phase phase, bool pale)
{
    if (rect.isEmpty()) return;
    m_rects[indexOf(phase, pale)].push_back(rect);
}

void BarBatch::addColumn(const Column& column, const QRect& bar)
{
    int y = bar.top() + bar.height();
    for (std::size_t i = 0; i < phaseCount; ++i) {
        y -= column.height[i];
        add(QRect(bar.left(), y, bar.width(), column.height[i]), static_cast<Phase>(i), column.pale);
    }
}

void BarBatch::addEdged(const QRect& rect, Phase phase, bool pale)
{
    add(rect, phase, pale);
    const bool shown = !m_filter || *m_filter == phase;
    if (shown && rect.width() >= 4 && m_theme.phaseEdge(phase).isValid()) {
        m_edges[static_cast<std::size_t>(phase)].push_back(rect.adjusted(0, 0, -1, -1));
    }
}

QBrush BarBatch::brushOf(std::size_t index) const
{
    if (index == otherIndex) return m_theme.blackAndWhite ? QBrush(Qt::NoBrush) : QBrush(m_theme.track);
    return index == paleIndex ? m_theme.phaseBrush(Phase::Compute, true)
                              : m_theme.phaseBrush(static_cast<Phase>(index));
}

void BarBatch::draw(QPainter& painter) const
{
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].isEmpty()) continue;
        painter.setPen(Qt::NoPen);
        if (m_theme.blackAndWhite) {
            painter.setBrush(m_theme.canvas); // patterns let through what is behind them
            painter.drawRects(m_rects[i]);
        }
        painter.setBrush(brushOf(i));
        painter.drawRects(m_rects[i]);
        if (m_theme.blackAndWhite && i != otherIndex) drawTops(painter, m_rects[i]);
    }
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        if (m_edges[i].isEmpty()) continue;
        painter.setPen(QPen(m_theme.phaseEdge(static_cast<Phase>(i)), 1));
        painter.drawRects(m_edges[i]);
    }
}

// Columns are too narrow for an outline: a line of ink where one phase ends above another.
void BarBatch::drawTops(QPainter& painter, const QVector<QRect>& rects) const
{
    for (const QRect& rect : rects) {
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), m_theme.ink);
    }
}

} // namespace poolscope
