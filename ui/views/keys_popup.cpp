// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/keys_popup.h"

#include "ui/views/look.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace poolscope {

namespace {

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts()) {
        keys += key.toString(QKeySequence::NativeText);
    }
    return keys.join(QObject::tr(" or "));
}

} // namespace

KeysPopup::KeysPopup(const QList<QAction*>& actions, QWidget* window) : QFrame(window)
{
    setLook(this, "popup");
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(20, 16, 24, 18);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    auto* title = new QLabel(tr("Keys"), this);
    setLook(title, "cardTitle");
    grid->addWidget(title, 0, 0, 1, 4);
    const auto half = static_cast<int>((actions.size() + 1) / 2);
    for (int i = 0; i < actions.size(); ++i) {
        const int row = 1 + i % half, column = i < half ? 0 : 3;
        auto* keys = new QLabel(keysOf(*actions[i]), this);
        setLook(keys, "name");
        auto* text = new QLabel(actions[i]->statusTip(), this);
        setLook(text, "value");
        grid->addWidget(keys, row, column);
        grid->addWidget(text, row, column + 1);
    }
    grid->setColumnMinimumWidth(2, 24);
    hide();
}

void KeysPopup::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    adjustSize();
    const QRect room = parentWidget()->rect();
    move(std::max(0, (room.width() - width()) / 2), std::max(0, (room.height() - height()) / 2));
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void KeysPopup::keyPressEvent(QKeyEvent*)
{
    hide();
}

void KeysPopup::mousePressEvent(QMouseEvent*)
{
    hide();
}

void KeysPopup::focusOutEvent(QFocusEvent*)
{
    hide();
}

} // namespace poolscope
