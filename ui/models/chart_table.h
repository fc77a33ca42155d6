// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table twin of a chart: exactly what the chart shows, as rows and columns and one sentence, for
// who reads instead of looks, or takes it along as text.

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace poolscope {

struct ChartTable {
    QString title;     ///< "Serialization overhead"
    QString summary;   ///< the whole of it in one sentence
    QStringList heads; ///< of the columns, with their units: "pickle (s)"
    std::vector<std::vector<QVariant>> rows; ///< text, whole numbers (qulonglong) and real ones; invalid: nothing
    /// Without the sentence: one line a row, columns apart by tabs, numbers as programs read them.
    QString asText() const;
};

class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ChartTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// The same shape with other values keeps what is selected.
    void setTable(ChartTable table);
    const ChartTable& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// As it is shown; under Qt::EditRole the number itself.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ChartTable m_table;
};

} // namespace poolscope
