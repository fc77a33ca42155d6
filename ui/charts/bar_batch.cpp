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

void BarBatch::addEdged(const QRect& rect, Phase phase, bool pale)
{
    add(rect, phase, pale);
    const bool shown = !m_filter || *m_filter == phase;
    if (shown && rect.width() >= 4 && m_theme.phaseEdge(phase).isValid()) {
        m_edges[static_cast<std::size_t>(phase)].push_back(rect.adjusted(0, 0, -1, -1));
    }
}

void BarBatch::draw(QPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].isEmpty()) continue;
        const QColor color = i == paleIndex    ? m_theme.pale
                             : i == otherIndex ? m_theme.track
                                               : m_theme.phase(static_cast<Phase>(i));
        painter.setBrush(color);
        painter.drawRects(m_rects[i]);
    }
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        if (m_edges[i].isEmpty()) continue;
        painter.setPen(QPen(m_theme.phaseEdge(static_cast<Phase>(i)), 1));
        painter.drawRects(m_edges[i]);
    }
}

} // namespace poolscope
