// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope pickle repack`: a pickle, or a stream of them, read and written again. Private to
// app/cli.

#include "app/cli/exit_code.h"

#include <string>

namespace poolscope {

/// As typed; an option that was not given is empty.
struct RepackArguments {
    std::string file;
    std::string out = "-";
    std::string protocol;
    bool frames = false; ///< a stream on standard input instead of a file
};

/// With `frames`, each message is a 4-byte little-endian length and its bytes and is answered the
/// same way, an error as a negative length and its text in UTF-8.
ExitCode repackPickle(const RepackArguments& typed);

} // namespace poolscope
