// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/look.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace poolscope {

void setLook(QWidget* widget, const char* look)
{
    widget->setProperty("look", QLatin1String(look));
}

QLabel* newLabel(const QString& text, const char* look)
{
    auto* label = new QLabel(text);
    setLook(label, look);
    return label;
}

QWidget* newLine(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QWidget(parent);
    setLook(line, "line");
    line->setAttribute(Qt::WA_StyledBackground);
    if (orientation == Qt::Horizontal) {
        line->setFixedHeight(1);
    } else {
        line->setFixedWidth(1);
    }
    return line;
}

LookStyle::LookStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void LookStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_ink, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 6, 6);
    painter->restore();
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                           const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3; // one off the control, two wide
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Menu_FadeOutOnHide:
    case SH_Widget_Animation_Duration: // nothing moves by itself
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut: return 0;
    case SH_FocusFrame_AboveWidget: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

KeyboardFocus::KeyboardFocus(QWidget* window)
    : QObject(window), m_window(window), m_frame(new QFocusFrame(window))
{
    qApp->installEventFilter(this);
}

bool KeyboardFocus::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        auto* button = qobject_cast<QAbstractButton*>(object);
        if (button != nullptr && button->window() == m_window) {
            const auto reason = static_cast<QFocusEvent*>(event)->reason();
            const bool byKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
            const bool shows = event->type() == QEvent::FocusIn && byKey;
            m_frame->setWidget(shows && button->property("look").isValid() ? button : nullptr);
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const bool space = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
        if (space && qobject_cast<QAbstractButton*>(object) != nullptr) {
            event->accept();
        }
    }
    return false;
}

} // namespace poolscope
