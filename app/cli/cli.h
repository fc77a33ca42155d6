// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door of app/cli: Poolscope without a window. The commands, options and exit codes are those of
// the interface that scripts rely on; what a command line cannot do by itself comes from outside.

#include "core/pool/pool.h"
#include "core/session/session.h"

#include <functional>
#include <memory>
#include <string>

namespace poolscope {

/// What the program lends to its command line.
struct CliContext {
    std::shared_ptr<LaneStarter> threads; ///< for --backend threads; null where there are none
    /// Draws a run to a .png for --export; empty where nothing can draw.
    std::function<Result<void>(const RecordedRun& run, const std::string& path)> draw;
};

/// True when the first argument is a command or an option of the command line: anything else is for
/// the window.
bool isCommandLine(int argc, char** argv);

/// Runs one command and returns its exit code.
int runCommandLine(int argc, char** argv, Catalogue& catalogue, const CliContext& context);

} // namespace poolscope
