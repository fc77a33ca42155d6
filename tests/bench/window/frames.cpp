// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/frames.h"

#include "core/insight/insight.h"

#include <QCoreApplication>

#include <algorithm>
#include <ctime>

namespace poolscope::bench {

namespace {

double secondsOf(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double percentileOf(std::vector<double> seconds, double p) { return percentile(seconds, p); }

} // namespace

double wallSeconds() { return secondsOf(CLOCK_MONOTONIC); }
double threadSeconds() { return secondsOf(CLOCK_THREAD_CPUTIME_ID); }
double processSeconds() { return secondsOf(CLOCK_PROCESS_CPUTIME_ID); }

double Frames::median() const { return percentileOf(seconds, 0.5); }
double Frames::worstTenth() const { return percentileOf(seconds, 0.9); }
double Frames::most() const { return seconds.empty() ? 0 : *std::max_element(seconds.begin(), seconds.end()); }

Frames paint(QWidget& window, int count, const std::function<void(int)>& change)
{
    Frames frames;
    for (int i = 0; i < count; ++i) {
        const double began = wallSeconds();
        change(i);
        window.update();
        QCoreApplication::processEvents(); // what the change asked for
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(); // and what that asked for
        frames.seconds.push_back(wallSeconds() - began);
    }
    return frames;
}

} // namespace poolscope::bench
