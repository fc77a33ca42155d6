// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include "ui/views/command_text.h"
#include "ui/views/state_text.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>

namespace poolscope {

void MainWindow::Parts::showRun()
{
    const auto* entry = desk.inView();
    if (inBytes) leaveBytes();
    if (aside != nullptr) showAside(nullptr);
    charts->setEntry(entry);
    followDetail({});
    verdict->setRun(entry != nullptr ? entry->run.get() : nullptr);
    shownState = RunState::FirstStart;
    showPage();
    showState();
}

void MainWindow::Parts::showState()
{
    const auto* entry = desk.inView();
    if (entry != nullptr && entry->run->state() != shownState) {
        shownState = entry->run->state();
        showPage();
    }
    showStrip();
    showPresenter();
    showTables();
    showCommands();
    if (entry == nullptr) {
        window.setWindowTitle(tr("Poolscope"));
        showFileCommands();
        return;
    }
    const QString title = titleOf(*entry->run);
    const QString shown = inBytes ? tr("%1 · %2").arg(title, bytes->task()) : aside != nullptr ? asideTitle() : title;
    window.setWindowTitle(tr("%1[*] — Poolscope").arg(shown));
    const bool sameJob = panel->job() != nullptr && panel->job()->name == entry->run->plan().job;
    const bool refused = entry->run->state() == RunState::CannotPickle;
    const QString payload = refused ? tr("cannot be pickled") : payloadOf(*entry->run);
    panel->form().setPayload(sameJob ? payload : QString(), refused ? tr("see the path") : tr("per item, mean"));
    showFileCommands();
}

void MainWindow::Parts::showPage()
{
    const auto* entry = desk.inView();
    QWidget* page = charts;
    if (entry == nullptr) {
        page = first;
    } else if (entry->run->state() == RunState::CannotPickle) {
        cannot->show(*entry->run, *panel->jobNamed(entry->request.job), entry->request);
        page = cannot;
    } else if (entry->run->state() == RunState::Measuring) {
        blank->setText(tr("The workers' lanes will stand here as soon as they run."));
        page = blank;
    } else if (entry->run->state() == RunState::Refused && entry->run->rowCount() == 0) {
        blank->setText(tr("Nothing was started."));
        page = blank;
    }
    if (entry != nullptr && entry->run->state() > RunState::Measuring) {
        const auto job = QString::fromStdString(entry->request.job);
        panel->setJobRefused(job, entry->run->state() == RunState::CannotPickle);
    }
    if (entry != nullptr && entry->run->state() == RunState::Running) {
        panel->form().setValues(entry->request.parameters); // a fitted demo knows its items now
    }
    const bool presented = presenting && entry != nullptr;
    pages->setCurrentWidget(presented ? presenter : inBytes ? static_cast<QWidget*>(bytes) : aside != nullptr ? aside : page);
}

bool MainWindow::Parts::chartsInView() const
{
    const QWidget* const page = pages->currentWidget();
    return page == charts || (page == presenter && desk.inView()->run->laneCount() > 0);
}

void MainWindow::Parts::showStrip()
{
    const auto* entry = desk.inView();
    compareStrip->setVisible(comparing() && !inBytes);
    verdict->setVisible(entry != nullptr && !inBytes && aside == nullptr);
    verdictLine->setVisible(entry != nullptr && !inBytes && (aside == nullptr || comparing()));
    if (entry == nullptr) return;
    if (const auto message = messageOf(*entry->run)) {
        verdict->showMessage(*message);
    } else {
        verdict->clearMessage();
    }
    const Sentence alert = alertOf(*entry->run);
    verdict->setAlert(alert.strong, alert.detail);
}

void MainWindow::Parts::showCommands()
{
    const auto* entry = desk.inView();
    const bool live = entry != nullptr && entry->run->state() == RunState::Running;
    const bool drawn = chartsInView();
    const QString noCharts = tr("There are no charts to look at yet");
    Commands::allow(commands.run, panel->job() != nullptr, tr("Pick a job first"));
    Commands::allow(commands.stop, desk.running() || tracer.running(), tr("No run is under way"));
    Commands::allow(commands.pause, live || charts->range().frozen(), tr("No run is under way"));
    if (commands.pause->isChecked() != charts->range().frozen()) {
        commands.pause->setChecked(charts->range().frozen());
        commands.setTheme(theme); // its drawing says what it will do
    }
    allowTimeline();
    const bool values = entry != nullptr && entry->results->rowCount() > 0;
    for (QAction* action : {commands.copyResults, commands.saveResults}) {
        Commands::allow(action, values, tr("There are no results yet"));
    }
    Commands::allow(commands.presenter, entry != nullptr || presenting, tr("There is no run to present yet"));
    Commands::allow(commands.copyCommand, panel->job() != nullptr, tr("Pick a job first"));
    Commands::allow(commands.tables, drawn || (aside != nullptr && !inBytes) || tables->isVisible(),
                    noCharts);
    Commands::allow(commands.bytes, drawn, noCharts);
    allowOptions();
    Commands::allow(commands.exportRun, entry != nullptr && RunDesk::canBeKept(*entry),
                    tr("There is no finished run yet"));
    Commands::allow(commands.copyPicture, drawn, noCharts);
    showRunCommands();
    tools->setRunPrimary((drawn || (inBytes && bytes->hasMessages())) && !desk.running());
}

/// What looks at charts and marks them.
void MainWindow::Parts::allowTimeline()
{
    const auto* entry = desk.inView();
    const bool drawn = chartsInView();
    const QString noCharts = tr("There are no charts to look at yet");
    for (QAction* action : {commands.fit, commands.zoomIn, commands.zoomOut, commands.panLeft, commands.panRight,
                            commands.clear}) {
        Commands::allow(action, drawn || comparing(), noCharts);
    }
    const bool range = drawn && charts->range().hasSelection();
    Commands::allow(commands.zoomToRange, range, drawn ? tr("Drag over the lanes to select a range first") : noCharts);
    const bool rows = drawn && entry != nullptr && entry->run->rowCount() > 0;
    Commands::allow(commands.note, rows, noCharts);
    const bool filtered = !charts->edits().filter().now().none();
    Commands::allow(commands.filterRange, drawn && (charts->range().hasSelection() || filtered),
                    drawn ? tr("Drag over the lanes to select a range first") : noCharts);
    Commands::allow(commands.undo, drawn && charts->edits().steps().canUndo(), tr("There is nothing to undo"));
    Commands::allow(commands.redo, drawn && charts->edits().steps().canRedo(), tr("There is nothing to redo"));
    for (QAction* action : {commands.nextTask, commands.previousTask}) {
        Commands::allow(action, drawn || inBytes, noCharts);
    }
}

/// What only goes with something else that is chosen.
void MainWindow::Parts::allowOptions()
{
    const bool ring = commands.transports->checkedAction()->data() == QLatin1String("ring");
    const bool beside = ring && commands.protocols->checkedAction()->data().toInt() >= 5;
    for (QAction* action : commands.outOfBand->actions()) {
        Commands::allow(action, beside, tr("Only shared memory and protocol 5 carry bytes beside a message"));
    }
    Commands::allow(commands.inputFile, panel->job() != nullptr, tr("Pick a job first"));
}

void MainWindow::Parts::copyCommand()
{
    if (const auto request = requested()) {
        QGuiApplication::clipboard()->setText(commandOf(*request));
        notice->tellDone(tr("Copied:"), commandOf(*request));
    } else {
        refuse(request.error());
    }
}

void MainWindow::Parts::copyResults()
{
    QGuiApplication::clipboard()->setText(desk.inView()->results->asText());
    notice->tellDone(tr("Copied:"), tr("the values that are shown, one a line."));
}

void MainWindow::Parts::saveResults()
{
    const QString name = QFileDialog::getSaveFileName(&window, tr("Save the results"), QStringLiteral("results.txt"));
    if (name.isEmpty()) return;
    QFile file(name);
    const QByteArray text = desk.inView()->results->asText().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush()) {
        notice->tellDone(tr("Saved:"), name);
    } else {
        notice->tell(tr("%1 could not be written.").arg(name), file.errorString());
    }
}

} // namespace poolscope
