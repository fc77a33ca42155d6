// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include "ui/views/no_bytes.h"
#include "ui/views/state_text.h"

#include <QPushButton>

namespace poolscope {

Result<RunRequest> MainWindow::Parts::requested() const
{
    if (panel->job() == nullptr) {
        return Error{"ValueError", tr("Pick a job first.").toStdString(), "job"};
    }
    RunRequest request;
    request.job = panel->job()->name;
    request.parameters = panel->form().values();
    request.protocol = commands.protocols->checkedAction()->data().toInt();
    request.api = apiNamed(commands.apis->checkedAction()->data().toString().toStdString()).value_or(Api::Map);
    request.payloadBudget = commands.recordBytes->isChecked() ? payloadBudget : 0;
    if (auto read = tools->read(request); !read) return read.error();
    if (demoReady) {
        request.lastFor = demoRequest().lastFor;
    }
    return request;
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
    notice->clear();
    if (const auto checked = desk.check(request); !checked) {
        refuse(checked.error());
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
    const auto sentence = QString::fromStdString(error.text);
    const auto field = QString::fromStdString(error.path);
    if (tools->refuse(field, sentence) || panel->form().refuse(field, sentence)) return;
    notice->tell(sentence);
}

void MainWindow::Parts::jobChanged()
{
    demoReady = false;
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
        notice->tell(tr("%1 events were not recorded;").arg(QString::fromStdString(countText(entry->run->dropped()))),
                     tr("totals are exact."));
    }
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
