// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files as the input of a job: which there are, and how their names travel.

#include "core/base/base.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace poolscope {

/// The file at `path`, or the regular files below the folder there, sorted; symbolic links below it
/// are not followed. An error is an "OSError" with the path "path".
Result<std::vector<std::filesystem::path>> filesAt(const std::string& path);

/// A file's name as text, as Python's os.fsdecode makes it: names are bytes, and those that are no
/// UTF-8 become lone surrogates, so that a name of any bytes can travel as a str.
std::string textOfName(std::string_view name);
/// The bytes again (os.fsencode).
std::string nameOfText(std::string_view text);

} // namespace poolscope
