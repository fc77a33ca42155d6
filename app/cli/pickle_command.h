// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope pickle`: a pickle looked at, and written again. Private to app/cli.

#include "app/cli/look_command.h"
#include "app/cli/repack_command.h"

namespace CLI {
class App;
}

namespace poolscope {

/// What was typed after `poolscope pickle`.
struct PickleArguments {
    LookArguments look;
    RepackArguments repack;
};

/// Adds the command and what can be done with a pickle.
CLI::App* addPickleCommand(CLI::App& app, PickleArguments& typed);
/// Does what was asked for, after parsing.
ExitCode runPickleCommand(const CLI::App& pickle, const PickleArguments& typed);

} // namespace poolscope
