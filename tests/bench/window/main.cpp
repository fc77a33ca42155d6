// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window costs and how fast it is, offscreen: one line of JSON a figure.
//
//   bench_window [first-window|live|look|idle…]   all of them where none is named
#include "tests/bench/window/lines.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace poolscope::bench;

int main(int argc, char** argv)
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    // A program of its own, so that its time begins where the program's does.
    if (argc == 3 && std::strcmp(argv[1], "--paint-since") == 0) return paintSince(argc, argv, std::atof(argv[2]));
    QApplication application(argc, argv);
    QStringList wanted = QCoreApplication::arguments().mid(1);
    if (wanted.isEmpty()) wanted = {"first-window", "live", "look", "idle"};
    for (const QString& line : wanted) {
        if (line == "first-window") firstWindow();
        else if (line == "live") liveFeed();
        else if (line == "look") lookAtALongRun();
        else if (line == "idle") idleWindow();
        else return std::fprintf(stderr, "bench_window has no line %s.\n", qPrintable(line)), 2;
    }
    return 0;
}
