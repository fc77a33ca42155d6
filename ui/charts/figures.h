// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Digits that stand still: Inter's are proportional and Qt 6.4 cannot ask it for equal ones, so a
// digit is drawn in the middle of a cell of its own.

#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace poolscope {

/// Width of `text` as drawFigures draws it in `font`.
double figuresWidth(const QFont& font, const QString& text);
/// Draws one line of text in the painter's font and pen: a digit advances by 0.635 em (weight 400),
/// 0.645 (500), 0.655 (600), all else by its own width. `align` as for QPainter::drawText; capitals
/// are centred on the line where it asks for the vertical centre.
void drawFigures(QPainter& painter, const QRectF& rect, const QString& text,
                 Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter);
/// Prose on one line with capitals centred on the rectangle; too long text ends in "…".
void drawLabel(QPainter& painter, const QRectF& rect, const QString& text,
               Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter);
/// ✕ with 1.5 px strokes and round ends, in the pen's colour; `circled` where it stands alone.
void drawCross(QPainter& painter, const QPointF& centre, double size, bool circled = false);


/// Whole pixels that a text takes.
int widthOf(const QFont& font, const QString& text);
/// `from` mixed with `share` of `to`.
QColor towards(const QColor& from, const QColor& to, double share);
/// Where a frame of 1 px inside `rect` is drawn.
QRectF framed(const QRect& rect);
/// The ring of keyboard focus, inside `rect`.
void drawFocus(QPainter& painter, const QColor& ink, const QRect& rect);

} // namespace poolscope
