// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first thousand values of a run as text, in the order of the input.

#include <QAbstractTableModel>
#include <QString>

#include <string>
#include <vector>

namespace poolscope {

class ResultsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ColumnOf { Index, Text, columnsOf };
    static constexpr int most = 1000;

    explicit ResultsModel(QObject* parent = nullptr);

    void clear();
    void append(const std::vector<std::string>& values); ///< reprs; those past the 1000th only count
    void setReduction(const QString& sum); ///< empty: the job has none
    QString reduction() const { return m_reduction; }
    quint64 total() const { return m_total; } ///< values in all, as far as known
    void setTotal(quint64 total);
    /// All that is kept, one value a line.
    QString asText() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void totalChanged();

private:
    std::vector<QString> m_values;
    QString m_reduction;
    quint64 m_total = 0;
};

} // namespace poolscope
