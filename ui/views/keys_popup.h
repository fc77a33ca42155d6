// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each key does, over the window until any key or click.

#include "ui/charts/charts.h"

#include <QFrame>

class QAction;

namespace poolscope {

class KeysPopup final : public QFrame {
    Q_OBJECT
public:
    KeysPopup(const QList<QAction*>& actions, QWidget* window);
    void toggle(); ///< in the middle of the window

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace poolscope
