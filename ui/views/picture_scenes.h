// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which pictures there are: what is run for each, and when the window has come to it. Private to the
// picture.

#include "ui/views/main_window.h"

#include <functional>
#include <optional>
#include <vector>

namespace poolscope {

/// What to run for a state, and when it is there.
struct Scene {
    const char* state;
    RunRequest request;
    std::function<bool(const MainWindow&)> reached;
    double stopAt = 2; ///< share of the items after which it is stopped
    std::optional<std::uint64_t> bytesOf = {}; ///< the task whose bytes are shown then
    std::function<void(MainWindow&)> after = [](MainWindow&) {}; ///< what is done then
    std::vector<RunRequest> before = {};       ///< runs that are over before it begins
    std::function<void(MainWindow&)> midway = {}; ///< what is done once, when two fifths are done
};

std::vector<Scene> scenes();
/// The share of the items of the run in view that is done, 0 to 1.
double shareDone(const MainWindow& window);
/// When it runs and so much of it is done.
std::function<bool(const MainWindow&)> runningFrom(double share);
/// Lets the window live until the fact is there; false where it never is.
bool waitFor(const std::function<bool()>& fact);

} // namespace poolscope
