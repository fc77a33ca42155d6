// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts as tables: those of the page that is in view.
#include "ui/views/window_parts.h"

namespace poolscope {

void MainWindow::Parts::buildTables()
{
    tables = new TablePanel(&window);
    tables->setSources(chartTables());
    QObject::connect(tables, &TablePanel::copied, &window,
                     [this] { notice->tellDone(tr("Copied:"), tr("the table, columns apart by tabs.")); });
    for (const auto signal : {&TimeRange::viewChanged, &TimeRange::selectionChanged}) {
        QObject::connect(&charts->range(), signal, tables, &TablePanel::refresh);
    }
}

TablePanel::Sources MainWindow::Parts::chartTables() const
{
    const auto throughput = [this](bool latency) {
        return [this, latency] { return charts->throughput().tableOf(latency); };
    };
    return {{tr("Verdict"), [this] { return verdict->table(); }},
            {tr("Workers"), [this] { return charts->lanes().table(); }},
            {tr("Serialization overhead"), [this] { return charts->overhead().table(); }},
            {tr("Throughput"), throughput(false)},
            {tr("Latency"), throughput(true)},
            {tr("Task"), [this] { return selectedTaskTable(); }}};
}

/// Of the task that is told in full, or of the one that is selected.
ChartTable MainWindow::Parts::selectedTaskTable() const
{
    const auto* entry = desk.inView();
    const RowRef row = charts->lanes().selected();
    const bool told = detail->detail().row.valid() || entry == nullptr || !entry->run->has(row);
    return told ? detail->table() : taskTable(taskDetail(*entry->run, row));
}

/// Of the page that stands in the place of the run.
TablePanel::Sources MainWindow::Parts::asideTables() const
{
    if (aside == sweep) return {{tr("Sweep"), [this] { return sweep->chart().table(); }}};
    if (aside == breakEven) {
        return {{tr("Points"), [this] { return breakEven->chart().table(); }},
                {tr("Contours"), [this] { return breakEven->chart().contoursTable(); }}};
    }
    const auto lanes = [this](bool after) {
        return [this, after] { return compare->lanes().table(after); };
    };
    const auto differences = [this] {
        return differencesTable(compare->model(), compareStrip->sentence());
    };
    return {{tr("Differences"), differences},
            {tr("Workers before"), lanes(false)},
            {tr("Workers after"), lanes(true)}};
}

void MainWindow::Parts::showTables()
{
    tables->setSources(aside != nullptr && !inBytes ? asideTables() : chartTables());
    tables->refresh();
}

void MainWindow::Parts::toggleTables()
{
    if (tables->isVisible()) tables->dismiss();
    else tables->open(tables->source());
}

} // namespace poolscope
