// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/break_even_model.h"

#include "ui/models/spoken.h"

#include <cmath>

namespace poolscope {

BreakEvenModel::BreakEvenModel(QObject* parent) : QAbstractTableModel(parent) { clear(); }

void BreakEvenModel::clear()
{
    beginResetModel();
    m_run = {};
    m_name.clear();
    m_costs.reset();
    m_job.reset();
    m_checks.clear();
    m_missing = tr("Run a job on a pool first: the map is drawn from what that run was charged.");
    endResetModel();
    emit changed();
}

void BreakEvenModel::setRun(const Summary& run, const QString& name)
{
    beginResetModel();
    if (name != m_name) m_checks.clear();
    m_run = run;
    m_name = name;
    m_job = costPointOf(run);
    m_missing.clear();
    if (run.plan.backend == "serial") {
        m_missing = tr("This was a plain loop: run the job on a pool, and the map is drawn from "
                       "what that was charged.");
    } else if (run.plan.workers < 2) {
        m_missing = tr("One worker cannot pay: run the job on two or more.");
    } else if (!m_job) {
        m_missing =
            tr("This run has no serial time to be weighed against: %1.").arg(spoken(run.noSerial));
    }
    fit();
    endResetModel();
    emit changed();
}

void BreakEvenModel::fit()
{
    std::vector<const Summary*> runs{&m_run};
    for (const BreakEvenCheck& check : m_checks) {
        if (check.measured) runs.push_back(&check.run);
    }
    m_costs = m_missing.isEmpty() ? poolCostsOf(runs) : std::nullopt;
}

void BreakEvenModel::check(double work, double bytes)
{
    if (!m_costs) return;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_checks.push_back({work, bytes, m_costs->speedup(work, bytes), {}, {}});
    endInsertRows();
    emit changed();
}

void BreakEvenModel::measured(const Summary& run)
{
    if (m_checks.empty()) return;
    BreakEvenCheck& last = m_checks.back();
    last.measured = costPointOf(run);
    last.run = run;
    if (!last.measured) {
        dropped();
        return;
    }
    fit();
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    emit changed();
}

void BreakEvenModel::dropped()
{
    if (m_checks.empty() || m_checks.back().measured) return;
    const int row = rowCount() - 1;
    beginRemoveRows({}, row, row);
    m_checks.pop_back();
    endRemoveRows();
    emit changed();
}

QString BreakEvenModel::sentence() const
{
    if (!m_costs || !m_job) return m_missing;
    const auto work = m_costs->workFor(1, m_job->bytes);
    const QString workers = tr("%1 workers").arg(m_costs->workers);
    if (!work) {
        return tr("%1 do not pay here for any work: each call takes %2 as long in the pool.")
            .arg(workers, spoken(factorText(m_costs->stretch)));
    }
    return tr("%1 pay from %2 of work an item on").arg(workers, timeOf(*work));
}

int BreakEvenModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : (m_job ? 1 : 0) + static_cast<int>(m_checks.size());
}

int BreakEvenModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString BreakEvenModel::checkText(const BreakEvenCheck& check, int column) const
{
    switch (column) {
    case Name: return tr("payload");
    case Work: return timeOf(check.measured ? check.measured->work : check.work);
    case Bytes:
        return spoken(bytesText(std::round(check.measured ? check.measured->bytes : check.bytes)));
    case Predicted: return spoken(factorText(check.predicted));
    default: return check.measured ? spoken(factorText(check.measured->speedup)) : tr("running");
    }
}

QVariant BreakEvenModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    const int first = m_job ? 1 : 0;
    if (index.row() >= first)
        return checkText(m_checks[static_cast<std::size_t>(index.row() - first)], index.column());
    switch (index.column()) {
    case Name: return m_name;
    case Work: return timeOf(m_job->work);
    case Bytes: return spoken(bytesText(std::round(m_job->bytes)));
    case Predicted:
        return m_costs ? spoken(factorText(m_costs->speedup(m_job->work, m_job->bytes))) : QString();
    default: return spoken(factorText(m_job->speedup));
    }
}

QVariant BreakEvenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Work: return tr("work an item");
    case Bytes: return tr("bytes an item");
    case Predicted: return tr("predicted");
    case Measured: return tr("measured");
    default: return tr("point");
    }
}

} // namespace poolscope
