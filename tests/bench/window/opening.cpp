// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/frames.h"
#include "tests/bench/window/lines.h"

#include "app/jobs/jobs.h"
#include "core/threads/threads.h"
#include "ui/views/views.h"

#include <QApplication>
#include <QProcess>
#include <QTimer>

#include <cstdio>

namespace poolscope::bench {

namespace {

/// Says when the window has been painted for the first time.
class FirstPaint final : public QObject {
public:
    bool painted = false;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool known = QObject::eventFilter(watched, event);
        painted = painted || event->type() == QEvent::Paint;
        return known;
    }
};

} // namespace

int paintSince(int argc, char** argv, double since)
{
    const QApplication application(argc, argv);
    Catalogue catalogue;
    addJobs(catalogue);
    MainWindow window(catalogue, makeQtLanes());
    window.prepareDemo();
    FirstPaint first;
    window.installEventFilter(&first);
    window.show();
    while (!first.painted) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    std::printf("%.6f\n", wallSeconds() - since);
    return 0;
}

void firstWindow()
{
    Frames starts;
    for (int i = 0; i < 11; ++i) {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--paint-since"), QString::number(wallSeconds(), 'f', 6)});
        program.waitForFinished();
        starts.seconds.push_back(program.readAllStandardOutput().toDouble());
    }
    std::printf("{\"line\": \"first-window\", \"median_s\": %.4f, \"p90_s\": %.4f, \"most_s\": %.4f}\n",
                starts.median(), starts.worstTenth(), starts.most());
    std::fflush(stdout);
}

void idleWindow()
{
    Catalogue catalogue;
    addJobs(catalogue);
    MainWindow window(catalogue, makeQtLanes());
    window.show();
    for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
    const double began = wallSeconds(), cpuBegan = processSeconds();
    QTimer::singleShot(5000, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    std::printf("{\"line\": \"idle\", \"cpu_share\": %.5f}\n", (processSeconds() - cpuBegan) / (wallSeconds() - began));
    std::fflush(stdout);
}

} // namespace poolscope::bench
