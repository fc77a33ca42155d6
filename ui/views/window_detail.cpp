// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The task that is looked at, in the dock at the right.
#include "ui/views/window_parts.h"

#include <QApplication>

namespace poolscope {

namespace {

constexpr int roomForBoth = 1180; // px of the window: below it the jobs make room for the task

} // namespace

void MainWindow::Parts::buildDetail()
{
    detailDock = new QDockWidget(tr("Task"), &window);
    detailDock->setObjectName(QStringLiteral("taskDock"));
    detailDock->setTitleBarWidget(new QWidget(detailDock)); // none: it has a heading of its own
    detailDock->setFeatures(QDockWidget::DockWidgetClosable);
    detailDock->setAllowedAreas(Qt::RightDockWidgetArea);
    detailDock->setWidget(detail);
    window.addDockWidget(Qt::RightDockWidgetArea, detailDock);
    detailDock->hide();
    LanesChart* const lanes = &charts->lanes();
    QObject::connect(lanes, &LanesChart::rowOpened, &window, [this](RowRef) { wantDetail(true); });
    QObject::connect(lanes, &LanesChart::rowSelected, &window,
                     [this](RowRef row) { followDetail(row); });
    QObject::connect(charts, &ChartsPage::itemPicked, &window,
                     [this](quint64 item) { openDetail(item); });
    QObject::connect(detail, &DetailPanel::closeWanted, &window, [this] { wantDetail(false); });
    QObject::connect(detail, &DetailPanel::bytesWanted, &window,
                     [this](quint64 item) { showBytes(item); });
    QObject::connect(detail, &DetailPanel::similarWanted, &window,
                     [this] { detail->tellSimilar(charts->lanes().selectSimilar()); });
}

void MainWindow::Parts::wantDetail(bool wanted)
{
    detailWanted = wanted;
    followDetail(charts->lanes().selected());
}

/// A task that a list names: its chunk comes into view where there is one.
void MainWindow::Parts::openDetail(std::uint64_t item)
{
    const auto* entry = desk.inView();
    if (entry == nullptr) return;
    detailWanted = true;
    const TaskDetail told = taskDetail(*entry->run, item);
    if (told.row.valid()) charts->lanes().select(told.row);
    detail->show(*entry, told);
    placeDetail(true);
    tables->refresh();
}

void MainWindow::Parts::followDetail(RowRef row)
{
    const auto* entry = desk.inView();
    const bool shown = detailWanted && row.valid() && entry != nullptr;
    if (shown && detail->detail().row != row) detail->show(*entry, taskDetail(*entry->run, row));
    if (!shown) detail->leave();
    placeDetail(shown && !inBytes);
    tables->refresh();
}

/// In a narrow window the jobs step aside as long as a task is looked at. What stays keeps its width,
/// and nobody is seen to have the focus who was not given it.
void MainWindow::Parts::placeDetail(bool shown)
{
    if (shown == detailDock->isVisibleTo(&window)) return;
    const int jobs = dock->width(), last = detailDock->width(); // also of one that is hidden
    if (shown && window.width() < theme.px(roomForBoth)) {
        if (panel->isAncestorOf(QApplication::focusWidget())) charts->lanes().setFocus(Qt::OtherFocusReason);
        dock->hide();
    }
    detailDock->setVisible(shown);
    if (!shown && !inBytes) dock->setVisible(commands.jobPanel->isChecked());
    charts->lanes().setNarrowHeaders(shown);
    if (!shown) return;
    const bool known = last >= detail->minimumWidth() && last <= detail->maximumWidth();
    const int task = known ? last : detail->sizeHint().width();
    if (dock->isVisibleTo(&window)) window.resizeDocks({dock, detailDock}, {jobs, task}, Qt::Horizontal);
    else window.resizeDocks({detailDock}, {task}, Qt::Horizontal);
}

} // namespace poolscope
