// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_filter.h"

#include "core/insight/insight.h"
#include "ui/models/spoken.h"
#include "ui/models/time_range.h"

#include <QCoreApplication>

namespace poolscope {

QString stretchText(const Filter& filter)
{
    if (!filter.hasRange()) return {};
    const auto text = [](double nanos) { return timeOf(nanos * 1e-9); };
    return QCoreApplication::translate("RunFilter", "%1 to %2")
        .arg(text(filter.begin), text(filter.end));
}

void RunFilter::set(const Filter& filter)
{
    if (filter == m_filter) return;
    m_filter = filter;
    emit changed();
}

Counted countedStretch(const TimeRange* range, const RunFilter* filter)
{
    if (range != nullptr && range->hasSelection())
        return {range->selectionBegin(), range->selectionEnd()};
    if (filter != nullptr && filter->now().hasRange())
        return {filter->now().begin, filter->now().end};
    return {};
}

} // namespace poolscope
