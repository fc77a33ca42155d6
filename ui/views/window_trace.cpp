// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Python program that is followed: its pools are runs beside the others, while it goes on.
#include "ui/views/window_parts.h"

#include <QFileDialog>
#include <QFileInfo>

namespace poolscope {

namespace {

std::vector<std::string> wordsOf(const QStringList& command)
{
    std::vector<std::string> words;
    for (const QString& word : command) words.push_back(word.toLocal8Bit().toStdString());
    return words;
}

/// Sentence by sentence, in the user's language.
QString spokenSentences(const std::string& text)
{
    QStringList told;
    for (const QString& each : QString::fromStdString(text).trimmed().split(QStringLiteral(". "))) {
        told << spoken((each.endsWith(QChar('.')) ? each : each + QChar('.')).toStdString());
    }
    return told.join(QChar(' '));
}

} // namespace

void MainWindow::Parts::buildTrace()
{
    QObject::connect(commands.traceProgram, &QAction::triggered, &window, [this] { chooseProgram(); });
    QObject::connect(&tracer, &TraceBridge::ticked, &window,
                     [this](const std::shared_ptr<TraceTick>& tick) { followProgram(*tick); });
}

void MainWindow::Parts::chooseProgram()
{
    const QString file = QFileDialog::getOpenFileName(&window, tr("Follow a Python program"), QString(),
                                                      tr("Python (*.py);;All files (*)"));
    if (!file.isEmpty()) traceProgram({QStringLiteral("python3"), file});
}

void MainWindow::Parts::traceProgram(const QStringList& command)
{
    if (tracer.running()) {
        notice->tell(tr("A program is being followed."), tr("Stop it, or wait until it ends."));
        return;
    }
    if (const auto started = tracer.start(wordsOf(command)); !started) {
        notice->tell(spoken(started.error().text));
        return;
    }
    traced.clear();
    tracedCommand = command.join(QChar(' '));
    notice->tellDone(tr("Following:"), tr("%1. Its pools stand here when they do something.").arg(tracedCommand));
    showState();
}

void MainWindow::Parts::followProgram(TraceTick& tick)
{
    for (TraceTick::Pool& pool : tick.pools) {
        if (pool.number == traced.size()) addTraced(pool);
        RunDesk::Entry& entry = *traced[pool.number];
        const bool over = tick.last || pool.totals.finished;
        entry.run->apply(over ? RunState::Finished : RunState::Running, pool.summary, pool.totals, std::move(pool.fresh));
        entry.results->setTotal(pool.summary.done - pool.summary.failed);
        if (over && !entry.kept && entry.autosaved.empty()) files.keep(entry);
    }
    for (const std::string& sentence : tick.told) notice->tell(spokenSentences(sentence));
    if (tick.last) programEnded(tick);
    showState();
}

void MainWindow::Parts::addTraced(const TraceTick::Pool& pool)
{
    RunDesk::Entries entries;
    entries.push_back(std::make_unique<RunDesk::Entry>());
    RunDesk::Entry& entry = *entries.back();
    entry.request.job = pool.plan.job;
    entry.command = "poolscope trace -- " + tracedCommand.toStdString();
    entry.run = std::make_shared<RunModel>();
    entry.results = std::make_shared<ResultsModel>();
    entry.began = utcNow() - pool.totals.wall / 1'000'000;
    entry.run->begin(pool.plan, RunState::Running);
    traced.push_back(&entry);
    desk.add(std::move(entries));
    notice->putAway();
}

void MainWindow::Parts::programEnded(const TraceTick& tick)
{
    const auto* shown = desk.inView();
    if (shown != nullptr && shown->run->rowCount() > 0) charts->finish();
    const QString code = tick.exitCode > 128 ? tr("was ended by signal %1.").arg(tick.exitCode - 128)
                                             : tr("ended with exit code %1.").arg(tick.exitCode);
    if (!tick.told.empty() || (tick.exitCode == 0 && !traced.empty())) return;
    if (traced.empty()) notice->tell(tr("%1 %2").arg(tracedCommand, code), tr("No pool of processes was seen."));
    else notice->tell(tr("%1 %2").arg(tracedCommand, code));
}

} // namespace poolscope
