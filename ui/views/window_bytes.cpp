// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a run to the bytes of a task, and back.
#include "ui/views/window_parts.h"

#include <QLayout>

namespace poolscope {

void MainWindow::Parts::buildBytes()
{
    pages->addWidget(bytes = new BytesPage);
    QObject::connect(charts, &ChartsPage::bytesWanted, &window, [this](quint64 item) { showBytes(item); });
    QObject::connect(&charts->lanes(), &LanesChart::rowSelected, &window, [this](RowRef row) { followLanes(row); });
    QObject::connect(bytes, &BytesPage::backWanted, &window, [this] { leaveBytes(); });
    QObject::connect(bytes, &BytesPage::remedyWanted, &window,
                     [this](const RunRequest& request) { recordAndRun(request); });
}

/// The verdict and the jobs make room: this is about one message.
void MainWindow::Parts::showBytes(std::uint64_t item)
{
    const auto* entry = desk.inView();
    if (entry == nullptr || entry->run->rowCount() == 0) return;
    charts->selectItem(item);
    inBytes = true;
    placeDetail(false);
    dock->hide();
    pages->setCurrentWidget(bytes);
    showStrip();
    layOutNow();
    bytes->show(*entry, item);
    showState();
}

/// What has gone lets go of its place at once: nothing is seen, or scrolled to, in a window half laid out.
void MainWindow::Parts::layOutNow()
{
    window.menuWidget()->layout()->activate();
    window.menuWidget()->updateGeometry();
    window.layout()->activate();
    bytes->layout()->activate();
}

/// Next task and previous task go through the lane of the one that is looked at.
void MainWindow::Parts::followLanes(RowRef ref)
{
    if (!inBytes || !ref.valid()) return;
    const Row row = desk.inView()->run->row(ref);
    const bool same = bytes->item() >= row.item && bytes->item() - row.item < row.count;
    if (same) return;
    bytes->show(*desk.inView(), row.item);
    showState();
}

void MainWindow::Parts::leaveBytes()
{
    inBytes = false;
    bytes->leave();
    dock->setVisible(commands.jobPanel->isChecked());
    showPage();
    showState();
    followDetail(charts->lanes().selected());
    charts->lanes().setFocus();
}

/// The same run with its messages kept; when it is over the same task is looked at.
void MainWindow::Parts::recordAndRun(const RunRequest& request)
{
    const std::uint64_t item = bytes->item();
    window.launch(request);
    if (desk.running()) bytesNext = item;
}

} // namespace poolscope
