// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figures.h"

#include <cmath>

namespace poolscope {

namespace {

double digitWidth(const QFont& font)
{
    const int weight = font.weight();
    const double em = weight >= QFont::DemiBold ? 0.655 : weight >= QFont::Medium ? 0.645 : 0.635;
    return em * font.pixelSize();
}

/// Calls use(run, x, width of its cell) for each digit and each run of other signs, from x = 0.
template <class Use> double layOut(const QFont& font, const QString& text, Use use)
{
    const QFontMetricsF metrics(font);
    double x = 0;
    for (qsizetype i = 0; i < text.size();) {
        const bool digit = text[i].isDigit();
        qsizetype end = i + 1;
        while (!digit && end < text.size() && !text[end].isDigit()) ++end;
        const QString run = text.mid(i, end - i);
        const double width = digit ? digitWidth(font) : metrics.horizontalAdvance(run);
        use(run, x, width);
        x += width;
        i = end;
    }
    return x;
}

double leftOf(const QRectF& rect, double width, Qt::Alignment align)
{
    if (align & Qt::AlignRight) return rect.right() - width;
    return align & Qt::AlignHCenter ? rect.center().x() - width / 2 : rect.left();
}

double baselineOf(const QPainter& painter, const QRectF& rect, Qt::Alignment align)
{
    const QFontMetricsF metrics(painter.font());
    if (align & Qt::AlignTop) return rect.top() + metrics.ascent();
    if (align & Qt::AlignBottom) return rect.bottom() - metrics.descent();
    return std::round(rect.center().y() + 0.364 * painter.font().pixelSize());
}

} // namespace

double figuresWidth(const QFont& font, const QString& text)
{
    return layOut(font, text, [](const QString&, double, double) {});
}

void drawFigures(QPainter& painter, const QRectF& rect, const QString& text, Qt::Alignment align)
{
    const QFontMetricsF metrics(painter.font());
    const double left = leftOf(rect, figuresWidth(painter.font(), text), align);
    const double y = baselineOf(painter, rect, align);
    layOut(painter.font(), text, [&](const QString& run, double x, double width) {
        const double inset = run[0].isDigit() ? (width - metrics.horizontalAdvance(run)) / 2 : 0;
        painter.drawText(QPointF(left + x + inset, y), run);
    });
}

void drawLabel(QPainter& painter, const QRectF& rect, const QString& text, Qt::Alignment align)
{
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width() + 0.5);
    const double left = leftOf(rect, metrics.horizontalAdvance(shown), align);
    painter.drawText(QPointF(left, baselineOf(painter, rect, align)), shown);
}

void drawCross(QPainter& painter, const QPointF& centre, double size, bool circled)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen = painter.pen();
    pen.setWidthF(1.5 * std::max(1.0, size / 16));
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double arm = size * (circled ? 0.18 : 0.28);
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
    if (circled) painter.drawEllipse(centre, size * 0.44, size * 0.44);
    painter.restore();
}

int widthOf(const QFont& font, const QString& text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

QColor towards(const QColor& from, const QColor& to, double share)
{
    const auto mixed = [share](int a, int b) { return static_cast<int>(a + share * (b - a)); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue())};
}

QRectF framed(const QRect& rect) { return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5); }

void drawFocus(QPainter& painter, const QColor& ink, const QRect& rect)
{
    painter.setPen(QPen(ink, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace poolscope
