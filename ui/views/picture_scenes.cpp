// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picture_scenes.h"

#include "ui/views/break_even_page.h"
#include "ui/views/first_start_page.h"
#include "ui/views/no_bytes.h"
#include "ui/views/sweep_page.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <utility>

namespace poolscope {

namespace {

constexpr int patienceMs = 60'000;

RunRequest powerRequest(std::uint64_t chunksize, double seconds)
{
    RunRequest request = demoRequest();
    request.chunksize = chunksize;
    request.lastFor = seconds;
    return request;
}

/// With all of its messages, whichever task is looked at then.
RunRequest recordedWhole(RunRequest request)
{
    request.payloadBudget = 16 * payloadBudget;
    return request;
}

RunRequest faultsRequest(const char* mode)
{
    RunRequest request = workerDeathRequest();
    request.parameters = {{"mode", mode}, {"at", "437"}, {"items", "1000"}};
    return request;
}

RunRequest bytesRequest()
{
    RunRequest request = bigPowRequest();
    request.job = "BigPow.pow/getstate";
    request.parameters["items"] = "10000";
    request.chunksize = 1;
    request.payloadBudget = payloadBudget;
    return request;
}

RunRequest itemsRequest(const char* job, const char* items, std::uint64_t chunksize)
{
    RunRequest request;
    request.job = job;
    request.parameters = {{"items", items}};
    request.chunksize = chunksize;
    request.workers = 4;
    return request;
}

void runSweep(MainWindow& window)
{
    SweepPage& page = window.showSweep();
    emit page.startWanted();
    waitFor([&] { return !window.running(); });
}

/// Two points far from the job and from each other.
void runChecks(MainWindow& window)
{
    BreakEvenPage& page = window.showBreakEven();
    for (const MapPlace& place : {MapPlace{300e-6, 2e5}, MapPlace{20e-6, 2e3}}) {
        emit page.checkWanted(place);
        waitFor([&] { return !window.running(); });
    }
    page.chart().pick(MapPlace{2e-3, 3e6});
}

/// The first that failed, else the slowest, which is selected when a run is over.
void showTask(MainWindow& window)
{
    const auto& failures = window.run()->failures();
    if (failures.empty()) window.showTask();
    else window.showTask(failures.front().item);
}

bool anyOf(const Summary&) { return true; }

/// When a run is over in this state, and the fact is there.
template <class Fact> auto over(RunState state, Fact also)
{
    return [state, also](const MainWindow& window) {
        return !window.running() && window.state() == state && also(window.run()->summary());
    };
}

/// There is room for so few rows that some come when there is none: they are counted only.
RunRequest hardlyHeld(RunRequest request)
{
    request.rowsHeld = 256;
    return request;
}

/// Before, while and when a run goes on.
std::vector<Scene> scenesOfARun()
{
    Scene paused{"paused", powerRequest(1, 4), runningFrom(0.75)};
    paused.midway = [](MainWindow& window) { window.holdView(true); };
    Scene notRecorded{
        "not-recorded", hardlyHeld(powerRequest(1, 4)),
        over(RunState::Finished, [](const Summary& summary) { return summary.dropped > 0; })};
    return {
        {"first-start", {}, [](const MainWindow& window) { return window.run() == nullptr; }},
        {"measuring", powerRequest(1, 1),
         [](const MainWindow& window) { return window.state() == RunState::Measuring; }},
        {"running", powerRequest(1, 4), runningFrom(0.6)},
        paused,
        {"finished",
         recordedWhole(powerRequest(256, 1.5)),
         over(RunState::Finished, anyOf),
         2,
         {},
         showTask},
        {"cannot-pickle", bigPowRequest(), over(RunState::CannotPickle, anyOf)},
        {"tasks-failed",
         faultsRequest("raise"),
         over(RunState::Finished, [](const Summary& summary) { return summary.failed > 0; }),
         2,
         {},
         showTask},
        {"worker-died", faultsRequest("kill"),
         over(RunState::Finished, [](const Summary& summary) { return summary.lostWorkers > 0; })},
        {"cancelled", powerRequest(1, 4), over(RunState::Cancelled, anyOf), 0.4},
        notRecorded,
    };
}

/// What is looked at when it is over.
std::vector<Scene> scenesAfterARun()
{
    const auto finished = over(RunState::Finished, anyOf);
    return {
        {"bytes", bytesRequest(), finished, 2, 4711},
        {"palette",
         powerRequest(256, 1),
         finished,
         2,
         {},
         [](MainWindow& window) { window.openPalette(QStringLiteral("s")); }},
        {"table",
         powerRequest(256, 1),
         finished,
         2,
         {},
         [](MainWindow& window) { window.showTables(); }},
        {"presenter",
         powerRequest(1, 2),
         finished,
         2,
         {},
         [](MainWindow& window) {
             window.present(true);
             window.showEvidence();
         }},
        {"compare",
         itemsRequest("power", "200000", 256),
         finished,
         2,
         {},
         [](MainWindow& window) { window.compareRuns(); },
         {itemsRequest("power", "200000", 1)}},
        {"sweep", itemsRequest("primes", "200", 1), finished, 2, {}, runSweep},
        {"break-even", itemsRequest("power", "200000", 16), finished, 2, {}, runChecks},
    };
}

} // namespace

double shareDone(const MainWindow& window)
{
    const RunModel* run = window.run();
    if (run == nullptr || run->plan().items == 0) return 0;
    return static_cast<double>(run->summary().done) / static_cast<double>(run->plan().items);
}

std::function<bool(const MainWindow&)> runningFrom(double share)
{
    return [share](const MainWindow& window) {
        return window.state() == RunState::Running && shareDone(window) > share;
    };
}

bool waitFor(const std::function<bool()>& fact)
{
    QElapsedTimer clock;
    clock.start();
    while (!fact() && clock.elapsed() < patienceMs) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return fact();
}

std::vector<Scene> scenes()
{
    std::vector<Scene> all = scenesOfARun();
    for (Scene& scene : scenesAfterARun()) all.push_back(std::move(scene));
    return all;
}

} // namespace poolscope
