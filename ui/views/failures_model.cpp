// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failures_model.h"

namespace poolscope {

FailuresModel::FailuresModel(QObject* parent) : QAbstractTableModel(parent) {}

void FailuresModel::setRun(RunModel* run)
{
    if (m_run) {
        m_run->disconnect(this);
    }
    beginResetModel();
    m_run = run;
    m_rows = run != nullptr ? static_cast<int>(run->failures().size()) : 0;
    endResetModel();
    if (run != nullptr) {
        connect(run, &RunModel::changed, this, &FailuresModel::grow);
    }
    emit countChanged();
}

void FailuresModel::grow()
{
    const auto count = static_cast<int>(m_run->failures().size());
    if (count <= m_rows) return;
    beginInsertRows({}, m_rows, count - 1);
    m_rows = count;
    endInsertRows();
    emit countChanged();
}

int FailuresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FailuresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnsOf;
}

QVariant FailuresModel::data(const QModelIndex& index, int role) const
{
    if (!m_run || !checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const Failure& failure = m_run->failures()[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Item: return QStringLiteral("✕ ") + QString::fromStdString(countText(failure.item));
    case What: return QString::fromStdString(failure.error.kind);
    case Why: return QString::fromStdString(failure.error.text);
    case Argument: return QString::fromStdString(failure.argument);
    case Worker: {
        const QString worker = QStringLiteral("W%1").arg(failure.worker);
        return failure.attempt == 0 ? worker : tr("%1, attempt %2").arg(worker).arg(failure.attempt + 1);
    }
    default: return {};
    }
}

QVariant FailuresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList names{tr("item"), tr("what"), tr("why"), tr("argument"), tr("worker")};
    return names.value(section);
}

} // namespace poolscope
