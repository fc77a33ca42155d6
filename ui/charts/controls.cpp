// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/controls.h"

#include "ui/charts/figures.h"

#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace poolscope {

namespace {

// Strokes of 1.5 px with round ends on a grid of 16, in the pen's colour.
void drawSign(QPainter& painter, LookButton::Sign sign, const QPointF& corner, double scale)
{
    painter.save();
    painter.translate(corner);
    painter.scale(scale, scale);
    painter.setPen(QPen(painter.pen().color(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (sign == LookButton::Sign::Span) {
        painter.drawLine(QPointF(1.75, 8), QPointF(14.25, 8));
        painter.drawPolyline(QPolygonF({{4.75, 5}, {1.75, 8}, {4.75, 11}}));
        painter.drawPolyline(QPolygonF({{11.25, 5}, {14.25, 8}, {11.25, 11}}));
    } else {
        painter.drawPolygon(QPolygonF({{2, 3}, {14, 3}, {9.5, 8.5}, {9.5, 13.5}, {6.5, 12}, {6.5, 8.5}}));
    }
    painter.restore();
}

} // namespace

Chip::Chip(QWidget* parent) : QAbstractButton(parent), m_theme(Theme::lightTheme())
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void Chip::setDot(bool dot)
{
    m_dot = dot;
    update();
}

void Chip::setCross(bool cross)
{
    m_cross = cross;
    update();
}

QSize Chip::sizeHint() const
{
    const double text = figuresWidth(m_theme.font(12, QFont::Medium), this->text());
    const int around = m_theme.px((m_dot ? 30 : 20) + (m_cross ? 14 : 0));
    return {static_cast<int>(std::ceil(text)) + around, m_theme.px(24)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.ink, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? towards(m_theme.select, m_theme.ink, 0.08) : m_theme.select);
    const QRectF body = QRectF(rect()).adjusted(1, 0, -1, 0);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const int left = m_theme.px(m_dot ? 20 : 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink);
    if (m_dot) painter.drawEllipse(QPointF(m_theme.px(12), body.center().y()), 3, 3);
    painter.setPen(m_theme.t1);
    painter.setFont(m_theme.font(12, QFont::Medium));
    drawFigures(painter, body.adjusted(left - 1, 0, 0, 0), text());
    if (m_cross) drawCross(painter, QPointF(body.right() - m_theme.px(13), body.center().y()), m_theme.px(12));
}

HelpMark::HelpMark(const QString& help, QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme())
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("What this means"));
    setHelp(help);
    setTheme(m_theme);
}

void HelpMark::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedSize(theme.px(15), theme.px(15));
    update();
}

void HelpMark::setHelp(const QString& help)
{
    setToolTip(help);
    setAccessibleDescription(help);
}

void HelpMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.ink, 2) : QPen(m_theme.t3, 1));
    const double radius = m_theme.px(13) / 2.0;
    painter.drawEllipse(QRectF(rect()).center(), radius, radius);
    QFont font = m_theme.font(12, QFont::Medium);
    font.setPixelSize(m_theme.px(10));
    painter.setFont(font);
    painter.setPen(hasFocus() ? m_theme.t1 : m_theme.t3);
    drawLabel(painter, rect(), QStringLiteral("?"), Qt::AlignCenter);
}

void HelpMark::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    QToolTip::showText(mapToGlobal(QPoint(0, height())), toolTip(), this);
}

void HelpMark::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
}

LookButton::LookButton(const QString& text, int height, Kind kind, QWidget* parent)
    : QAbstractButton(parent), m_theme(Theme::lightTheme()), m_height(height), m_kind(kind)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LookButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void LookButton::setCross(bool cross)
{
    m_cross = cross;
    updateGeometry();
    update();
}

void LookButton::setSign(Sign sign)
{
    m_sign = sign;
    updateGeometry();
    update();
}

QSize LookButton::sizeHint() const
{
    if (m_cross) return {m_theme.px(m_height), m_theme.px(m_height)};
    const int padding = m_theme.px(m_height >= 28 ? 12 : 10);
    const int sign = m_sign == Sign::None ? 0 : m_theme.px(16 + 4);
    return {widthOf(m_theme.font(13, QFont::Medium), text()) + sign + 2 * padding, m_theme.px(m_height)};
}

void LookButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool primary = m_kind == Kind::Primary;
    const bool over = underMouse() && isEnabled();
    QColor fill = primary ? m_theme.ink : m_theme.canvas;
    if (over && primary) fill = towards(m_theme.ink, m_theme.canvas, isDown() ? 0.30 : 0.16);
    else if (over) fill = isDown() ? m_theme.select : m_theme.hover;
    const QColor edge = !isEnabled() ? m_theme.line : primary ? fill : m_theme.control;
    painter.setPen(m_kind == Kind::Bare ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter.setBrush(m_kind == Kind::Bare && !over ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.drawRoundedRect(framed(rect()), 4, 4);
    painter.setPen(!isEnabled() ? m_theme.off : primary ? m_theme.onInk : m_theme.t1);
    if (m_cross) drawCross(painter, QRectF(rect()).center(), m_theme.px(16));
    painter.setFont(m_theme.font(13, QFont::Medium));
    const int sign = m_sign == Sign::None ? 0 : m_theme.px(16 + 4);
    if (!m_cross) drawLabel(painter, rect().adjusted(sign, 0, 0, 0), text(), Qt::AlignCenter);
    if (m_sign != Sign::None) {
        const int padding = m_theme.px(m_height >= 28 ? 12 : 10), size = m_theme.px(16);
        drawSign(painter, m_sign, QPointF(padding, (height() - size) / 2.0), m_theme.scale);
    }
    if (hasFocus()) drawFocus(painter, m_theme.ink, rect());
}

} // namespace poolscope
