// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobs_model.h"

#include "ui/models/spoken.h"

#include "core/jobs/jobs.h"

namespace poolscope {

namespace {

QString toolTipOf(const Job& job)
{
    const QString summary = spoken(job.summary);
    return job.python ? QString::fromStdString(job.name) + QStringLiteral("\n") + summary : summary;
}

} // namespace

QString jobTitle(const QString& name)
{
    const qsizetype end = name.lastIndexOf(QLatin1String(".py:"));
    return end < 0 ? name : name.mid(name.lastIndexOf(QLatin1Char('/'), end) + 1);
}

JobsModel::JobsModel(const Catalogue& catalogue, QObject* parent)
    : QAbstractListModel(parent), m_catalogue(catalogue), m_count(static_cast<int>(catalogue.jobs().size()))
{
}

void JobsModel::grow()
{
    const int count = static_cast<int>(m_catalogue.jobs().size());
    if (count == m_count) return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

const Job* JobsModel::job(const QModelIndex& index) const
{
    if (!index.isValid() || !checkIndex(index)) return nullptr;
    return &m_catalogue.jobs()[static_cast<std::size_t>(index.row())];
}

QModelIndex JobsModel::indexOf(const QString& name) const
{
    const auto& jobs = m_catalogue.jobs();
    for (int i = 0; i < m_count; ++i) {
        if (jobs[static_cast<std::size_t>(i)].name == name.toStdString()) return index(i);
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
    return parent.isValid() ? 0 : m_count;
}

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    const Job* const here = job(index);
    if (!here) return {};
    switch (role) {
    case Qt::DisplayRole: return jobTitle(QString::fromStdString(here->name));
    case Qt::ToolTipRole: return toolTipOf(*here);
    case SummaryRole: return spoken(here->summary);
    case RefusedRole: return m_refused.count(here->name) > 0;
    default: return {};
    }
}

} // namespace poolscope
