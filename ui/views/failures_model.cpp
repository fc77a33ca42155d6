// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failures_model.h"

namespace poolscope {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

/// "ValueError: this item is bad"
QString why(const Error& error)
{
    return error.text.empty() ? text(error.kind)
                              : QStringLiteral("%1: %2").arg(text(error.kind), text(error.text));
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

const Failure* FailuresModel::failureAt(int row) const
{
    if (!m_run || row < 0 || row >= m_rows) return nullptr;
    return &m_run->failures()[static_cast<std::size_t>(row)];
}

QVariant FailuresModel::data(const QModelIndex& index, int role) const
{
    if (!m_run || !checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Failure& failure = *failureAt(index.row());
    if (role == Qt::UserRole) return sortedBy(failure, index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (role == Qt::ToolTipRole && index.column() == Where) return text(failure.error.where);
    return shown(failure, index.column());
}

QVariant FailuresModel::shown(const Failure& failure, int column) const
{
    switch (column) {
    case Item: return QStringLiteral("✕ ") + text(countText(failure.item));
    case Why: return why(failure.error);
    case Argument: return text(failure.argument);
    case Worker: return QStringLiteral("W%1").arg(failure.worker);
    case Attempt: return QString::number(failure.attempt + 1);
    case Where: return text(failure.error.where.substr(0, failure.error.where.find('\n'))); // a traceback follows
    default: return {};
    }
}

QVariant FailuresModel::sortedBy(const Failure& failure, int column) const
{
    switch (column) {
    case Item: return static_cast<qulonglong>(failure.item);
    case Worker: return static_cast<uint>(failure.worker);
    case Attempt: return static_cast<uint>(failure.attempt);
    default: return shown(failure, column);
    }
}

QVariant FailuresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList names{tr("item"),   tr("what went wrong"), tr("argument"),
                            tr("worker"), tr("attempt"),         tr("thrown at")};
    return names.value(section);
}

} // namespace poolscope
