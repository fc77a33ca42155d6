// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps and the break-even map: which runs they ask for, and what becomes of these.
#include "ui/views/window_parts.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr double checkSeconds = 0.6; // about as long as a check lasts
constexpr double mostCheckItems = 2e5;
constexpr double mostMessage = 4e6; // bytes of a chunk that is checked, one way

/// The payload job at a point of the map, on workers like those of `like`.
RunRequest checkRequest(const RunRequest& like, const BreakEvenModel& model, const MapPlace& place)
{
    const PoolCosts& costs = *model.costs();
    const double each =
        (costs.stretch * place.work + costs.perItem + costs.perByte * place.bytes) / costs.workers;
    const double fewest = 4.0 * costs.workers;
    const double items = std::clamp(checkSeconds / std::max(each, 1e-9), fewest, mostCheckItems);
    const double oneWay = std::max(0.0, std::round(place.bytes / 2));
    RunRequest request = like;
    request.job = "payload";
    request.lastFor.reset();
    request.payloadBudget = 0;
    request.parameters = {{"items", QString::number(std::llround(items)).toStdString()},
                          {"bytes", QString::number(std::llround(oneWay)).toStdString()},
                          {"spin_us", QString::number(place.work * 1e6, 'g', 6).toStdString()}};
    const double chunk = std::min({static_cast<double>(model.plan().chunksize), items / fewest,
                                   mostMessage / std::max(oneWay, 1.0)});
    request.chunksize = static_cast<std::uint64_t>(std::max(1.0, chunk));
    return request;
}

} // namespace

void MainWindow::Parts::buildSweeps()
{
    pages->addWidget(sweep = new SweepPage);
    pages->addWidget(breakEven = new BreakEvenPage);
    const auto back = [this] { showAside(nullptr); };
    QObject::connect(sweep, &SweepPage::backWanted, &window, back);
    QObject::connect(sweep, &SweepPage::startWanted, &window, [this] { startSweep(); });
    QObject::connect(sweep, &SweepPage::stopWanted, &queue, &RunQueue::stop);
    QObject::connect(breakEven, &BreakEvenPage::backWanted, &window, back);
    QObject::connect(breakEven, &BreakEvenPage::checkWanted, &window,
                     [this](const MapPlace& place) { startCheck(place); });
    QObject::connect(breakEven, &BreakEvenPage::stopWanted, &queue, &RunQueue::stop);
    QObject::connect(commands.sweep, &QAction::triggered, &window,
                     [this](bool on) { showAside(on ? sweep : nullptr); });
    QObject::connect(commands.breakEven, &QAction::triggered, &window,
                     [this](bool on) { showAside(on ? breakEven : nullptr); });
    QObject::connect(commands.stop, &QAction::triggered, &queue, &RunQueue::stop);
    QObject::connect(&queue, &RunQueue::finished, &window,
                     [this](std::size_t which, const Summary& summary) { queued(which, summary); });
    QObject::connect(&queue, &RunQueue::ended, &window,
                     [this](const QString& why) { queueEnded(why); });
}

/// One at a time: what else runs would be measured too.
bool MainWindow::Parts::refuseWhileBusy()
{
    if (desk.running()) {
        notice->tell(tr("A run is under way."),
                     tr("What it takes would be measured too: wait for it, or stop it."));
    } else if (queue.running()) {
        notice->tell(tr("A sweep is under way."), tr("Wait for it, or stop it."));
    }
    return desk.running() || queue.running();
}

void MainWindow::Parts::startSweep()
{
    if (refuseWhileBusy()) return;
    auto request = requested();
    if (!request) return refuse(request.error());
    const bool workers = sweep->variable() == SweepModel::Variable::Workers;
    if (workers && request->backend == Backend::Serial) {
        notice->tell(tr("A plain loop has no workers to sweep:"),
                     tr("choose processes or threads."));
        return;
    }
    request->lastFor.reset();
    request->payloadBudget = 0;
    const std::vector<std::uint64_t> values = sweep->values();
    sweepPoints = sweepOrder(values.size(), sweep->repeats());
    std::vector<RunRequest> requests;
    for (const std::size_t point : sweepPoints) {
        RunRequest one = *request;
        if (workers)
            one.workers = static_cast<int>(values[point]);
        else
            one.chunksize = values[point];
        one.probe = requests.size() % values.size() == 0; // once a round
        if (const auto checked = desk.check(one); !checked) return refuse(checked.error());
        requests.push_back(std::move(one));
    }
    notice->clear();
    sweep->model().begin(sweep->variable(), QString::fromStdString(request->job), values,
                         sweep->repeats());
    sweep->setRunning(true, tr("run 1 of %1").arg(requests.size()));
    sweeping = true;
    queue.start(std::move(requests));
    showState();
}

void MainWindow::Parts::startCheck(const MapPlace& place)
{
    if (refuseWhileBusy() || !breakEven->model().costs() || !mapped) return;
    const RunRequest request = checkRequest(*mapped, breakEven->model(), place);
    if (const auto checked = desk.check(request); !checked) return refuse(checked.error());
    notice->clear();
    breakEven->model().check(place.work, place.bytes);
    breakEven->chart().pick({});
    breakEven->setRunning(true, tr("%1 items of the payload job are run …")
                                    .arg(QString::fromStdString(request.parameters.at("items"))));
    sweeping = false;
    queue.start({request});
    showState();
}

void MainWindow::Parts::queued(std::size_t which, const Summary& summary)
{
    if (!sweeping) {
        breakEven->model().measured(summary);
        return;
    }
    sweep->model().add(sweepPoints[which], summary);
    const QString left = spoken(roughTimeText(queue.secondsLeft()));
    sweep->setRunning(
        true, tr("%1 of %2 runs, about %3 left").arg(queue.done()).arg(queue.planned()).arg(left));
}

void MainWindow::Parts::queueEnded(const QString& why)
{
    if (sweeping) {
        sweep->model().end();
        sweep->setRunning(false, why);
    } else {
        breakEven->model().dropped(); // if it was not measured
        breakEven->setRunning(false, why);
    }
    showState();
}

/// The map is of the run in view.
void MainWindow::Parts::showMap()
{
    const auto* entry = desk.inView();
    if (queue.running()) return;
    mapped.reset();
    if (entry == nullptr || !entry->run->summary().finished) {
        breakEven->model().clear();
    } else {
        mapped = entry->request;
        const QString job = QString::fromStdString(entry->run->plan().job);
        breakEven->model().setRun(entry->run->summary(),
                                  tr("%1, run %2").arg(job).arg(desk.runs().numberOf(*entry->run)));
    }
    breakEven->chart().pick({});
    breakEven->setRunning(false);
}

} // namespace poolscope
