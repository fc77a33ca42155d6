// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope run`: from checked arguments to the exit code. Private to app/cli.

#include "app/cli/cli.h"
#include "app/cli/exit_code.h"
#include "app/cli/run_arguments.h"

namespace poolscope {

ExitCode runJob(const RunArguments& typed, Catalogue& catalogue, const CliContext& context);

} // namespace poolscope
