// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts as tables.
#include "ui/views/window_parts.h"

namespace poolscope {

void MainWindow::Parts::buildTables()
{
    const auto throughput = [this](bool latency) {
        return [this, latency] { return charts->throughput().tableOf(latency); };
    };
    tables = new TablePanel({{tr("Verdict"), [this] { return verdict->table(); }},
                             {tr("Workers"), [this] { return charts->lanes().table(); }},
                             {tr("Serialization overhead"), [this] { return charts->overhead().table(); }},
                             {tr("Throughput"), throughput(false)},
                             {tr("Latency"), throughput(true)}},
                            &window);
    QObject::connect(tables, &TablePanel::copied, &window,
                     [this] { notice->tell(tr("Copied:"), tr("the table, columns apart by tabs.")); });
    for (const auto signal : {&TimeRange::viewChanged, &TimeRange::selectionChanged}) {
        QObject::connect(&charts->range(), signal, tables, &TablePanel::refresh);
    }
}

void MainWindow::Parts::toggleTables()
{
    if (tables->isVisible()) tables->dismiss();
    else tables->open(tables->source());
}

} // namespace poolscope
