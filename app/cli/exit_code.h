// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exit codes, and how a complaint reaches the person. Private to app/cli.

#include "core/base/base.h"

#include <string>

namespace poolscope {

enum class ExitCode : int {
    Done = 0,        ///< all tasks have a value
    TaskFailed = 1,  ///< some task failed
    WrongCall = 2,   ///< the call is wrong
    CannotStart = 3, ///< the run could not start
    BadFile = 4,     ///< a file is unreadable, damaged, or cannot be written
    Interrupted = 130,
};

/// "poolscope: the sentence" and a line's end, on standard error.
void complain(const std::string& sentence);
/// The code of an error before the run: a wrong value, a file, anything else.
ExitCode codeOf(const Error& error);

} // namespace poolscope
