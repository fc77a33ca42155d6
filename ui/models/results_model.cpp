// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/results_model.h"

#include "ui/models/spoken.h"

#include "core/insight/insight.h"


namespace poolscope {

ResultsModel::ResultsModel(QObject* parent) : QAbstractTableModel(parent) {}

void ResultsModel::clear()
{
    beginResetModel();
    m_values.clear();
    m_reduction.clear();
    m_total = 0;
    endResetModel();
    emit totalChanged();
}

void ResultsModel::append(const std::vector<std::string>& values)
{
    const int kept = static_cast<int>(m_values.size());
    const int room = std::max(0, most - kept);
    const int fresh = std::min(room, static_cast<int>(values.size()));
    if (fresh > 0) {
        beginInsertRows({}, kept, kept + fresh - 1);
        for (int i = 0; i < fresh; ++i) {
            m_values.push_back(QString::fromStdString(values[static_cast<std::size_t>(i)]));
        }
        endInsertRows();
    }
    setTotal(std::max(m_total, static_cast<quint64>(kept) + values.size()));
}

void ResultsModel::setReduction(const QString& sum)
{
    if (sum == m_reduction) return;
    m_reduction = sum;
    emit totalChanged();
}

void ResultsModel::setTotal(quint64 total)
{
    if (total == m_total) return;
    m_total = total;
    emit totalChanged();
}

QString ResultsModel::asText() const
{
    QString text;
    for (const QString& value : m_values) text += value + QLatin1Char('\n');
    return text;
}

int ResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnsOf;
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = index.column() == Index ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (index.column() == Text) return m_values[row];
    return countOf(row);
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == Index) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == Index ? tr("item") : tr("value");
}

} // namespace poolscope
