// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picture.h"

#include "ui/views/break_even_page.h"
#include "ui/views/first_start_page.h"
#include "ui/views/main_window.h"
#include "ui/views/no_bytes.h"
#include "ui/views/sweep_page.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <functional>
#include <optional>

namespace poolscope {

namespace {

constexpr int patienceMs = 60'000;

/// What to run for a state, and when it is there.
struct Scene {
    const char* state;
    RunRequest request;
    std::function<bool(const MainWindow&)> reached;
    double stopAt = 2; ///< share of the items after which it is stopped
    std::optional<std::uint64_t> bytesOf = {}; ///< the task whose bytes are shown then
    std::function<void(MainWindow&)> after = [](MainWindow&) {}; ///< what is done then
    std::vector<RunRequest> before = {};       ///< runs that are over before it begins
};

RunRequest powerRequest(std::uint64_t chunksize, double seconds)
{
    RunRequest request = demoRequest();
    request.chunksize = chunksize;
    request.lastFor = seconds;
    return request;
}

/// With all of its messages, whichever task is looked at then.
RunRequest recorded(RunRequest request)
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

double shareDone(const MainWindow& window)
{
    const RunModel* run = window.run();
    if (run == nullptr || run->plan().items == 0) return 0;
    return static_cast<double>(run->summary().done) / static_cast<double>(run->plan().items);
}

/// Lets the window live until the fact is there; false where it never is.
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

/// Widgets that gave way to others have let go of their place.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(50, &loop, &QEventLoop::quit);
    loop.exec();
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

std::vector<Scene> scenes()
{
    const auto over = [](RunState state, auto also) {
        return [state, also](const MainWindow& window) {
            return !window.running() && window.state() == state && also(window.run()->summary());
        };
    };
    const auto any = [](const Summary&) { return true; };
    return {
        {"first-start", {}, [](const MainWindow& window) { return window.run() == nullptr; }},
        {"measuring", powerRequest(1, 1),
         [](const MainWindow& window) { return window.state() == RunState::Measuring; }},
        {"running", powerRequest(1, 4),
         [](const MainWindow& window) {
             return window.state() == RunState::Running && shareDone(window) > 0.6;
         }},
        {"finished", recorded(powerRequest(256, 1.5)), over(RunState::Finished, any), 2, {}, showTask},
        {"cannot-pickle", bigPowRequest(), over(RunState::CannotPickle, any)},
        {"tasks-failed", faultsRequest("raise"),
         over(RunState::Finished, [](const Summary& summary) { return summary.failed > 0; }), 2, {}, showTask},
        {"worker-died", faultsRequest("kill"),
         over(RunState::Finished, [](const Summary& summary) { return summary.lostWorkers > 0; })},
        {"cancelled", powerRequest(1, 4), over(RunState::Cancelled, any), 0.4},
        {"bytes", bytesRequest(), over(RunState::Finished, any), 2, 4711},
        {"palette", powerRequest(256, 1), over(RunState::Finished, any), 2, {},
         [](MainWindow& window) { window.openPalette(QStringLiteral("s")); }},
        {"table", powerRequest(256, 1), over(RunState::Finished, any), 2, {},
         [](MainWindow& window) { window.showTables(); }},
        {"presenter", powerRequest(1, 2), over(RunState::Finished, any), 2, {},
         [](MainWindow& window) {
             window.present(true);
             window.showEvidence();
         }},
        {"compare", itemsRequest("power", "200000", 256), over(RunState::Finished, any), 2, {},
         [](MainWindow& window) { window.compareRuns(); }, {itemsRequest("power", "200000", 1)}},
        {"sweep", itemsRequest("primes", "200", 1), over(RunState::Finished, any), 2, {}, runSweep},
        {"break-even", itemsRequest("power", "200000", 16), over(RunState::Finished, any), 2, {}, runChecks},
    };
}

bool play(MainWindow& window, const Scene& scene)
{
    if (scene.request.job.empty()) {
        window.prepareDemo();
        return scene.reached(window);
    }
    for (const RunRequest& request : scene.before) {
        window.launch(request);
        if (!waitFor([&] { return !window.running(); })) return false;
    }
    window.launch(scene.request);
    return waitFor([&] {
        if (window.running() && shareDone(window) >= scene.stopAt) {
            window.stop();
        }
        return scene.reached(window);
    });
}

} // namespace

QStringList pictureStates()
{
    QStringList states;
    for (const Scene& scene : scenes()) {
        states += QLatin1String(scene.state);
    }
    return states;
}

Result<void> renderPicture(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
                           const PictureRequest& request)
{
    const auto known = scenes();
    const auto scene = std::find_if(known.begin(), known.end(), [&](const Scene& one) {
        return request.state == QLatin1String(one.state);
    });
    if (scene == known.end()) {
        return Error{"ValueError", "there is no picture of \"" + request.state.toStdString() + "\"; there are "
                                       + pictureStates().join(", ").toStdString(), "picture-state"};
    }
    MainWindow window(catalogue, std::move(threads));
    window.chooseTheme(request.theme);
    window.showInBlackAndWhite(request.blackAndWhite);
    window.resize(request.size);
    window.show();
    const bool reached = play(window, *scene);
    if (scene->bytesOf) {
        window.showBytes(*scene->bytesOf);
    }
    scene->after(window);
    if (!window.running()) settle(); // a live one would go on meanwhile
    const QPixmap picture = window.grab();
    window.stop();
    waitFor([&] { return !window.running(); });
    if (!reached) {
        return Error{"RuntimeError", "the window never came to \"" + request.state.toStdString() + "\"", {}};
    }
    if (!picture.save(request.file)) {
        return Error{"OSError", request.file.toStdString() + " could not be written", request.file.toStdString()};
    }
    return {};
}

} // namespace poolscope
