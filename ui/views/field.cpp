// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/field.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr QChar groupSign(0x202F);
constexpr int arrowRoom = 20;

void drawChevron(QPainter& painter, const QPointF& tip, double dy)
{
    QPainterPath path(tip + QPointF(-3.5, -dy));
    path.lineTo(tip);
    path.lineTo(tip + QPointF(3.5, -dy));
    painter.drawPath(path);
}

} // namespace

QString ungrouped(const QString& text)
{
    QString digits = text;
    return digits.remove(groupSign).remove(QChar(0xA0)).trimmed();
}

QString grouped(const QString& text)
{
    const QString digits = ungrouped(text);
    bool isNumber = false;
    digits.toLongLong(&isNumber);
    if (!isNumber) return text;
    QString out = digits;
    const qsizetype first = out.startsWith('-') || out.startsWith('+') ? 1 : 0;
    for (qsizetype at = out.size() - 3; at > first; at -= 3) {
        out.insert(at, groupSign);
    }
    return out;
}

Field::Field(Kind kind, QWidget* parent) : QLineEdit(parent), m_kind(kind)
{
    if (kind != Kind::Text) {
        setTextMargins(0, 0, arrowRoom - 7, 0);
    }
    connect(this, &QLineEdit::textEdited, this, [this] {
        setRefused(false);
        emit valueChanged();
    });
    connect(this, &QLineEdit::editingFinished, this, &Field::group);
}

void Field::setTheme(const Theme& theme, int height)
{
    m_theme = theme;
    setFont(theme.font());
    setFixedHeight(theme.px(height));
    update();
}

void Field::setLimits(double least, double most)
{
    m_least = least;
    m_most = most;
}

void Field::setValue(const QString& text)
{
    setText(m_kind == Kind::Integer ? grouped(text) : text);
    setRefused(false);
}

QString Field::value() const
{
    return m_kind == Kind::Integer ? ungrouped(text()) : text().trimmed();
}

void Field::setRefused(bool refused)
{
    if (m_refused == refused) return;
    m_refused = refused;
    setProperty("refused", refused);
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void Field::group()
{
    if (m_kind == Kind::Integer) {
        setText(grouped(text()));
    }
}

QRect Field::arrows() const
{
    return {width() - m_theme.px(arrowRoom), 0, m_theme.px(arrowRoom), height()};
}

void Field::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = arrows();
    const QPointF centre(room.right() - m_theme.px(10), room.center().y() + 0.5);
    painter.setPen(QPen(isEnabled() ? m_theme.t2 : m_theme.off, 1.5, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    if (m_refused) {
        painter.setPen(m_theme.t1);
        drawCross(painter, centre, m_theme.px(16));
    } else if (steps()) {
        drawChevron(painter, centre + QPointF(0, -6.5), -3);
        drawChevron(painter, centre + QPointF(0, 6.5), 3);
    }
}

void Field::mousePressEvent(QMouseEvent* event)
{
    if (!steps() || !arrows().contains(event->pos()) || event->button() != Qt::LeftButton) {
        QLineEdit::mousePressEvent(event);
        return;
    }
    setFocus(Qt::MouseFocusReason);
    step(event->pos().y() < height() / 2 ? 1 : -1);
}

void Field::mouseMoveEvent(QMouseEvent* event)
{
    const bool onArrows = steps() && arrows().contains(event->pos());
    setCursor(onArrows ? Qt::ArrowCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

void Field::keyPressEvent(QKeyEvent* event)
{
    switch (m_kind == Kind::Text ? 0 : event->key()) {
    case Qt::Key_Up: step(1); return;
    case Qt::Key_Down: step(-1); return;
    case Qt::Key_PageUp: step(10); return;
    case Qt::Key_PageDown: step(-10); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void Field::wheelEvent(QWheelEvent* event)
{
    if (m_kind == Kind::Text || !hasFocus()) {
        event->ignore();
        return;
    }
    step(event->angleDelta().y() > 0 ? 1 : -1);
}

/// Large numbers move by a tenth of their size, so that a million is left in a few clicks.
void Field::step(int by)
{
    bool isNumber = false;
    const double old = value().toDouble(&isNumber);
    if (!isNumber) return;
    const double size = std::pow(10.0, std::floor(std::log10(std::max(std::abs(old), 1.0))) - 1);
    const double unit = m_kind == Kind::Real && std::abs(old) < 10 ? 0.1 : std::max(1.0, size);
    const double next = std::clamp(old + by * unit, m_least, m_most);
    setValue(m_kind == Kind::Integer ? QString::number(static_cast<qint64>(next))
                                     : QString::number(next, 'g', 6));
    emit valueChanged();
}

} // namespace poolscope
