// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/words.h"

namespace poolscope {

Words& Words::add(const QString& text, int pixels, int weight, const QColor& color)
{
    const QColor usual = weight >= QFont::DemiBold ? m_theme.t1 : m_theme.t2;
    if (!text.isEmpty())
        m_pieces.push_back({text, m_theme.font(pixels, weight), color.isValid() ? color : usual});
    return *this;
}

double Words::width() const
{
    double sum = 0;
    for (const Piece& piece : m_pieces) sum += figuresWidth(piece.font, piece.text);
    return sum;
}

double Words::draw(QPainter& painter, const QRectF& line) const
{
    double x = line.left();
    for (const Piece& piece : m_pieces) {
        const double wide = figuresWidth(piece.font, piece.text), room = line.right() - x;
        painter.setFont(piece.font);
        painter.setPen(piece.color);
        const QRectF here(x, line.top(), std::min(wide, room), line.height());
        if (wide <= room + 1)
            drawFigures(painter, here, piece.text);
        else if (room > 20)
            drawLabel(painter, here, piece.text);
        x += wide;
    }
    return std::min(x, line.right());
}

QString Words::text() const
{
    QString all;
    for (const Piece& piece : m_pieces) all += piece.text;
    return all;
}

} // namespace poolscope
