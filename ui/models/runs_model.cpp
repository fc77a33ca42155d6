// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runs_model.h"

#include "ui/models/run_model.h"
#include "ui/models/spoken.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

QString progressOf(const RunModel& run)
{
    const double items = static_cast<double>(run.plan().items);
    const double done = static_cast<double>(run.summary().done);
    const auto percent = items > 0 ? static_cast<int>(done / items * 100) : 0;
    switch (run.state()) {
    case RunState::Measuring: return RunsModel::tr("measuring");
    case RunState::Running: return QStringLiteral("%1\u00a0%").arg(percent);
    case RunState::Cancelled: return RunsModel::tr("stopped after %1\u00a0%").arg(percent);
    case RunState::CannotPickle: return RunsModel::tr("not sent");
    case RunState::Refused: return RunsModel::tr("not started");
    case RunState::FirstStart:
    case RunState::Finished: break;
    }
    return {};
}

} // namespace

QString factorOf(const RunModel& run)
{
    const Summary& summary = run.summary();
    if (run.state() == RunState::CannotPickle || run.state() == RunState::Refused) return {};
    if (!summary.speedup || run.plan().backend == "serial") {
        const bool told = summary.finished && !summary.cancelled;
        return told ? timeOf(summary.wall) : QString();
    }
    const QString factor = spoken(factorText(summary.speedup->median));
    return summary.finished ? factor : QStringLiteral("≈\u00a0") + factor;
}

QString detailOf(const RunModel& run)
{
    const RunPlan& plan = run.plan();
    if (plan.backend == "serial") return RunsModel::tr("serial");
    const bool one = plan.workers <= 1;
    const QString who = plan.backend == "threads"
                            ? (one ? RunsModel::tr("1 thread") : RunsModel::tr("%1 threads"))
                        : isOneInterpreter(plan)
                            ? (one ? RunsModel::tr("1 Python thread") : RunsModel::tr("%1 Python threads"))
                        : isPython(plan)
                            ? (one ? RunsModel::tr("1 Python process") : RunsModel::tr("%1 Python processes"))
                            : (one ? RunsModel::tr("1 process") : RunsModel::tr("%1 processes"));
    const QString many = one ? who : who.arg(plan.workers);
    const QString size = countOf(plan.chunksize);
    return (plan.chunksizeReason.empty() ? RunsModel::tr("%1, chunk %2") : RunsModel::tr("%1, chunk about %2"))
        .arg(many, size);
}

RunsModel::RunsModel(QObject* parent) : QAbstractListModel(parent) {}

void RunsModel::add(std::shared_ptr<RunModel> run)
{
    beginInsertRows({}, 0, 0);
    m_runs.push_back(run);
    endInsertRows();
    connect(run.get(), &RunModel::changed, this, [this, which = run.get()] { changed(which); });
    setCurrent(index(0));
}

std::shared_ptr<RunModel> RunsModel::run(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    return m_runs[m_runs.size() - 1 - static_cast<std::size_t>(index.row())];
}

void RunsModel::setCurrent(const QModelIndex& index)
{
    const std::shared_ptr<RunModel> wanted = run(index);
    if (!wanted || wanted == m_current) return;
    m_current = wanted;
    emit dataChanged(this->index(0), this->index(rowCount() - 1), {CurrentRole});
    emit currentChanged();
}

void RunsModel::changed(const RunModel* run)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->run(index(row)).get() == run) emit dataChanged(index(row), index(row));
    }
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    const std::shared_ptr<RunModel> here = run(index);
    if (!here) return {};
    const int number = rowCount() - index.row();
    switch (role) {
    case Qt::DisplayRole: return tr("run %1").arg(number);
    case NumberRole: return number;
    case Qt::ToolTipRole: return QString::fromStdString(here->plan().title);
    case DetailRole: {
        const std::string& job = here->plan().job;
        const bool other = m_current && m_current->plan().job != job;
        const QString detail = detailOf(*here);
        return other ? QString::fromStdString(job) + QStringLiteral(", ") + detail : detail;
    }
    case FactorRole: return factorOf(*here);
    case ProgressRole: return progressOf(*here);
    case RefusedRole:
        return here->state() == RunState::CannotPickle || here->state() == RunState::Refused;
    case CurrentRole: return here == m_current;
    case Qt::CheckStateRole:
        if (!m_comparing) return {};
        return std::count(m_compared.begin(), m_compared.end(), here) > 0 ? Qt::Checked : Qt::Unchecked;
    default: return {};
    }
}

} // namespace poolscope
