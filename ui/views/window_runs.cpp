// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include "ui/views/no_bytes.h"
#include "ui/views/state_text.h"

#include <QFileDialog>
#include <QPushButton>

namespace poolscope {

namespace {

QVariant chosen(const QActionGroup& group)
{
    return group.checkedAction()->data();
}

void choose(const QActionGroup& group, const QVariant& value)
{
    for (QAction* action : group.actions()) {
        if (action->data() == value) action->setChecked(true);
    }
}

} // namespace

Result<RunRequest> MainWindow::Parts::requested() const
{
    if (panel->job() == nullptr) {
        return Error{"ValueError", tr("Pick a job first.").toStdString(), "job"};
    }
    RunRequest request;
    request.job = panel->job()->name;
    request.parameters = panel->form().values();
    request.protocol = chosen(*commands.protocols).toInt();
    request.api = apiNamed(chosen(*commands.apis).toString().toStdString()).value_or(Api::Map);
    request.startMethod = startMethodNamed(chosen(*commands.startMethods).toString().toStdString())
                              .value_or(PoolOptions().startMethod);
    request.transport = transportNamed(chosen(*commands.transports).toString().toStdString()).value_or(Transport::Ring);
    request.outOfBand = chosen(*commands.outOfBand).toBool();
    request.payloadBudget = commands.recordBytes->isChecked() ? payloadBudget : 0;
    if (auto read = tools->read(request); !read) return read.error();
    if (auto read = panel->options().read(request); !read) return read.error();
    if (!request.input.empty()) request.parameters.erase("items"); // they are counted in the file
    if (demoReady && request.input.empty()) {
        request.lastFor = demoRequest().lastFor;
    }
    return request;
}

/// The fields say what the request says.
void MainWindow::Parts::showRequest(const RunRequest& request)
{
    panel->pick(QString::fromStdString(request.job));
    panel->form().setValues(request.parameters);
    panel->options().show(request);
    tools->show(request);
    choose(*commands.protocols, request.protocol);
    choose(*commands.apis, QString(nameOf(request.api)));
    choose(*commands.startMethods, QString(nameOf(request.startMethod)));
    choose(*commands.transports, QString(nameOf(request.transport)));
    choose(*commands.outOfBand, request.outOfBand);
}

void MainWindow::Parts::runFields()
{
    const auto request = requested();
    request ? launch(*request) : refuse(request.error());
}

void MainWindow::Parts::launch(const RunRequest& request)
{
    if (desk.running()) {
        askToStop(request);
        return;
    }
    if (refuseWhileBusy()) return;
    tools->acceptAll();
    panel->form().acceptAll();
    panel->options().acceptAll();
    notice->clear();
    if (const auto checked = desk.check(request); !checked) {
        const std::string file = pythonFileIn(request.job); // of a run that was opened, say
        const bool known = file.empty() || checked.error().path != "job";
        known ? refuse(checked.error()) : openPython(QString::fromStdString(file));
        return;
    }
    demoReady = false;
    desk.start(request);
}

/// The same inputs through a job that can travel.
void MainWindow::Parts::runCure(const QString& job)
{
    const auto values = panel->form().values();
    panel->pick(job);
    panel->form().setValues(values);
    runFields();
}

void MainWindow::Parts::askToStop(const RunRequest& request)
{
    notice->tell(tr("A run is under way."), tr("Stop it and run this one?"));
    QObject::connect(notice->addAnswer(tr("Stop and run")), &QPushButton::clicked, &window, [this, request] {
        notice->clear();
        if (!desk.running()) {
            launch(request);
            return;
        }
        next = request;
        desk.stop();
    });
    QObject::connect(notice->addAnswer(tr("Let it go on")), &QPushButton::clicked, notice, &NoticeBar::clear);
}

/// The sentence stands beside the field that it is about; where there is none, above the page.
void MainWindow::Parts::refuse(const Error& error)
{
    const auto sentence = spoken(error.text);
    const auto field = QString::fromStdString(error.path);
    if (tools->refuse(field, sentence) || panel->form().refuse(field, sentence)) return;
    if (panel->options().refuse(field, sentence)) return;
    notice->tell(sentence);
}

void MainWindow::Parts::chooseInputFile()
{
    const QString name = QFileDialog::getOpenFileName(&window, tr("Items from a file"), QString(),
                                                      tr("JSON, one value a line (*.jsonl *.json *.txt);;All files (*)"));
    if (!name.isEmpty()) panel->options().setInputFile(name);
}

void MainWindow::Parts::jobChanged()
{
    demoReady = false;
    tools->setJob(panel->job());
    tools->acceptAll();
    showCommands();
}

void MainWindow::Parts::ended(bool inView)
{
    const auto* entry = desk.inView();
    if (inView && entry->run->rowCount() > 0) {
        charts->finish();
    }
    if (inView && entry->run->state() == RunState::Refused) {
        refuse(entry->run->error());
    }
    if (inView && entry->run->dropped() > 0) {
        notice->tell(tr("%1 events were not recorded;").arg(countOf(entry->run->dropped())),
                     tr("totals are exact."));
    }
    if (auto& all = desk.entries(); !all.empty()) files.keep(*all.back());
    showState();
    const auto item = std::exchange(bytesNext, {});
    if (inView && item && !next) showBytes(*item);
    if (next) {
        const RunRequest request = *std::exchange(next, {});
        launch(request);
    }
}

void MainWindow::Parts::holdView(bool hold)
{
    charts->range().setFrozen(hold);
    showCommands();
}

} // namespace poolscope
