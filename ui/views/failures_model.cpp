// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failures_model.h"

namespace poolscope {

namespace {

/// What went wrong, and on a line of its own where it was thrown.
QString why(const Error& error)
{
    const QString text = QString::fromStdString(error.text);
    return error.where.empty()
               ? text
               : text + QLatin1Char('\n') +
                     FailuresModel::tr("thrown at %1").arg(QString::fromStdString(error.where));
}

} // namespace

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
    case Why: return why(failure.error);
    case Argument: return QString::fromStdString(failure.argument);
    case Worker: {
        const QString worker = QStringLiteral("W%1").arg(failure.worker);
        return failure.attempt == 0 ? worker
                                    : tr("%1, attempt %2").arg(worker).arg(failure.attempt + 1);
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
