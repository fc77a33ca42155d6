// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope pickle dis` and `show`: a pickle looked at. Private to app/cli.

#include "app/cli/exit_code.h"

#include <string>

namespace poolscope {

/// As typed.
struct LookArguments {
    std::string file;
    bool asJson = false; ///< show
};

/// Lists the opcodes as pickletools does; what can be read of a damaged pickle comes before the
/// complaint.
ExitCode listPickle(const LookArguments& typed);
/// The object as a tree with bytes per node, and what the bytes are for.
ExitCode showPickle(const LookArguments& typed);

} // namespace poolscope
