// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a pool pays on this machine: the costs that a run was measured to have, this job as a point, and
// the points that were checked by a run of their own. A table, which is also the twin of its chart.

#include "core/insight/insight.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace poolscope {

/// A point of the map that was run, or is being run.
struct BreakEvenCheck {
    double work = 0;      ///< s an item, as asked for
    double bytes = 0;     ///< an item, out and back, as asked for
    double predicted = 0; ///< by the model, before the run
    std::optional<CostPoint> measured;
    Summary run; ///< of the measured
};

class BreakEvenModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Work, Bytes, Predicted, Measured, columns };

    explicit BreakEvenModel(QObject* parent = nullptr);

    /// The run whose costs are drawn; forgets the checks of another.
    void setRun(const Summary& run, const QString& name);
    void clear();
    /// What is missing for a map, as a sentence; empty where nothing is.
    const QString& missing() const { return m_missing; }
    const std::optional<PoolCosts>& costs() const { return m_costs; }
    const std::optional<CostPoint>& job() const { return m_job; }
    const RunPlan& plan() const { return m_run.plan; }
    const QString& jobName() const { return m_name; } ///< "power(x, n=10), run 3"
    const std::vector<BreakEvenCheck>& checks() const { return m_checks; }
    /// A run at this point begins; it is told to measured() or dropped().
    void check(double work, double bytes);
    /// The run of the last check is over: from now on the model is drawn through it too.
    void measured(const Summary& run);
    void dropped(); ///< it was stopped, or failed
    /// "An item has to take 1.9 µs before 4 workers pay for 87 B; it takes 1.4 µs."
    QString sentence() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void changed();

private:
    void fit();
    QString checkText(const BreakEvenCheck& check, int column) const;

    Summary m_run;
    QString m_name, m_missing;
    std::optional<PoolCosts> m_costs;
    std::optional<CostPoint> m_job;
    std::vector<BreakEvenCheck> m_checks;
};

} // namespace poolscope
