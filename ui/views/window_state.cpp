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
    showCommands();
    if (entry == nullptr) {
        window.setWindowTitle(tr("Poolscope"));
        return;
    }
    const QString title = titleOf(*entry->run);
    window.setWindowTitle(tr("%1 — Poolscope").arg(inBytes ? tr("%1 · %2").arg(title, bytes->task()) : title));
    const bool sameJob = panel->job() != nullptr && panel->job()->name == entry->run->plan().job;
    const bool refused = entry->run->state() == RunState::CannotPickle;
    const QString payload = refused ? tr("cannot be pickled") : payloadOf(*entry->run);
    panel->form().setPayload(sameJob ? payload : QString(), refused ? tr("see the path") : tr("per item, mean"));
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
    pages->setCurrentWidget(inBytes ? bytes : page);
}

void MainWindow::Parts::showStrip()
{
    const auto* entry = desk.inView();
    verdict->setVisible(entry != nullptr && !inBytes);
    verdictLine->setVisible(entry != nullptr && !inBytes);
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
    const bool drawn = pages->currentWidget() == charts;
    commands.run->setEnabled(panel->job() != nullptr);
    commands.stop->setEnabled(desk.running());
    commands.pause->setEnabled(live || charts->range().frozen());
    if (commands.pause->isChecked() != charts->range().frozen()) {
        commands.pause->setChecked(charts->range().frozen());
        commands.setTheme(theme); // its drawing says what it will do
    }
    for (QAction* action : {commands.fit, commands.zoomIn, commands.zoomOut, commands.panLeft, commands.panRight,
                            commands.clear}) {
        action->setEnabled(drawn);
    }
    commands.note->setEnabled(drawn && entry != nullptr && entry->run->rowCount() > 0);
    commands.filterRange->setEnabled(drawn && (charts->range().hasSelection() || !charts->edits().filter().now().none()));
    commands.undo->setEnabled(drawn && charts->edits().steps().canUndo());
    commands.redo->setEnabled(drawn && charts->edits().steps().canRedo());
    for (QAction* action : {commands.nextTask, commands.previousTask}) {
        action->setEnabled(drawn || inBytes);
    }
    const bool values = entry != nullptr && entry->results->rowCount() > 0;
    commands.copyResults->setEnabled(values);
    commands.saveResults->setEnabled(values);
    commands.copyCommand->setEnabled(panel->job() != nullptr);
    commands.bytes->setEnabled(drawn);
    tools->setRunPrimary((drawn || (inBytes && bytes->hasMessages())) && !desk.running());
}

void MainWindow::Parts::copyCommand()
{
    if (const auto request = requested()) {
        QGuiApplication::clipboard()->setText(commandOf(*request));
        notice->tell(tr("Copied:"), commandOf(*request));
    } else {
        refuse(request.error());
    }
}

void MainWindow::Parts::copyResults()
{
    QGuiApplication::clipboard()->setText(desk.inView()->results->asText());
    notice->tell(tr("Copied:"), tr("the values that are shown, one a line."));
}

void MainWindow::Parts::saveResults()
{
    const QString name = QFileDialog::getSaveFileName(&window, tr("Save the results"), QStringLiteral("results.txt"));
    if (name.isEmpty()) return;
    QFile file(name);
    const QByteArray text = desk.inView()->results->asText().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush()) {
        notice->tell(tr("Saved:"), name);
    } else {
        notice->tell(tr("%1 could not be written.").arg(name), file.errorString());
    }
}

} // namespace poolscope
