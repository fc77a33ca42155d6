// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/choice_box.h"

#include "ui/views/field.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

namespace poolscope {

ChoiceBox::ChoiceBox(bool editable, QWidget* parent) : QComboBox(parent)
{
    setEditable(editable);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(12);
    if (editable) {
        setCompleter(nullptr);
        connect(this, &QComboBox::editTextChanged, this, [this] { setRefused(false); });
    }
}

void ChoiceBox::setTheme(const Theme& theme, int height)
{
    m_theme = theme;
    setFont(theme.font());
    setFixedHeight(theme.px(height));
    if (lineEdit() != nullptr) {
        lineEdit()->setFont(theme.font());
        lineEdit()->setTextMargins(theme.px(4), 0, 0, 0);
        QPalette clear = theme.palette(); // the ground is ours, below
        clear.setColor(QPalette::Base, Qt::transparent);
        clear.setColor(QPalette::Window, Qt::transparent);
        setPalette(clear);
        lineEdit()->setPalette(clear);
    }
    update();
}

void ChoiceBox::setRefused(bool refused)
{
    m_refused = refused;
    update();
}

QString ChoiceBox::value() const
{
    return ungrouped(currentText());
}

void ChoiceBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool thick = m_refused || hasFocus() || (lineEdit() != nullptr && lineEdit()->hasFocus());
    const double edge = thick ? 2 : 1;
    painter.setPen(QPen(!isEnabled() ? m_theme.line : thick ? m_theme.ink : m_theme.control, edge));
    painter.setBrush(!isEnabled() ? Qt::transparent : underMouse() ? m_theme.hover : m_theme.canvas);
    const double inset = edge / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    const QPointF centre(width() - m_theme.px(13), height() / 2.0);
    painter.setPen(QPen(isEnabled() ? m_theme.t2 : m_theme.off, 1.5, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (m_refused) {
        drawCross(painter, centre, m_theme.px(16));
    } else {
        QPainterPath path(centre + QPointF(-4, -2));
        path.lineTo(centre + QPointF(0, 2));
        path.lineTo(centre + QPointF(4, -2));
        painter.drawPath(path);
    }
    if (lineEdit() == nullptr) {
        painter.setPen(isEnabled() ? m_theme.t1 : m_theme.off);
        painter.setFont(font());
        drawLabel(painter, QRectF(rect()).adjusted(8, 0, -m_theme.px(24), 0), currentText());
    }
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    hasFocus() ? QComboBox::wheelEvent(event) : event->ignore();
}

} // namespace poolscope
