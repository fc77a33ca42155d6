// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a message says, as a tree: each object with its place in the one around it and its bytes.

#include "ui/models/message_model.h"

#include <QAbstractItemModel>

namespace poolscope {

class PartsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum ColumnOf { Object, Bytes, columnsOf };
    enum Role {
        LabelRole = Qt::UserRole, ///< "__self__", or empty
        TextRole,                 ///< "BigPow"
        BytesRole,                ///< qulonglong
        ShareRole,                ///< double: of the message
        InPartRole                ///< bool: the chosen part, or a part of it
    };

    explicit PartsModel(MessageModel& message, QObject* parent = nullptr);

    QModelIndex indexOf(std::uint32_t part) const;
    static std::uint32_t partOf(const QModelIndex& index) { return static_cast<std::uint32_t>(index.internalId()); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void load();
    bool isIn(std::uint32_t part) const;
    const std::vector<PicklePart>& parts() const { return m_message.anatomy()->parts(); }

    MessageModel& m_message;
    std::vector<int> m_rows; ///< of each part, in its parent
};

} // namespace poolscope
