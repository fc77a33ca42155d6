// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparison_model.h"

#include "ui/models/run_model.h"
#include "ui/models/runs_model.h"
#include "ui/models/spoken.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

/// The names that core gives its rows, told to the translators here.
const char* const names[] = {
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "time of the run"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "time of an item"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "throughput (items/s)"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "compute"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "pickle"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "unpickle"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "transfer"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "wait"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "bytes, out and back"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "chunk latency, p50"),
    QT_TRANSLATE_NOOP("poolscope::ComparisonModel", "chunk latency, p99"),
};

QString translated(const std::string& name)
{
    const auto found = std::find(std::begin(names), std::end(names), name);
    return found == std::end(names) ? QString::fromStdString(name) : ComparisonModel::tr(*found);
}

/// As Difference::changeText.
QString changeOf(const Difference& row)
{
    if (row.direction == Direction::Alike) return ComparisonModel::tr("alike");
    const bool less = row.direction == Direction::Less;
    if (!std::isfinite(row.factor)) {
        return less ? ComparisonModel::tr("nothing left") : ComparisonModel::tr("more, from none");
    }
    return (less ? ComparisonModel::tr("%1 less") : ComparisonModel::tr("%1 more"))
        .arg(spoken(factorText(row.factor)));
}

} // namespace

ComparisonModel::ComparisonModel(QObject* parent) : QAbstractTableModel(parent) {}

void ComparisonModel::compare(const RunsModel& runs)
{
    const auto [before, after] = runs.compared();
    if (before == m_before && after == m_after) return;
    for (const auto& run : {m_before, m_after}) {
        if (run) run->disconnect(this);
    }
    beginResetModel();
    m_before = after ? before : nullptr;
    m_after = after;
    m_comparison = {};
    if (!empty()) {
        m_beforeName = tr("run %1").arg(runs.numberOf(*m_before));
        m_afterName = tr("run %1").arg(runs.numberOf(*m_after));
        m_names = {"run " + std::to_string(runs.numberOf(*m_before)),
                   "run " + std::to_string(runs.numberOf(*m_after))};
        m_comparison = compareRuns(m_before->summary(), m_after->summary(), m_names);
        m_perItem = m_comparison.perItem;
        follow(m_before.get());
        follow(m_after.get());
    }
    endResetModel();
    emit changed();
}

void ComparisonModel::follow(const RunModel* run)
{
    connect(run, &RunModel::changed, this, &ComparisonModel::figure);
}

/// The same runs, with the figures of this tick: rows come when a latency becomes known.
void ComparisonModel::figure()
{
    Comparison fresh = compareRuns(m_before->summary(), m_after->summary(), m_names);
    const bool more = fresh.totals.size() != m_comparison.totals.size();
    if (more) beginResetModel();
    m_comparison = std::move(fresh);
    if (more) {
        endResetModel();
    } else {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
    emit changed();
}

void ComparisonModel::setPerItem(bool perItem)
{
    if (perItem == m_perItem) return;
    m_perItem = perItem;
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

const std::vector<Difference>& ComparisonModel::rows() const
{
    return m_perItem ? m_comparison.items : m_comparison.totals;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows().size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Difference& row = rows()[static_cast<std::size_t>(index.row())];
    if (role == PhaseRole) return row.phase ? QVariant(static_cast<int>(*row.phase)) : QVariant();
    if (role == StrengthRole) return static_cast<int>(row.strength);
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name: return translated(row.name);
    case Before: return spoken(row.aText);
    case After: return spoken(row.bText);
    case Change: return spoken(row.differenceText);
    default: return changeOf(row);
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Before: return m_beforeName;
    case After: return m_afterName;
    case Change: return tr("difference");
    case Factor: return tr("change");
    default: return QString();
    }
}

} // namespace poolscope
