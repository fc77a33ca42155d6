// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The opcodes of a message; arrows step through them.

#include "ui/charts/charts.h"

#include <QTableView>

namespace poolscope {

class OpcodeDelegate;

class OpcodeTable final : public QTableView {
    Q_OBJECT
public:
    explicit OpcodeTable(MessageModel& message, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void follow();
    void showPart(const QModelIndex& chosen);
    void fitColumns();

    MessageModel& m_message;
    OpcodesModel* m_opcodes;
    OpcodeDelegate* m_delegate;
    Theme m_theme;
};

} // namespace poolscope
