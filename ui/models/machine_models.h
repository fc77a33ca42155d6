// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the machine that reads a pickle holds around the chosen opcode: its stack before and after it,
// and its memo.

#include "ui/models/message_model.h"

#include <QAbstractTableModel>

namespace poolscope {

/// The stack, its top first, before the chosen opcode or after it.
class StackModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class When { Before, After };
    enum Role { TouchedRole = Qt::UserRole }; ///< bool: the opcode takes it away, or has put it there

    StackModel(MessageModel& message, When when, QObject* parent = nullptr);
    /// How many there are in all; more than rows where the stack is deep.
    std::size_t size() const { return state().stackSize; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    const MachineState& state() const { return m_when == When::Before ? m_message.before() : m_message.after(); }
    void reload();

    MessageModel& m_message;
    const When m_when;
    int m_rows = 0;
    int m_touched = 0; ///< rows from the top
};

/// The memo before the chosen opcode: numbers and what was stored under them.
class MemoModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ColumnOf { Number, Text, columnsOf };
    explicit MemoModel(MessageModel& message, QObject* parent = nullptr);
    std::size_t size() const { return m_message.before().memoSize; } ///< in all

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reload();

    MessageModel& m_message;
    int m_rows = 0;
};

/// How many of the stack's entries, from the top, are not the same before and after.
std::size_t touchedEntries(const MachineState& here, const MachineState& there);

} // namespace poolscope
