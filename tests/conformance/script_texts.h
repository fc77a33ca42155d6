// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace poolscope {

/// Runs a script of the folder pickle/ in /usr/bin/python3 and returns the texts that it has written
/// into the file of its first argument, each behind its size in 4 bytes.
std::vector<std::string> textsOfScript(const std::string& name, const std::string& arguments);

} // namespace poolscope
