// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that stand in the place of the run in view, and back.
#include "ui/views/window_parts.h"

#include "ui/views/state_text.h"

#include <QShortcut>

namespace poolscope {

void MainWindow::Parts::buildAside()
{
    pages->addWidget(compare = new ComparePage(desk.runs()));
    compareStrip->setModel(&compare->model());
    QObject::connect(&compare->model(), &ComparisonModel::changed, &window, [this] {
        if (aside != nullptr) showState();
    });
    const auto lanes = [this](QAction* action, void (CompareLanes::*move)()) {
        QObject::connect(action, &QAction::triggered, compare, [this, move] {
            if (compare->isVisible()) (compare->lanes().*move)();
        });
    };
    lanes(commands.fit, &CompareLanes::fit);
    lanes(commands.zoomIn, &CompareLanes::zoomIn);
    lanes(commands.zoomOut, &CompareLanes::zoomOut);
    lanes(commands.panLeft, &CompareLanes::panLeft);
    lanes(commands.panRight, &CompareLanes::panRight);
    QObject::connect(commands.compare, &QAction::triggered, &window,
                     [this](bool on) { showAside(on ? compare : nullptr); });
    QObject::connect(commands.repeat, &QAction::triggered, &window, [this] { repeatRun(); });
    buildSweeps();
    for (QWidget* page : {static_cast<QWidget*>(compare), static_cast<QWidget*>(sweep),
                          static_cast<QWidget*>(breakEven)}) {
        new QShortcut(
            QKeySequence(Qt::Key_Escape), page, [this] { showAside(nullptr); },
            Qt::WidgetWithChildrenShortcut);
    }
}

void MainWindow::Parts::showAside(QWidget* page)
{
    if (page != nullptr && inBytes) leaveBytes();
    aside = page;
    desk.runs().setComparing(comparing());
    if (page != nullptr && page == breakEven) showMap();
    showPage();
    showState();
    QWidget* const wanted = page == nullptr     ? static_cast<QWidget*>(&charts->lanes())
                            : comparing()       ? static_cast<QWidget*>(&compare->lanes())
                            : page == breakEven ? static_cast<QWidget*>(&breakEven->chart())
                                                : page;
    wanted->setFocus();
}

void MainWindow::Parts::showRunCommands()
{
    const bool can = desk.runs().canCompare();
    const QString missing = tr("Nothing to compare yet: run a job twice, with something changed");
    const QString help =
        tr("%1 (%2)").arg(commands.compare->statusTip(),
                          commands.compare->shortcut().toString(QKeySequence::NativeText));
    Commands::allow(commands.compare, can || comparing(), missing);
    commands.compare->setToolTip(can ? help
                                     : missing); // its button stands in view while it is disabled
    commands.compare->setChecked(comparing());
    commands.sweep->setChecked(aside != nullptr && aside == sweep);
    commands.breakEven->setChecked(aside != nullptr && aside == breakEven);
    Commands::allow(commands.repeat, desk.inView() != nullptr, tr("There is no run to repeat yet"));
    if (!queue.running()) return;
    Commands::allow(commands.run, false, tr("Other runs are under way: stop them first"));
    Commands::allow(commands.stop, true, {});
}

/// In the way in which it was asked for, whatever the fields say now.
void MainWindow::Parts::repeatRun()
{
    if (const auto* entry = desk.inView()) window.launch(entry->request);
}

QString MainWindow::Parts::asideTitle() const
{
    if (aside == sweep)
        return tr("sweep of %1")
            .arg(sweep->model().title().isEmpty() ? tr("a job") : sweep->model().title());
    if (aside == breakEven) return tr("break-even map");
    const ComparisonModel& model = compare->model();
    if (model.empty()) return tr("compare");
    const QString title = QString::fromStdString(model.after()->plan().title);
    return tr("%1 · %2 and %3").arg(title, model.beforeName(), model.afterName());
}

void MainWindow::compareRuns() { m_parts->showAside(m_parts->compare); }

SweepPage& MainWindow::showSweep()
{
    m_parts->showAside(m_parts->sweep);
    return *m_parts->sweep;
}

BreakEvenPage& MainWindow::showBreakEven()
{
    m_parts->showAside(m_parts->breakEven);
    return *m_parts->breakEven;
}

} // namespace poolscope
