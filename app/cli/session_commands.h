// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope export` and `poolscope compare`: runs that were saved. Private to app/cli.

#include "app/cli/cli.h"
#include "app/cli/exit_code.h"

namespace CLI {
class App;
}

namespace poolscope {

/// As typed.
struct ExportArguments {
    std::string run; ///< FILE or FILE#run
    std::string out;
};
struct CompareArguments {
    std::string a, b; ///< FILE or FILE#run
    bool asJson = false;
};

CLI::App* addExportCommand(CLI::App& app, ExportArguments& typed);
CLI::App* addCompareCommand(CLI::App& app, CompareArguments& typed);
ExitCode exportSaved(const ExportArguments& typed, const CliContext& context);
ExitCode compareSaved(const CompareArguments& typed);

} // namespace poolscope
