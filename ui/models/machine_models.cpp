// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machine_models.h"

#include <algorithm>

namespace poolscope {

/// Entries of equal height above the bottom are compared, from the lowest that both show.
std::size_t touchedEntries(const MachineState& here, const MachineState& there)
{
    const std::size_t common = std::min(here.stackSize, there.stackSize);
    const std::size_t lowest = std::max(here.stackSize - here.stack.size(), there.stackSize - there.stack.size());
    // What is not shown is the same; where nothing can be compared, the top of each has changed.
    std::size_t height = std::min(lowest, common == 0 ? 0 : common - 1);
    while (height >= lowest && height < common
           && here.stack[here.stackSize - 1 - height] == there.stack[there.stackSize - 1 - height]) {
        ++height;
    }
    return std::min(here.stackSize - height, here.stack.size());
}

StackModel::StackModel(MessageModel& message, When when, QObject* parent)
    : QAbstractListModel(parent), m_message(message), m_when(when)
{
    connect(&message, &MessageModel::loaded, this, &StackModel::reload);
    connect(&message, &MessageModel::selected, this, &StackModel::reload);
}

void StackModel::reload()
{
    beginResetModel();
    const MachineState& other = m_when == When::Before ? m_message.after() : m_message.before();
    m_rows = static_cast<int>(state().stack.size());
    m_touched = static_cast<int>(touchedEntries(state(), other));
    endResetModel();
}

int StackModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant StackModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == TouchedRole) return index.row() < m_touched;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return QString::fromStdString(state().stack[static_cast<std::size_t>(index.row())]);
}

MemoModel::MemoModel(MessageModel& message, QObject* parent) : QAbstractTableModel(parent), m_message(message)
{
    connect(&message, &MessageModel::loaded, this, &MemoModel::reload);
    connect(&message, &MessageModel::selected, this, &MemoModel::reload);
}

void MemoModel::reload()
{
    beginResetModel();
    m_rows = static_cast<int>(m_message.before().memo.size());
    endResetModel();
}

int MemoModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int MemoModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnsOf;
}

QVariant MemoModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const auto& [number, text] = m_message.before().memo[static_cast<std::size_t>(index.row())];
    return index.column() == Number ? QString::number(number) : QString::fromStdString(text);
}

QVariant MemoModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Number ? tr("number") : tr("object");
}

} // namespace poolscope
