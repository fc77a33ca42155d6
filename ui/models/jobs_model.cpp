// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobs_model.h"

#include "ui/models/spoken.h"

#include "core/jobs/jobs.h"

namespace poolscope {

JobsModel::JobsModel(const Catalogue& catalogue, QObject* parent)
    : QAbstractListModel(parent), m_catalogue(catalogue)
{
}

const Job* JobsModel::job(const QModelIndex& index) const
{
    if (!index.isValid() || !checkIndex(index)) return nullptr;
    return &m_catalogue.jobs()[static_cast<std::size_t>(index.row())];
}

QModelIndex JobsModel::indexOf(const QString& name) const
{
    const auto& jobs = m_catalogue.jobs();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (jobs[i].name == name.toStdString()) return index(static_cast<int>(i));
    }
    return {};
}

void JobsModel::setRefused(const QString& name, bool refused)
{
    const std::string key = name.toStdString();
    const bool changes = refused ? m_refused.insert(key).second : m_refused.erase(key) > 0;
    const QModelIndex at = indexOf(name);
    if (changes && at.isValid()) emit dataChanged(at, at, {RefusedRole});
}

int JobsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_catalogue.jobs().size());
}

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    const Job* const here = job(index);
    if (!here) return {};
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(here->name);
    case Qt::ToolTipRole:
    case SummaryRole: return spoken(here->summary);
    case RefusedRole: return m_refused.count(here->name) > 0;
    default: return {};
    }
}

} // namespace poolscope
