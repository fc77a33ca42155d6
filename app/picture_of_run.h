// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a finished run, for `run --export charts.png` and `export`.

#include "app/cli/cli.h"

namespace poolscope {

/// A, B, C and E below each other as a PNG. Needs no display. "OSError" where the file cannot be written.
Result<void> drawRun(const RecordedRun& run, const std::string& path);

} // namespace poolscope
