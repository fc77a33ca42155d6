// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exit_code.h"

#include <cstdio>

namespace poolscope {

void complain(const std::string& sentence)
{
    const std::string line = "poolscope: " + sentence + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

ExitCode codeOf(const Error& error)
{
    if (error.kind == "ValueError") {
        return ExitCode::WrongCall;
    }
    return error.kind == "OSError" ? ExitCode::BadFile : ExitCode::CannotStart;
}

} // namespace poolscope
