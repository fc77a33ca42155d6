// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the widgets look: Fusion, a style sheet from the theme's tokens, and a style for what sheets
// cannot say. A label says what it is by setLook(label, "title").

#include "ui/charts/charts.h"

#include <QProxyStyle>

class QFocusFrame;
class QLabel;

namespace poolscope {

/// The sheet of a window. Looks of labels: title, card, heading, soft, caption, code, codeblock.
QString styleSheetFor(const Theme& theme);
/// Gives a widget one of the looks of the sheet.
void setLook(QWidget* widget, const char* look);
/// A label that looks so.
QLabel* newLabel(const QString& text, const char* look);
/// A one pixel line of the theme's `line` colour.
QWidget* newLine(Qt::Orientation orientation, QWidget* parent = nullptr);

/// Draws the keyboard focus as a ring outside the control, and asks tool tips to wait a little.
class LookStyle final : public QProxyStyle {
    Q_OBJECT
public:
    LookStyle();
    void setInk(const QColor& ink) { m_ink = ink; }

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    QColor m_ink;
};

/// Shows the focus ring on a window's buttons, and only where the focus came by key. Lets buttons
/// have the Space key that is a shortcut of the window otherwise.
class KeyboardFocus final : public QObject {
    Q_OBJECT
public:
    explicit KeyboardFocus(QWidget* window);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QWidget* m_window;
    QFocusFrame* m_frame;
};

} // namespace poolscope
