// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program as a window, or as the picture of one.

#include "core/jobs/jobs.h"

namespace poolscope {

/// Opens the window with the demo job ready; `--picture FILE` writes a picture of it instead, with no
/// display. Returns the exit code.
int runWindow(int argc, char** argv, Catalogue& catalogue);

} // namespace poolscope
