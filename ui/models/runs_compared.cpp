// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which two of the runs are compared: the check boxes of the list.
#include "ui/models/runs_model.h"

#include "ui/models/run_model.h"

#include <algorithm>

namespace poolscope {

namespace {

bool didSomething(const std::shared_ptr<RunModel>& run) { return run && run->summary().done > 0; }

} // namespace

bool RunsModel::canCompare() const
{
    return std::count_if(m_runs.begin(), m_runs.end(), didSomething) >= 2;
}

int RunsModel::numberOf(const RunModel& run) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&](const auto& one) { return one.get() == &run; });
    return found == m_runs.end() ? 0 : static_cast<int>(found - m_runs.begin()) + 1;
}

/// The run in view and the one before it, or the one after where it is the first.
void RunsModel::setComparing(bool comparing)
{
    if (comparing == m_comparing) return;
    m_comparing = comparing;
    m_compared.clear();
    if (comparing) {
        const auto here = std::find(m_runs.begin(), m_runs.end(), m_current);
        for (auto at = here; at != m_runs.begin() && m_compared.empty();) {
            if (didSomething(*--at)) m_compared.push_back(*at);
        }
        for (auto at = here; at != m_runs.end() && m_compared.size() < 2; ++at) {
            if (didSomething(*at)) m_compared.push_back(*at);
        }
    }
    tellCompared();
}

void RunsModel::toggleCompared(const QModelIndex& index)
{
    const std::shared_ptr<RunModel> which = run(index);
    if (!m_comparing || !which) return;
    const auto found = std::find(m_compared.begin(), m_compared.end(), which);
    if (found != m_compared.end()) {
        m_compared.erase(found);
    } else {
        if (m_compared.size() == 2) m_compared.erase(m_compared.begin());
        m_compared.push_back(which);
    }
    tellCompared();
}

std::pair<std::shared_ptr<RunModel>, std::shared_ptr<RunModel>> RunsModel::compared() const
{
    std::pair<std::shared_ptr<RunModel>, std::shared_ptr<RunModel>> found;
    for (const auto& run : m_runs) {
        if (std::find(m_compared.begin(), m_compared.end(), run) == m_compared.end()) continue;
        (found.first ? found.second : found.first) = run;
    }
    return found;
}

void RunsModel::tellCompared()
{
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    emit comparedChanged();
}

} // namespace poolscope
