// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The opcodes of a message, one a row. Texts are made when a row is looked at.

#include "ui/models/message_model.h"

#include <QAbstractTableModel>

namespace poolscope {

class OpcodesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ColumnOf { Offset, Bytes, Name, Argument, columnsOf };
    enum Role { CurrentRole = Qt::UserRole, InPartRole }; ///< bool: the chosen opcode, of the chosen part
    static constexpr std::size_t bytesShown = 5;

    explicit OpcodesModel(MessageModel& message, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(std::size_t opcode, int column) const;

    MessageModel& m_message;
    int m_rows = 0;
};

/// "8c 06 62 69 67 …": at most `limit` bytes in hex.
QString hexOf(std::string_view bytes, std::size_t limit);
/// What an opcode does, in one or two sentences; empty where it is none.
QString meaningOf(std::uint8_t opcode);

} // namespace poolscope
