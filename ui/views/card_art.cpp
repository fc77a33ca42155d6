// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/card_art.h"

#include <QPainter>
#include <QPainterPath>

namespace poolscope {

CardArt::CardArt(Motif motif, QWidget* parent) : QWidget(parent), m_motif(motif), m_run(exampleRun())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CardArt::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedHeight(theme.px(96));
    update();
}

void CardArt::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath ground;
    ground.addRoundedRect(QRectF(0, 0, width(), height() + 8), 5, 5); // square at the bottom
    painter.setClipRect(rect());
    painter.fillPath(ground, m_theme.code);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    switch (m_motif) {
    case Motif::Lanes: paintLanes(painter); break;
    case Motif::Chain: paintChain(painter); break;
    case Motif::Death: paintDeath(painter); break;
    }
}

void CardArt::paintLanes(QPainter& painter) const
{
    const double left = m_theme.px(32);
    for (int lane = 0; lane < 4; ++lane) {
        const QRectF bar(left, m_theme.px(15 + 18 * lane), width() - 2 * left, m_theme.px(12));
        drawStretches(painter, m_run.lane[static_cast<std::size_t>(lane)], bar, 20'000, 130'000, m_theme);
    }
}

void CardArt::paintChain(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.mono());
    const QFontMetricsF metrics(painter.font());
    const QStringList names{QStringLiteral("BigPow.pow"), QStringLiteral("BigPow"), QStringLiteral("Pool")};
    const double padding = 9, cross = m_theme.px(16), height = m_theme.px(26);
    double whole = cross + 6 * padding;
    for (const QString& name : names) {
        whole += metrics.horizontalAdvance(name);
    }
    const double gap = std::min(28.0, (width() - whole - 16) / 2);
    double x = std::round((width() - whole - 2 * gap) / 2);
    const double y = std::round((this->height() - height) / 2.0);
    for (int i = 0; i < 3; ++i) {
        const bool last = i == 2;
        const double width = metrics.horizontalAdvance(names[i]) + 2 * padding + (last ? cross : 0);
        const QRectF box(x, y, width, height);
        painter.setBrush(m_theme.canvas);
        painter.setPen(last ? QPen(m_theme.ink, 2) : QPen(m_theme.control, 1));
        painter.drawRoundedRect(last ? box : box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(m_theme.t1);
        drawLabel(painter, box.adjusted(padding, 0, 0, 0), names[i]);
        x += width;
        if (last) {
            painter.setPen(m_theme.t1);
            drawCross(painter, {x - padding - 5, box.center().y()}, m_theme.px(16));
            break;
        }
        painter.setPen(QPen(m_theme.ink, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, box.center().y()), QPointF(x + gap - 6, box.center().y()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ink);
        painter.drawPolygon(QPolygonF{{x + gap, box.center().y()}, {x + gap - 8, box.center().y() - 5},
                                      {x + gap - 8, box.center().y() + 5}});
        x += gap;
    }
}

/// A lane that ends with ✕ and begins again, another that goes on.
void CardArt::paintDeath(QPainter& painter) const
{
    const double left = m_theme.px(32), room = width() - 2 * left;
    const double height = m_theme.px(20);
    const double top = m_theme.px(20), next = m_theme.px(56);
    const double end = std::round(left + room * 0.42), again = std::round(left + room * 0.66);
    drawStretches(painter, m_run.lane[1], {left, top, end - left, height}, 0, 44'000, m_theme);
    drawStretches(painter, m_run.lane[1], {again, top, left + room - again, height}, 90'000, 130'000, m_theme);
    drawStretches(painter, m_run.lane[2], {left, next, room, height}, 0, 110'000, m_theme);
    painter.fillRect(QRectF(end, top, 2, height), m_theme.ink);
    painter.fillRect(QRectF(again - 2, top, 2, height), m_theme.ink);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.ink);
    drawCross(painter, {end + m_theme.px(14), top + height / 2}, m_theme.px(16));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const QRectF word(end + m_theme.px(22), top, again - end - m_theme.px(28), height);
    if (QFontMetricsF(painter.font()).horizontalAdvance(tr("restart")) < word.width()) {
        drawLabel(painter, word, tr("restart"), Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace poolscope
