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
    enum ColumnOf { Item, What, Why, Argument, Worker, columnsOf };
    explicit FailuresModel(QObject* parent = nullptr);

    void setRun(RunModel* run); ///< not owned; may be null

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    void countChanged();

private:
    void grow();

    QPointer<RunModel> m_run;
    int m_rows = 0;
};

} // namespace poolscope
