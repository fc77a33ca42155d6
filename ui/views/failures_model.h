// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tasks of a run that have no value, and why.

#include "ui/models/models.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace poolscope {

class FailuresModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ColumnOf { Item, Why, Argument, Worker, Attempt, Where, columnsOf };
    explicit FailuresModel(QObject* parent = nullptr);

    void setRun(RunModel* run); ///< not owned; may be null

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// Qt::UserRole gives what a column is sorted by.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    const Failure* failureAt(int row) const; ///< null where there is none

signals:
    void countChanged();

private:
    void grow();
    QVariant shown(const Failure& failure, int column) const;
    QVariant sortedBy(const Failure& failure, int column) const;

    QPointer<RunModel> m_run;
    int m_rows = 0;
};

} // namespace poolscope
