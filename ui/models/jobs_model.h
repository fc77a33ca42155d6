// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The catalogue as a list to pick from.

#include <QAbstractListModel>
#include <QString>

#include <set>
#include <string>

namespace poolscope {

class Catalogue;
struct Job;

/// As a person reads it: a Python function's without the folders of its file.
QString jobTitle(const QString& name);

class JobsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SummaryRole = Qt::UserRole + 1, RefusedRole }; ///< RefusedRole: bool, draw ✕ in a circle

    explicit JobsModel(const Catalogue& catalogue, QObject* parent = nullptr);

    const Job* job(const QModelIndex& index) const; ///< null where there is none
    QModelIndex indexOf(const QString& name) const;
    void grow(); ///< the catalogue has more jobs now
    /// Its last run could not be pickled, or could.
    void setRefused(const QString& name, bool refused);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    const Catalogue& m_catalogue;
    int m_count; ///< of its jobs, those that the view knows of
    std::set<std::string> m_refused;
};

} // namespace poolscope
