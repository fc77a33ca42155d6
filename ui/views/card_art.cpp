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
    case Motif::File: paintFile(painter); break;
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

/// A sheet with a folded corner.
void CardArt::paintFile(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.mono(12, QFont::DemiBold));
    const QString name = QStringLiteral(".poolscope");
    const double wide =
        std::round(QFontMetricsF(painter.font()).horizontalAdvance(name)) + m_theme.px(18);
    const double tall = m_theme.px(52), fold = m_theme.px(13);
    const QPointF corner(std::round((width() - wide) / 2) + 0.5,
                         std::round((height() - tall) / 2) + 0.5);
    const QRectF sheet(corner, QSizeF(wide, tall));
    painter.setBrush(m_theme.canvas);
    painter.setPen(QPen(m_theme.control, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const QPointF before = sheet.topRight() - QPointF(fold, 0),
                  after = sheet.topRight() + QPointF(0, fold);
    painter.drawPolygon(
        QPolygonF{sheet.topLeft(), before, after, sheet.bottomRight(), sheet.bottomLeft()});
    painter.drawPolyline(QPolygonF{before, before + QPointF(0, fold), after});
    painter.setPen(m_theme.t1);
    drawLabel(painter, sheet.adjusted(0, fold / 2, 0, 0), name, Qt::AlignCenter);
}

} // namespace poolscope
