// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window puts into its command palette.
#include "ui/views/window_parts.h"

#include "ui/views/command_palette.h"
#include "ui/views/icons.h"

namespace poolscope {

namespace {

QString plainText(const QAction& action)
{
    return action.text().remove(QChar('&')).remove(QChar(0x2026));
}

QString firstKeyOf(const QAction& action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

PaletteEntry entryOf(QAction* action, const QIcon& icon)
{
    PaletteEntry entry{action->text(), plainText(*action), action->statusTip(), firstKeyOf(*action), {}, icon,
                       action->isCheckable() && action->isChecked(), [action] { action->trigger(); }};
    if (!action->isEnabled()) {
        const QString why = action->property("whyNot").toString();
        entry.whyNot = why.isEmpty() ? MainWindow::tr("Not possible now") : why;
    }
    return entry;
}

} // namespace

/// "Run power …" picks the job and goes to its first parameter: F5 runs it then.
PaletteEntry MainWindow::Parts::jobEntry(const QModelIndex& index)
{
    const QString job = index.data().toString();
    PaletteEntry entry;
    entry.id = QStringLiteral("job ") + job;
    entry.text = tr("Run %1 …").arg(job);
    entry.help = index.data(JobsModel::SummaryRole).toString();
    entry.icon = themedIcon(QStringLiteral("run"), theme);
    entry.act = [this, job] {
        if (dock->isHidden()) commands.jobPanel->trigger();
        panel->pick(job);
        panel->form().focusFirst();
    };
    return entry;
}

void MainWindow::Parts::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (QAction* action : commands.all()) {
        if (action != commands.palette) entries.push_back(entryOf(action, commands.drawingOf(action)));
    }
    for (const QActionGroup* group : commands.choices()) {
        const QString what = group->property("what").toString();
        const QIcon icon = themedIcon(group->property("drawing").toString(), theme);
        for (QAction* action : group->actions()) {
            PaletteEntry entry = entryOf(action, icon);
            entry.text = tr("%1: %2", "a choice and what is chosen").arg(what, entry.text);
            entry.id = entry.text;
            entries.push_back(std::move(entry));
        }
    }
    const QAbstractItemModel& jobs = panel->jobs();
    for (int row = 0; row < jobs.rowCount(); ++row) entries.push_back(jobEntry(jobs.index(row, 0)));
    palette->open(std::move(entries));
}

} // namespace poolscope
