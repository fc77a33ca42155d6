// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the machine that reads the message holds: its stack before and after the chosen opcode, and
// its memo.

#include "ui/charts/charts.h"

#include <QWidget>

class QLabel;
class QListView;
class QTableView;

namespace poolscope {

class MemoDelegate;
class StackDelegate;

class MachinePanel final : public QWidget {
    Q_OBJECT
public:
    explicit MachinePanel(MessageModel& message, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QListView* newStack(StackModel* model, const QString& name);
    void setUpMemo();
    void tell();

    MessageModel& m_message;
    StackModel *m_before, *m_after;
    MemoModel* m_memo;
    StackDelegate* m_stackRows;
    MemoDelegate* m_memoRows;
    QLabel *m_beforeOf, *m_afterOf, *m_memoOf;
    QListView *m_beforeList, *m_afterList;
    QTableView* m_memoTable;
};

} // namespace poolscope
