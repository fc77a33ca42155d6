// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two runs side by side: their differences as a table, in totals or per item. Follows both runs.

#include "core/insight/insight.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace poolscope {

class RunModel;
class RunsModel;

class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Before, After, Change, Factor, columns };
    enum Role {
        PhaseRole =
            Qt::UserRole + 1, ///< int, where the figure is the time of a phase; else invalid
        StrengthRole,         ///< int, a Strength: how dark the change stands
    };

    explicit ComparisonModel(QObject* parent = nullptr);

    /// The two runs that are checked in `runs`, the older as the one before; clears where there are not two.
    void compare(const RunsModel& runs);
    bool empty() const { return !m_before || !m_after; }
    /// Null where empty().
    const RunModel* before() const { return m_before.get(); }
    const RunModel* after() const { return m_after.get(); }
    const Comparison& comparison() const { return m_comparison; }
    bool perItem() const { return m_perItem; }
    void setPerItem(bool perItem);
    /// "run 3", "run 4" in the user's language.
    QString beforeName() const { return m_beforeName; }
    QString afterName() const { return m_afterName; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void changed(); ///< other runs, or other figures of theirs

private:
    void follow(const RunModel* run);
    void figure();
    const std::vector<Difference>& rows() const;

    std::shared_ptr<RunModel> m_before, m_after;
    QString m_beforeName, m_afterName;
    RunNames m_names;
    Comparison m_comparison;
    bool m_perItem = false;
};

} // namespace poolscope
