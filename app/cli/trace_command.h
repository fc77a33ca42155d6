// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope trace -- python3 script.py`: runs a program as it is, and says what its pools did.

#include "app/cli/cli.h"
#include "app/cli/exit_code.h"

#include <string>
#include <vector>

namespace poolscope {

struct TraceArguments {
    std::vector<std::string> command; ///< the program and its arguments
    std::string json, save;
    std::vector<std::string> exports;
    bool noWhy = false; ///< does not look why something cannot be pickled
    bool quiet = false; ///< no verdict
    bool inWindow = false; ///< the window does it
};

/// The exit code of the program, or of ours where it could not be started or a file not be written.
int traceProgram(const TraceArguments& typed, const CliContext& context);

} // namespace poolscope
