// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Frames of a window and how long they take: everything that the GUI's thread does between a change
// and the moment when all of it has been painted.

#include <QWidget>

#include <functional>
#include <vector>

namespace poolscope::bench {

double wallSeconds();   ///< CLOCK_MONOTONIC
double threadSeconds(); ///< CPU of the calling thread
double processSeconds(); ///< CPU of the process

struct Frames {
    std::vector<double> seconds; ///< of each
    double median() const;
    double worstTenth() const; ///< the 90th percentile
    double most() const;
};

/// Makes the change, then works the event loop off until nothing is left to paint, `count` times.
Frames paint(QWidget& window, int count, const std::function<void(int)>& change);

} // namespace poolscope::bench
