// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picture.h"

#include "ui/views/picture_scenes.h"

#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace poolscope {

namespace {

constexpr double midwayShare = 0.4;

/// Widgets that gave way to others have let go of their place.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(50, &loop, &QEventLoop::quit);
    loop.exec();
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
    auto midway = scene.midway;
    return waitFor([&] {
        if (midway && runningFrom(midwayShare)(window)) std::exchange(midway, {})(window);
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

Result<void> renderPicture(Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
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
