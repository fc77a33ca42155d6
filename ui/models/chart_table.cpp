// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chart_table.h"

#include "ui/models/spoken.h"

#include "core/insight/insight.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

bool isWhole(const QVariant& value)
{
    return value.typeId() == QMetaType::ULongLong || value.typeId() == QMetaType::Int;
}

bool isReal(const QVariant& value)
{
    return value.typeId() == QMetaType::Double;
}

/// Numbers stand at the right.
QVariant alignmentOf(const QVariant& value)
{
    const bool number = isWhole(value) || isReal(value);
    return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// Four significant digits, whole numbers in full, never an exponent.
QString shownReal(double value)
{
    const double size = std::abs(value);
    if (size == std::floor(size) && size < 1e15) {
        const QString digits = countOf(static_cast<std::uint64_t>(size));
        return value < 0 ? QChar(0x2212) + digits : digits;
    }
    const int decimals = std::clamp(3 - static_cast<int>(std::floor(std::log10(size))), 0, 12);
    return decimalText(value, decimals);
}

QString shown(const QVariant& value)
{
    if (isWhole(value)) return countOf(value.toULongLong());
    return isReal(value) ? shownReal(value.toDouble()) : value.toString();
}

QString written(const QVariant& value)
{
    if (isReal(value)) return QString::number(value.toDouble(), 'g', 12);
    QString text = value.toString();
    return text.replace(QChar('\t'), QChar(' ')).replace(QChar('\n'), QChar(' '));
}

} // namespace

QString ChartTable::asText() const
{
    QString text = heads.join(QChar('\t')) + QChar('\n');
    for (const auto& row : rows) {
        QStringList cells;
        for (const QVariant& value : row) cells += written(value);
        text += cells.join(QChar('\t')) + QChar('\n');
    }
    return text;
}

void ChartTableModel::setTable(ChartTable table)
{
    const bool sameShape = table.heads == m_table.heads && table.rows.size() == m_table.rows.size();
    if (!sameShape) beginResetModel();
    m_table = std::move(table);
    if (!sameShape) endResetModel();
    else if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ChartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.heads.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::DoNotUseParent)) return {};
    const auto& row = m_table.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.size()) return {};
    const QVariant& value = row[column];
    switch (role) {
    case Qt::DisplayRole: return shown(value);
    case Qt::EditRole: return value;
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(m_table.heads[index.column()], shown(value));
    case Qt::TextAlignmentRole: return alignmentOf(value);
    default: return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.heads.size()) return {};
    if (role == Qt::DisplayRole) return m_table.heads[section];
    if (role != Qt::TextAlignmentRole || m_table.rows.empty()) return {};
    const auto& row = m_table.rows.back();
    const auto column = static_cast<std::size_t>(section);
    return column < row.size() ? alignmentOf(row[column]) : QVariant();
}

} // namespace poolscope
