// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/controls.h"

#include "ui/charts/figures.h"

#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace poolscope {

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

QSize Chip::sizeHint() const
{
    const double text = figuresWidth(m_theme.font(12, QFont::Medium), this->text());
    return {static_cast<int>(std::ceil(text)) + m_theme.px(m_dot ? 30 : 20), m_theme.px(24)};
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

QSize LookButton::sizeHint() const
{
    if (m_cross) return {m_theme.px(m_height), m_theme.px(m_height)};
    const int padding = m_theme.px(m_height >= 28 ? 12 : 10);
    return {widthOf(m_theme.font(13, QFont::Medium), text()) + 2 * padding, m_theme.px(m_height)};
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
    if (!m_cross) drawLabel(painter, rect(), text(), Qt::AlignCenter);
    if (hasFocus()) drawFocus(painter, m_theme.ink, rect());
}

} // namespace poolscope
